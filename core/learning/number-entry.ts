import { remember } from '../remember.ts'
import { CURRENCIES, FILLERS, MEASURES, SCALES } from './unit-words.ts'

/** A typed number: in the question's unit, with the words in which it was read; or why it is no number (which is not the same as wrong). */
export type NumberReading =
  | { readonly valid: true; readonly value: number; readonly text: string }
  | { readonly valid: false; readonly text: string }

type Measure = (typeof MEASURES)[string] | 'money' | 'plain'

/** A unit of entry, read. `words` are singular and lower case. */
export interface EntryUnit {
  readonly scale: number
  readonly measure: Measure
  readonly currencies: readonly string[]
  readonly words: ReadonlySet<string>
}

const WORD = /[\p{L}]{0,3}\p{Sc}|\p{L}+|%/gu
const NUMERAL = /\d[\d.,'’  ]*/gu
const LONGEST = 80

/** One spelling for each way of saying percent, points and basis points, so that words can be read one by one. */
function simplify(text: string): string {
  const plain = (/[^ -~]/.test(text) ? text.normalize('NFKC') : text)
    .toLowerCase()
    .replace(/[\s  ]+/g, ' ')
    .trim()
  if (!/cent|%|basis/.test(plain)) return plain
  return plain
    .replace(/\bper cent\b/g, 'percent')
    .replace(/(?:percentage|percent|%)[ -]points?\b/g, 'pp')
    .replace(/\bbasis[ -]points?\b/g, 'bp')
}

const wordsOf = (text: string): string[] => [...text.matchAll(WORD)].map(([word]) => word)
const singular = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)

/** What 'billion yuan (Rmb bn)', '%' or 'aircraft' asks for. */
export const entryUnitOf: (text: string) => EntryUnit = remember((text) => {
  const words = wordsOf(simplify(text))
  const currencies = words.map((word) => CURRENCIES[word] ?? []).sort((a, b) => a.length - b.length)
  const narrowest = currencies.find((codes) => codes.length > 0) ?? []
  const scale = words.map((word) => SCALES[word]).find((size) => size !== undefined) ?? 1
  const named = words.map((word) => MEASURES[word]).find((measure) => measure !== undefined)
  const measure = named ?? (narrowest.length > 0 ? 'money' : 'plain')
  return { scale, measure, currencies: narrowest, words: new Set(words.map(singular)) }
})

const formats = new Map<string, Intl.NumberFormat>()

/** Formatting for a locale; for one nobody knows, English. Making one is slow, so each is kept. */
function formatFor(locale: string): Intl.NumberFormat {
  const kept = formats.get(locale)
  if (kept) return kept
  let format: Intl.NumberFormat
  try {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  } catch {
    format = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
  }
  formats.set(locale, format)
  return format
}

const separatorOf: (locale: string) => string = remember(
  (locale) =>
    formatFor(locale)
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.',
)

/** A numeral as a number: the locale's mark is the point, the other one groups, unless it cannot (1,5). */
function numeralValue(numeral: string, decimal: string): number | null {
  const compact = numeral.replace(/['’ ]/g, '')
  const group = decimal === ',' ? '.' : ','
  const isGrouped = (text: string, mark: string) =>
    text
      .split(mark)
      .slice(1)
      .every((part) => part.length === 3 || part.length === 2)
  const [whole = '', ...rest] = compact.split(decimal)
  if (rest.length === 0) {
    const parts = whole.split(group)
    const last = parts.at(-1) ?? ''
    if (parts.length === 2 && last.length !== 3) return Number(`${parts[0]}.${last}`)
    return parts.length === 1 || (isGrouped(whole, group) && last.length === 3)
      ? Number(parts.join(''))
      : null
  }
  if (rest.length > 1) {
    return isGrouped(compact, decimal) && (rest.at(-1) ?? '').length === 3 && !compact.includes(group)
      ? Number(compact.replaceAll(decimal, ''))
      : null
  }
  const fraction = rest[0] ?? ''
  if (fraction.includes(group)) return null
  if (whole.includes(group) && !isGrouped(whole, group)) return null
  return Number(`${whole.replaceAll(group, '')}.${fraction}`)
}

/** How much of a numeral is left without the marks and spaces at its end ('280,' in '280, or so'). */
function lengthWithoutMarks(numeral: string): number {
  let { length } = numeral
  while (length > 0 && ".,'’ ".includes(numeral.charAt(length - 1))) length--
  return length
}

const tidy = (value: number): number => Number(value.toPrecision(12))

/** A number in a unit, as it is said to a reader: '61.5 billion yuan', '8%'. */
export function sayNumber(value: number, unit: string, locale = 'en'): string {
  const digits = formatFor(locale).format(value)
  const said = unit.replace(/\([^()]*\)/g, '').trim()
  return said.startsWith('%') ? `${digits}${said}` : `${digits} ${said}`.trim()
}

/** Where a number is asked for: its unit and the locale it is typed in. */
interface Field {
  readonly unit: string
  readonly locale?: string
}

/** Reads what was typed into a number field that asks in `unit`. The scale and currency may be typed or left out; a bare number from a million up in a field that asks in millions or more is taken as written in full. */
export function readNumber(text: string, field: Field): NumberReading {
  const read = valueTyped(text, field)
  return typeof read === 'string'
    ? { valid: false, text: read }
    : { valid: true, value: read, text: sayNumber(read, field.unit, field.locale) }
}

/** The number alone; in words, why there is none. */
export function valueTyped(text: string, { unit, locale = 'en' }: Field): number | string {
  if (text.trim() === '') return 'Type a number.'
  if (text.length > LONGEST) return 'That is too long to be one number.'
  const typed = simplify(text)
  const [numeral, ...others] = [...typed.matchAll(NUMERAL)]
  if (!numeral) return 'Type a number in figures.'
  if (others.length > 0) return 'Type one number only.'
  const digits = numeral[0].slice(0, lengthWithoutMarks(numeral[0]))
  const size = numeralValue(digits, separatorOf(locale))
  if (size === null || !Number.isFinite(size)) return 'That number cannot be read.'

  const before = typed.slice(0, numeral.index)
  const after = typed.slice(numeral.index + digits.length)
  const asked = entryUnitOf(unit)
  let scale: number | null = null
  let sign = /[-−–] ?\p{Sc}?$/u.test(before) ? -1 : 1
  for (const word of [...wordsOf(before), ...wordsOf(after)]) {
    const codes = CURRENCIES[word]
    const measure = MEASURES[word]
    const multiplier = SCALES[word]
    if (word === 'minus' || word === 'negative') sign = -1
    else if (multiplier !== undefined && !(word === 't' && asked.words.has('tonne')))
      scale = (scale ?? 1) * multiplier
    else if (codes) {
      if (!codes.some((code) => asked.currencies.includes(code))) return `The answer is asked for in ${unit}.`
    } else if (measure) {
      if (measure !== asked.measure) return `The answer is asked for in ${unit}.`
    } else if (!FILLERS.has(word) && !asked.words.has(singular(word))) {
      return `'${word}' is not part of a number in ${unit}.`
    }
  }
  const inFull = scale === null && asked.scale >= 1e6 && size >= 1e6
  return tidy((sign * size * (scale ?? (inFull ? 1 : asked.scale))) / asked.scale)
}
