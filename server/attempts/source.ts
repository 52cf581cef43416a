import { getRevisionText } from '../articles/revision-text.ts'
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
  const { number, blocks } = await getRevisionText(revisionId)
  const marks = isFinal ? item.version.passages.map(({ start, end }) => ({ start, end })) : []
  return {
    done: { slug, title, date, revision: number, blocks, marks: marks.sort((a, b) => a.start - b.start) },
  }
}
