import { wordSet } from '../../word-set.ts'
import { type Marked, posAt, rangeSome, wordAt } from './marked.ts'
import { NOUN_LIKE, subordinates } from './nominal.ts'
import { whoEnd } from './set-off.ts'
import { SPEECH_VERBS } from './words.ts'

const CLOSERS = wordSet('; : -- — – . ? !')
const MARKS_OF_QUOTATION = wordSet('" “ ”')

/** Where a clause whose rest begins at `from` ends, `limit` being the next clause's start or the sentence's end. */
export function restEnd(marked: Marked, from: number, limit: number): number {
  let depth = 0
  for (let i = from; i < limit; i++) {
    const text = wordAt(marked, i)
    if (text === '(') depth++
    if (text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (CLOSERS.has(text) && !isInside(marked, i)) return i
    if (text === '-' && marked.tokens[i - 1]?.end !== marked.tokens[i]?.start) return i
    const aside = whoEnd(marked, i, limit)
    // 'had 5m users, people who came once, in May': the time behind the aside is the clause's own
    if (aside !== -1 && marked.periods[aside + 2] && /^(?:in|on|at)$/.test(wordAt(marked, aside + 1)))
      i = aside
    else if (text === ',' && !isInside(marked, i) && !isListComma(marked, i, limit)) return i
    if (
      (text === 'and' || text === 'but') &&
      startsPredicate(marked, i + 1) &&
      SPEECH_VERBS.has(marked.tokens[i + 1]?.lemma ?? '')
    )
      return i
    if (MARKS_OF_QUOTATION.has(text)) {
      // A few words in quotation marks are part of the clause.
      const close = closingQuote(marked, i, limit)
      if (close === -1) return i
      i = close
    }
  }
  return limit
}

/** The mark that closes the quotation opened at `i`, before `limit`; -1 where there is none. */
export function closingQuote(marked: Marked, i: number, limit: number): number {
  for (let at = i + 1; at < limit; at++) if (/^["”]$/.test(marked.tokens[at]?.text ?? '')) return at
  return -1
}

const isInside = (marked: Marked, i: number): boolean =>
  [marked.names, marked.quantities, marked.periods].some((cover) => cover[i] !== undefined)

/** Whether a verb, perhaps behind an adverb, begins a second predicate of the same subject. */
const startsPredicate = (marked: Marked, i: number): boolean =>
  !marked.names[i] &&
  (posAt(marked, i) === 'VERB' ||
    posAt(marked, i) === 'AUX' ||
    (posAt(marked, i) === 'ADV' && /^(?:VERB|AUX)$/.test(posAt(marked, i + 1))))

/** A comma of a list: 'chemicals, cars and food'. */
function isListComma(marked: Marked, i: number, limit: number): boolean {
  const nominal = (at: number) =>
    NOUN_LIKE.has(posAt(marked, at)) || marked.names[at] !== undefined || posAt(marked, at) === 'ADJ'
  if (
    !nominal(i - 1) ||
    !(nominal(i + 1) || posAt(marked, i + 1) === 'DET' || wordAt(marked, i + 1) === 'and')
  )
    return false
  if (/^(?:and|but)$/.test(wordAt(marked, i + 1)) && startsPredicate(marked, i + 2)) return false
  // ', and Airbus for a quarter': another subject without its verb
  if (
    wordAt(marked, i + 1) === 'and' &&
    marked.names[i + 2] &&
    rangeSome(i + 3, Math.min(limit, i + 7), (j) => /^(?:for|to|with|by|at)$/.test(wordAt(marked, j)))
  )
    return false
  if (posAt(marked, i - 1) === 'ADJ' && posAt(marked, i + 1) === 'VERB' && posAt(marked, i + 2) === 'NOUN')
    return true
  // 'lighter, faster boats'; 'Bend, Oregon'
  if (posAt(marked, i - 1) === 'ADJ' && posAt(marked, i + 1) === 'ADJ') return true
  if (marked.names[i - 1]?.sort === 'place' && marked.names[i + 1]?.sort === 'place') return true
  for (let at = i + 1; at < Math.min(limit, i + 12); at++) {
    const text = wordAt(marked, at)
    if (text === 'and' || text === 'or')
      return !rangeSome(i, limit, (j) => j > at && j < at + 4 && posAt(marked, j) === 'AUX')
    if (marked.names[at]) continue
    if (posAt(marked, at) === 'VERB' || posAt(marked, at) === 'AUX' || subordinates(marked, at)) return false
  }
  return false
}

const JOINTS = wordSet('and but or ,')

/** The end of a clause before the next one's subject: before 'and', 'while', 'that' and a comma. */
export function boundaryBefore(marked: Marked, from: number, subject: number): number {
  let i = subject
  while (i > from && (subordinates(marked, i - 1) || JOINTS.has(wordAt(marked, i - 1)))) i--
  return i
}
