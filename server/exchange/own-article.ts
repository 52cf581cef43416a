import { randomBytes } from 'node:crypto'
import { type ArticleText, type CheckContext, findFacts, read, splitTitle } from '#core'
import { MAY_READ } from '../articles/may-read.ts'
import { EngineFailure } from '../content/drafted.ts'
import { houseEngine } from '../content/engine.ts'
import { storeOwnArticle } from '../content/own-article.ts'
import { pool } from '../db.ts'
import { loadLexicon } from '../lexicon.ts'

/** A text that questions came with, or that says that none did. */
export interface OwnText {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Title, blank line, body. */
  readonly text: string
}

/** The text of questions that came without one. */
export const textWithout = (fileName: string, date: string): OwnText => {
  const title = `Questions from ${fileName}`
  const says =
    'These questions came in with a file. No article came with them: whoever brought them in knows their sources.'
  return { title, date, text: `${title}\n\n${says}` }
}

const articleOf = ({ title, text, date }: OwnText): ArticleText => {
  const split = splitTitle(text)
  return { title, body: split.title === title ? split.body : text, date }
}

/** What questions are checked against before their text has been stored; null where the engine cannot read it. */
export function readOwn(own: OwnText): CheckContext | null {
  try {
    const reading = read(articleOf(own), loadLexicon())
    return { reading, facts: findFacts(reading) }
  } catch {
    return null
  }
}

/** The newest revision with this text of an article that a person may read; null where there is none. */
export async function findText(personId: string, { title, text }: OwnText): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT r.id FROM revision r JOIN article a ON a.id = r.article_id
     WHERE r.title = $1 AND md5(r.text) = md5($2) AND r.text = $2 AND ${MAY_READ('a.owner_id', '$3')}
       AND NOT EXISTS (SELECT FROM revision n WHERE n.article_id = a.id AND n.number > r.number)
     ORDER BY a.owner_id IS NOT DISTINCT FROM $3::uuid DESC, r.created_at LIMIT 1`,
    [title, text, personId],
  )
  return rows[0]?.id ?? null
}

/** Stores the text as an article of the importer's own, which they and their classes read; null where the engine cannot read it. */
export async function storeOwn(personId: string, own: OwnText): Promise<string | null> {
  const engine = houseEngine()
  const article = articleOf(own)
  const about = { sector: 'Brought in', companies: [], concepts: [], sources: [] }
  try {
    const { revision } = await storeOwnArticle(`questions-${randomBytes(8).toString('hex')}`, {
      edition: { title: own.title, date: own.date, body: article.body, ...about },
      from: { origin: 'import', authorId: personId },
      engine,
      read: engine.read(article),
    })
    return revision
  } catch (error) {
    if (error instanceof EngineFailure) return null
    throw error
  }
}
