import { getRevisionText } from '../articles/revision-text.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { getTaken } from './record.ts'
import type { SourceTextView } from './view.ts'

/**
 * The article beside a question, in the revision the question was made from: unmarked before its answer is told, with
 * the passages marked afterwards. In a test: 'not-yet' until it has been handed in, unless its teacher allows it.
 */
export async function getSource(
  viewer: Viewer,
  id: string,
  position: number,
): Promise<Outcome<SourceTextView>> {
  const taken = await getTaken(viewer, id)
  const item = taken?.pinned.items[position - 1]
  if (!taken || !item) return { refused: 'not-found' }
  const { pinned, submittedAt, toldAt, given, items } = taken
  const isOpenTest = pinned.mode === 'test' && submittedAt === null
  if (isOpenTest && !given?.hasSource) return { refused: 'not-yet' }
  const isFinal =
    pinned.mode === 'test' ? toldAt !== null : submittedAt !== null || items[position - 1]?.final !== null
  const { slug, title, date, revisionId } = item.version.source
  const [{ number, blocks }, newest] = await Promise.all([getRevisionText(revisionId), getNewest(slug)])
  const marks = isFinal ? item.version.passages.map(({ start, end }) => ({ start, end })) : []
  return {
    done: {
      ...{ slug, title, date, revision: number, blocks },
      correctedAt: newest.number > 1 ? newest.at.toISOString() : null,
      isNewest: newest.number === number,
      marks: marks.sort((a, b) => a.start - b.start),
    },
  }
}

/** The revision of an article that stands, and since when. */
async function getNewest(slug: string): Promise<{ readonly number: number; readonly at: Date }> {
  const { rows } = await pool().query<{ number: number; at: Date }>(
    `SELECT r.number, r.created_at AS at FROM article a JOIN revision r ON r.article_id = a.id
     WHERE a.slug = $1 ORDER BY r.number DESC LIMIT 1`,
    [slug],
  )
  return (rows as [{ number: number; at: Date }])[0]
}
