import { type Bank, carry, type Source } from '#core'
import { MAY_READ } from '../articles/may-read.ts'
import { pool } from '../db.ts'
import { getVersions } from '../questions/versions.ts'

/** Questions that are to leave, in their order. */
export interface Leaving {
  readonly title: string
  readonly versions: readonly string[]
}

interface Row {
  version: string
  key: string
  revision: string
  title: string
  date: string
  text: string | null
}

/** Under the id a question came in with it leaves again; the text of an article goes along with whoever may read it. */
const ROWS = `
  SELECT v.id AS version, coalesce(d.import_key, q.id::text) AS key, r.id AS revision, r.title,
    to_char(r.date, 'YYYY-MM-DD') AS date, CASE WHEN ${MAY_READ('a.owner_id', '$2')} THEN r.text END AS text
  FROM question_version v JOIN question q ON q.id = v.question_id JOIN revision r ON r.id = v.revision_id
  JOIN article a ON a.id = r.article_id
  LEFT JOIN draft d ON d.desk_id = q.desk_id AND q.family_key = 'draft ' || d.id
  WHERE v.id = ANY($1::uuid[])`

/** These questions as a person takes them out, with the texts they are about. */
export async function bankOf({ title, versions }: Leaving, personId: string | null): Promise<Bank> {
  const { rows } = await pool().query<Row>(ROWS, [versions, personId])
  const about = new Map(rows.map((row) => [row.version, row]))
  const sources: Source[] = []
  const places = new Map<string, number>()
  const placeOf = ({ revision, title: headline, date, text }: Row): number | null => {
    if (text === null) return null
    const known = places.get(revision)
    if (known !== undefined) return known
    places.set(revision, sources.push({ title: headline, date, text }) - 1)
    return sources.length - 1
  }
  const questions = (await getVersions(versions)).flatMap(({ id, question, passages }) => {
    const row = about.get(id)
    if (!row) return []
    const source = question.evidence.length === 0 ? null : placeOf(row)
    return [carry(question, { id: row.key, source, passages: passages.map(({ quote }) => quote) })]
  })
  return { title, sources, questions }
}
