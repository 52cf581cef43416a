import { lastOfName, type Marked, posAt, wordAt } from './marked.ts'
import { isNominal, subordinates } from './nominal.ts'
import { APOSTROPHES } from './words.ts'

/** Walks left over an apposition or relative clause between commas: 'Sam Cole, an analyst at X, | said'. Returns the index of its first comma, or -1. */
export function appositionStart(marked: Marked, comma: number): number {
  for (let i = comma - 1; i > 0; i--) {
    const text = wordAt(marked, i)
    if (/^[.;:"“”]$/.test(text)) return -1
    if (text !== ',') continue
    const first = wordAt(marked, i + 1)
    // ', the rest, most of it rent, | was': an aside on the aside before it
    if (isPartOfAside(marked, i)) return appositionStart(marked, i)
    if (isInList(marked, i, comma)) continue
    const isRelative = /^(?:which|who|whose)$/.test(first)
    const isNoun =
      /^(?:a|an|the|its|his|her|their|one|another|former|chief|chairman|president|head|director|founder|co-founder|analyst|senior|principal|managing|deputy|vice|governor|minister|secretary|spokesman|spokeswoman|economist|strategist|manager|partner|owner|leader|boss|editor|professor|lawyer|chairwoman|formerly|currently|two|three|four|five|based|including|part|called|known|named|dubbed|once|in|with|along|like|unlike|as|after|since|despite|though|although|albeit|while|when|both|all|each|now|then|already|among|under)$/.test(
        first,
      )
    const isAge = /^\d{2}$/.test(first)
    const isAside =
      /^(?:however|meanwhile|though|too|also|then|instead|therefore|nevertheless)$/.test(first) &&
      comma - i <= 3
    const isPossessive =
      marked.names[i + 1] !== undefined && APOSTROPHES.has(wordAt(marked, lastOfName(marked, i + 1) + 1))
    if (!isRelative && !isNoun && !isAge && !isAside && !isPossessive && !isParticiple(marked, i + 1))
      return -1
    const before = wordAt(marked, i - 1) === ')' ? openingBracket(marked, i - 1) - 1 : i - 1
    return isNominal(marked, before) && !subordinates(marked, before) ? i : -1
  }
  return -1
}

/** ', most of them payments for music,'. */
const isPartOfAside = (marked: Marked, i: number): boolean =>
  /^(?:most|many|some|half|all|part|much)$/.test(wordAt(marked, i + 1)) &&
  wordAt(marked, i + 2) === 'of' &&
  /^(?:it|them|which|this)$/.test(wordAt(marked, i + 3))

const AROUND_COMMA = /^(?:NOUN|PROPN|ADJ)$/

/** ', which is profit before interest, tax and other items,': a comma of a list inside what 'which' begins to tell. */
function isInList(marked: Marked, i: number, comma: number): boolean {
  if (!AROUND_COMMA.test(posAt(marked, i - 1)) || !AROUND_COMMA.test(posAt(marked, i + 1))) return false
  let and = i + 1
  while (and < comma && AROUND_COMMA.test(posAt(marked, and))) and++
  if (!/^(?:and|or)$/.test(wordAt(marked, and)) || !AROUND_COMMA.test(posAt(marked, and + 1))) return false
  for (let at = i - 1; at > 0 && wordAt(marked, at) !== '.'; at--)
    if (wordAt(marked, at) === ',') return wordAt(marked, at + 1) === 'which'
  return false
}

/** ', hit by falling sales,', ', having lost its licence,', ', US-listed,'. */
const isParticiple = (marked: Marked, i: number): boolean =>
  /(?:based|listed|owned)$/.test(wordAt(marked, i)) ||
  (posAt(marked, i) === 'VERB' &&
    /(?:ed|en|ing|wn|ght|ilt)$|^(?:hit|led|held|run|struck)$/.test(wordAt(marked, i)))

/** The bracket that the one at `i` closes; `i` itself where none is open. */
function openingBracket(marked: Marked, i: number): number {
  for (let at = i - 1; at >= Math.max(0, i - 12); at--) if (wordAt(marked, at) === '(') return at
  return i
}

/** 'Mr Okoro who is in Lagos, | has praised': the index of the 'who', or -1. */
export function relativeStart(marked: Marked, comma: number, floor: number): number {
  for (let i = comma - 1; i > Math.max(floor, comma - 25); i--) {
    const text = wordAt(marked, i)
    if (/^[,;:.()"“”]$/.test(text)) return -1
    if (/^(?:who|which)$/.test(text)) return isNominal(marked, i - 1) ? i : -1
  }
  return -1
}

const DASHES = new Set(['-', '–', '—', '--'])

/** A dash set off by spaces. */
export const isDash = (marked: Marked, i: number): boolean =>
  DASHES.has(wordAt(marked, i)) && marked.tokens[i - 1]?.end !== marked.tokens[i]?.start

/** The dash that closes what the one at `i` opens: the next in the sentence; -1 where `i` is no dash or none follows. */
export function closingDash(marked: Marked, i: number): number {
  if (isDash(marked, i))
    for (let at = i + 1; at < marked.tokens.length; at++) if (isDash(marked, at)) return at
  return -1
}

/** Walks left over what stands between two dashes: 'Alpine Re - the oldest insurer - | fell'. The index of the first dash, or -1. */
export function dashStart(marked: Marked, dash: number): number {
  for (let i = dash - 1; i > 0; i--) {
    const isVerb =
      posAt(marked, i) === 'AUX' || (posAt(marked, i) === 'VERB' && !/(?:ed|en|ing)$/.test(wordAt(marked, i)))
    if (isVerb || /^[.;:()"“”]$/.test(wordAt(marked, i))) return -1
    if (isDash(marked, i)) return isNominal(marked, i - 1) ? i : -1
  }
  return -1
}

const COUNTED = /^(?:people|those|customers|clients|visitors)$/

const opensWho = (marked: Marked, comma: number): boolean =>
  wordAt(marked, comma) === ',' &&
  COUNTED.test(wordAt(marked, comma + 1)) &&
  /^(?:who|that)$/.test(wordAt(marked, comma + 2))

/** ', people who used it within a month,': where what commas tell of those that are counted begins, told by the comma that closes it; `close` itself where nothing is told so. */
export function whoStart(marked: Marked, close: number, floor: number): number {
  for (let i = close - 1; i > floor; i--)
    if (wordAt(marked, i) === ',') return opensWho(marked, i) ? i : close
  return close
}

/** The comma that closes what the one at `comma` begins to tell of those that are counted; -1 where it tells nothing of them. */
export function whoEnd(marked: Marked, comma: number, limit: number): number {
  if (!opensWho(marked, comma)) return -1
  for (let i = comma + 1; i < limit; i++) if (wordAt(marked, i) === ',') return i
  return -1
}
