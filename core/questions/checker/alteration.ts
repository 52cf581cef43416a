import { dateValue } from '../order-value.ts'
import { readFigure } from '../read-figure.ts'
import { contentWords } from './words.ts'

/** The part of a false statement that differs from the true one. */
export interface Altered {
  readonly put: string
  readonly truth: string
}

const LONGEST_PART = 10
const ARTICLE = /^an? /i
const BARE = /^[\d.,]+$/
const UNIT_WORD =
  /^(?:percentage|basis|points?|per|cent|percent|hundred|thousand|million|billion|trillion|bn|m|lakh|crore|times|pounds?|euros?|dollars?|cents?|pence|yuan|renminbi|yen|rupees?|kroner|francs?|won)\.?$/i
const SIGN_ALONE = /^(?:[A-Z]{0,3}[$£€¥₹]|Rmb|RMB|USD|EUR|GBP|Rs\.?)$/

/** What sets a false statement apart from its correction: one part, or 'more' where it is more than one, nothing, or a mere insertion. */
export function alterationOf(stem: string, correction: string): Altered | 'more' {
  const put = stem.split(/\s/)
  const truth = correction.split(/\s/)
  let start = 0
  while (start < put.length && start < truth.length && put[start] === truth[start]) start++
  let end = 0
  while (
    end < put.length - start &&
    end < truth.length - start &&
    put[put.length - 1 - end] === truth[truth.length - 1 - end]
  ) {
    end++
  }
  // '0.3' of '0.3 percentage points' is no figure without them; nor is '5.5' of 'US$ 5.5'.
  const isBare = [put, truth].every(
    (words) => words.length - end - start === 1 && BARE.test(words[start] ?? ''),
  )
  while (isBare && end > 0 && UNIT_WORD.test(put[put.length - end] ?? '')) end--
  if (isBare && SIGN_ALONE.test(put[start - 1] ?? '')) start--
  const cut = (words: readonly string[]) =>
    words
      .slice(start, words.length - end)
      .join(' ')
      .replace(/[.,;:]$/, '')
  const parts = { put: cut(put).replace(ARTICLE, ''), truth: cut(truth).replace(ARTICLE, '') }
  const isLong = (text: string) => text === '' || text.split(' ').length > LONGEST_PART
  const inTruth = new Set(contentWords(parts.truth).filter((word) => !/^\d+$/.test(word)))
  const hasCommon = contentWords(parts.put).some((word) => inTruth.has(word))
  if (hasSeveralFigures(parts.put) || hasSeveralFigures(parts.truth)) return 'more'
  return isLong(parts.put) || isLong(parts.truth) || (hasCommon && !isBare && !isUnitOnly(parts))
    ? 'more'
    : parts
}

/** Whether a part holds more than one figure or date, so that more than one thing was altered. */
const hasSeveralFigures = (part: string): boolean =>
  (part.match(/\d+(?:[.,]\d+)*/g) ?? []).length > 1 && dateValue(part) === null && readFigure(part) === null

/** Two figures with the same noun behind them ('12 new stores', '20 new stores') still differ in one part. */
function isUnitOnly({ put, truth }: Altered): boolean {
  const noun = (text: string) => text.replace(/^\S+ ?/, '')
  return noun(put) === noun(truth)
}
