import { keepWith } from '../remember.ts'
import type { Reading } from './reading.ts'

/** The title as one line; '' where the article has none. */
export function titleOf({ text, blocks }: Reading): string {
  const [first] = blocks
  return first?.kind === 'title' ? text.slice(first.start, first.end).replace(/\s+/g, ' ').trim() : ''
}

const SHORTEST = 3
const LONGEST = 16

/** The title where it can say what a sentence below it speaks of, as a line of some words; else ''. */
export const tellingTitle = keepWith((reading: Reading): string => {
  const title = titleOf(reading)
  const { length } = title.split(' ')
  return length >= SHORTEST && length <= LONGEST ? title : ''
})
