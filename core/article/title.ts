import type { Reading } from './reading.ts'

/** The title as one line; '' where the article has none. */
export function titleOf({ text, blocks }: Reading): string {
  const [first] = blocks
  return first?.kind === 'title' ? text.slice(first.start, first.end).replace(/\s+/g, ' ').trim() : ''
}
