import type { Quantity } from '../../quantities/quantity.ts'
import type { PhraseKey, Rival } from '../ask.ts'
import { phrase } from './names.ts'

/** Fractions as the news says them, by their value. */
const FRACTIONS: readonly (readonly [value: number, text: string])[] = [
  [0.1, 'a tenth'],
  [0.2, 'a fifth'],
  [0.25, 'a quarter'],
  [1 / 3, 'a third'],
  [0.5, 'half'],
  [2 / 3, 'two-thirds'],
  [0.75, 'three-quarters'],
]

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

const OF_NUMBER = 12

/** A fraction in words as an answer; null where it is none of the usual ones. */
export function fractionKey(text: string, { kind, value, start, end }: Quantity): PhraseKey | null {
  // 'half a million' counts
  if (/^ an? (?:hundred|thousand|million|billion|trillion|dozen)\b/.test(text.slice(end, end + OF_NUMBER)))
    return null
  if (kind !== 'fraction' || !FRACTIONS.some(([usual]) => isSame(usual, value))) return null
  const printed = text.slice(start, end).replace(/\s+/g, ' ').toLowerCase()
  return phrase('phrase', printed, [printed.replace(/-/g, ' '), printed.replace(/ /g, '-')])
}

/** The other usual fractions, nearest first. */
export const fractionRivals = ({ value }: Quantity, key: string): Rival[] =>
  FRACTIONS.filter(([other]) => !isSame(other, value))
    .sort(([a], [b]) => Math.abs(a - value) - Math.abs(b - value))
    .map(([, text]) => ({ key: phrase('phrase', text), why: `The article says ${key}.`, source: 'computed' }))
