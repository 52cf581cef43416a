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
