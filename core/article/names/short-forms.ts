import { wordSet } from '../../word-set.ts'
import { ORGANISATION_ENDS } from './words.ts'

const LEGAL_FORMS =
  'Inc Incorporated Corp Corporation Company Co Ltd Limited plc PLC LLC AG SA NV SE ASA AB SpA GmbH LLP Oyj'
const isWordOf = (list: string): ((word: string) => boolean) => {
  const set = wordSet(list)
  return (word) => set.has(word.endsWith('.') ? word.slice(0, -1) : word)
}
/** 'Inc', 'plc': a firm's form of law. */
export const isLegalForm = isWordOf(LEGAL_FORMS)
/** What may be left off a firm's name: its form of law, 'Group', 'Airlines'. */
export const isCorporateTail = isWordOf(
  `${LEGAL_FORMS} Group Holdings Holding Bank Financial Airlines Airways Motors BancShares Bancshares`,
)

/** The first letters of the words that have a capital: 'FTC'. */
export const initials = (words: readonly string[]): string =>
  words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')

/** Bodies that a text calls by the last word of their name alone. */
const BODIES = wordSet(
  'Commission Committee Council Court Board Ministry Department Agency Authority Tribunal Parliament',
)

/** Whether `short` is how an article calls `full` after the first mention. */
export function isShortFor(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length) return false
  if (short.length === 1 && /^[A-Z]{2,6}$/.test(short[0] ?? '')) return initials(full) === short[0]
  // 'the Commission' of the European Commission
  if (short.length === 1 && BODIES.has(short[0] ?? '')) return full.at(-1) === short[0]
  const isHead = short.every((word, i) => word === full[i])
  if (isHead)
    return full.slice(short.length).every((word) => isCorporateTail(word) || ORGANISATION_ENDS.has(word))
  return false
}

/** 'Ruiz' for 'Ana Ruiz', 'Vega Ruiz' for 'Ana Vega Ruiz': what ends a person's full name. */
export const isSurnameOf = (short: readonly string[], full: readonly string[]): boolean =>
  short.length < 3 &&
  full.length > short.length &&
  full.length < 6 &&
  short.every((word, i) => word === full[full.length - short.length + i])
