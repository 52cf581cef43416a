import { KNOWN_AT } from '../attempts/counting.ts'
import { transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import { readEffects } from './effects.ts'

interface Row {
  readonly title: string
  readonly slug: string
  readonly note: string
  readonly effects: unknown
}

/** Who teaches a class in which one of the questions $1 is assigned, or has a set in which it stands. */
const TEACHERS = `
  SELECT e.person_id AS id FROM quiz_set_item i JOIN assignment g ON g.set_id = i.set_id AND g.removed_at IS NULL
  JOIN enrolment e ON e.class_id = g.class_id AND e.role = 'teacher' AND e.left_at IS NULL WHERE i.version_id = ANY($1::uuid[])
  UNION SELECT t.owner_id FROM quiz_set_item i JOIN teacher_set t ON t.set_id = i.set_id AND t.archived_at IS NULL
  WHERE i.version_id = ANY($1::uuid[])`

/** Who has answered one of them and may know how it went. */
const READERS = `
  SELECT DISTINCT a.person_id AS id FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
  WHERE i.version_id = ANY($1::uuid[]) AND ${KNOWN_AT} IS NOT NULL`

/** Tells whom a published correction touches, each once: those who teach with its questions, and those who have answered them. */
export async function tellOfCorrection({ correction }: { readonly correction: string }): Promise<void> {
  await transaction(async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT r.title, a.slug, c.note, c.effects FROM correction c JOIN revision r ON r.id = c.revision_id
       JOIN article a ON a.id = c.article_id WHERE c.id = $1`,
      [correction],
    )
    const [row] = rows
    if (!row) return
    const { title, slug, note } = row
    const versions = readEffects(row.effects).questions.map(({ version }) => version)
    const peopleOf = async (sql: string) =>
      (await client.query<{ id: string }>(sql, [versions])).rows.map(({ id }) => id)
    const teachers = await peopleOf(TEACHERS)
    const readers = (await peopleOf(READERS)).filter((id) => !teachers.includes(id))
    const cause = `correction ${correction}`
    const data = { title, slug, note }
    await notify(client, teachers, { kind: 'corrected-taught', cause, data })
    await notify(client, readers, { kind: 'corrected-answered', cause, data })
  })
}
