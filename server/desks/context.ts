import { type CheckContext, findFacts, read } from '#core'
import { articleTextOf, type StoredText } from '../articles/article-text.ts'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { loadLexicon } from '../lexicon.ts'

const kept = createKept<CheckContext>(30)

/** What a question on a revision is checked against: its text as this engine reads it. Throws where there is no such revision. */
export async function getContext(revisionId: string): Promise<CheckContext> {
  const known = kept.get(revisionId)
  if (known) return known
  const { rows } = await pool().query<StoredText>(
    `SELECT title, text, to_char(date, 'YYYY-MM-DD') AS date, blocks FROM revision WHERE id = $1`,
    [revisionId],
  )
  const [row] = rows
  if (!row) throw new Error('a revision is missing from the store')
  const reading = read(articleTextOf(row), loadLexicon())
  if (reading.text !== row.text) throw new Error('the engine reads another text than the one that is stored')
  const context = { reading, facts: findFacts(reading) }
  kept.set(revisionId, context)
  return context
}
