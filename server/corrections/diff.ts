import { diffWordsWithSpace } from 'diff'
import type { DiffPart } from './view.ts'

/** Milliseconds after which two texts are called wholly different. */
const PATIENCE = 1_000

/** What is put in and taken out, from one text to another, by words. */
export function diffOf(before: string, after: string): readonly DiffPart[] {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE })
  if (!parts)
    return [
      { text: before, sort: 'out' },
      { text: after, sort: 'in' },
    ]
  return parts.map(({ value, added, removed }) => ({
    text: value,
    sort: added ? 'in' : removed ? 'out' : 'same',
  }))
}

/** Characters of what is kept that stand before and after a change. */
const AROUND = 120

/** The same with long stretches of what is kept cut out of their middle. */
export const changesOf = (parts: readonly DiffPart[]): readonly DiffPart[] =>
  parts.map(({ text, sort }, i) => {
    if (sort !== 'same') return { text, sort }
    const isFirst = i === 0
    const isLast = i === parts.length - 1
    if (text.length <= (isFirst || isLast ? 1 : 2) * AROUND) return { text, sort }
    const head = isFirst ? '' : text.slice(0, text.lastIndexOf(' ', AROUND))
    const tail = isLast ? '' : text.slice(text.indexOf(' ', text.length - AROUND))
    return { text: `${head} … ${tail}`, sort }
  })
