import { z } from 'zod'
import { pool, transaction } from '../db.ts'
import { id, isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { TagView } from './view.ts'

/** The most words that one question bears. */
const MOST = 20

const CONTROL = /\p{Cc}/u

/** A word of one's own, or a few, in one line. */
export const wordField = z
  .string()
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      .refine((text) => isStorable(text) && !CONTROL.test(text)),
  )

export const tagSchema = z.strictObject({ question: id, word: wordField })
type Tag = z.output<typeof tagSchema>

/** Puts a word of the viewer's on a question; twice is once. */
export const addTag = (
  { personId }: Viewer,
  { question, word }: Tag,
): Promise<Outcome<{ readonly word: string }>> =>
  transaction<Outcome<{ readonly word: string }>>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    // Held to the end: two words at once are counted one after the other.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const { rows } = await client.query<{ words: number }>(
      `SELECT (SELECT count(*)::int FROM question_tag t WHERE t.question_id = q.id AND t.owner_id = $2 AND t.word <> $3) AS words
       FROM question q WHERE q.id = $1`,
      [question, personId, word],
    )
    const found = rows[0]
    if (!found) return { refused: 'not-found' }
    if (found.words >= MOST) return { refused: 'enough-words' }
    await client.query(
      'INSERT INTO question_tag (question_id, owner_id, word) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [question, personId, word],
    )
    return { done: { word } }
  })

/** Takes it away again. */
export async function removeTag(
  { personId }: Viewer,
  { question, word }: Tag,
): Promise<Outcome<{ readonly removed: true }>> {
  const { rowCount } = await pool().query(
    'DELETE FROM question_tag WHERE question_id = $1 AND owner_id = $2 AND word = $3',
    [question, personId, word],
  )
  return rowCount === 0 ? { refused: 'not-found' } : { done: { removed: true } }
}

/** The viewer's words by the alphabet. */
export async function listTags({ personId }: Viewer): Promise<TagView[]> {
  const { rows } = await pool().query<TagView>(
    'SELECT word, count(*)::int AS questions FROM question_tag WHERE owner_id = $1 GROUP BY word ORDER BY lower(word), word',
    [personId],
  )
  return rows
}
