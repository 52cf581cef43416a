import { type Marked, wordAt } from './marked.ts'

/** Whether another word could not simply take a word's place: it belongs to a name, figure, time or quotation, to a compound ('low-cost'), to a comparison with a figure ('over 40'), or something turns it round already ('not easy'). */
export function isBoundWord(marked: Marked, i: number): boolean {
  const { names, periods, quantities, quoted } = marked
  return (
    names[i] !== undefined ||
    periods[i] !== undefined ||
    quantities[i - 1] !== undefined ||
    quantities[i] !== undefined ||
    quantities[i + 1] !== undefined ||
    quoted[i] === true ||
    wordAt(marked, i + 1) === '-' ||
    wordAt(marked, i - 1) === '-' ||
    /^(?:not|no|never|nor|neither|as|so|too|n't|n’t|or|and)$/.test(wordAt(marked, i - 1)) ||
    /^(?:or|and|as|than)$/.test(wordAt(marked, i + 1))
  )
}
