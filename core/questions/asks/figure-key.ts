import type { Quantity } from '../../quantities/quantity.ts'
import type { FigureKey } from '../ask.ts'

const SCALES: Readonly<Record<number, string>> = {
  1000: 'thousand',
  1000000: 'million',
  1000000000: 'billion',
  1000000000000: 'trillion',
}

const PLURALS: Readonly<Record<string, string>> = {
  USD: 'US dollars',
  EUR: 'euros',
  GBP: 'pounds',
  JPY: 'yen',
  CNY: 'yuan',
  INR: 'rupees',
  KRW: 'won',
  CHF: 'Swiss francs',
  BRL: 'reais',
  AUD: 'Australian dollars',
  CAD: 'Canadian dollars',
  HKD: 'Hong Kong dollars',
  SEK: 'Swedish kronor',
  DKK: 'Danish kroner',
  NOK: 'Norwegian kroner',
  RUB: 'roubles',
  MXN: 'Mexican pesos',
  ZAR: 'rand',
  SGD: 'Singapore dollars',
  NZD: 'New Zealand dollars',
  'USD cent': 'US cents',
  'EUR cent': 'euro cents',
  'GBP penny': 'pence',
  '%': '%',
  pp: 'percentage points',
  bp: 'basis points',
  x: 'times',
}

/** The words behind the number as printed: 'jets' in '348 jets'. */
const countedWords = (printed: string): string =>
  printed
    .replace(/^(?:[\d.,\s]+|[a-z]+(?:-[a-z]+)? )/i, '')
    .replace(/^(?:hundred|thousand|million|billion|trillion|bn|mn|m|k)\s/i, '')
    .trim()

/** The unit as said before a number is typed in: 'billion yuan', '%', 'jets'. */
function entryUnitOf({ unit, scale, kind, per }: Quantity, printed: string): string {
  const scaled = SCALES[scale]
  const noun = kind === 'count' ? countedWords(printed) || unit : (PLURALS[unit] ?? unit)
  const whole = scaled === undefined ? noun : `${scaled} ${noun}`
  return per === undefined ? whole : `${whole} a ${per}`
}

const keys = new WeakMap<Quantity, FigureKey | null>()

/** A quantity as an answer, made once for all the asks that want it. */
export function figureKey(text: string, quantity: Quantity): FigureKey | null {
  const known = keys.get(quantity)
  if (known !== undefined) return known
  const key = makeKey(text, quantity)
  keys.set(quantity, key)
  return key
}

/** Null for fractions and for large numbers in words: options in words have no common form. */
function makeKey(text: string, quantity: Quantity): FigureKey | null {
  if (quantity.kind === 'fraction' || quantity.unit === '') return null
  // 'Five of the six vaults' holds two figures
  if (/ of /.test(text.slice(quantity.start, quantity.end))) return null
  if (
    quantity.spelled &&
    (quantity.kind !== 'count' || quantity.value < 3 || quantity.value > 99 || quantity.scale !== 1)
  )
    return null
  const printed = text.slice(quantity.start, quantity.end).replace(/[\s\u200B]+/g, ' ')
  // Twelve or so; nobody types in dozens.
  if (/\bdozens?\b/i.test(printed)) return null
  return {
    type: 'figure',
    value: quantity.value,
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
    unit: quantity.unit,
    text: printed,
    scale: quantity.scale,
    decimals: quantity.decimals,
    entryUnit: entryUnitOf(quantity, printed),
  }
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/

/** Another value written as `printed` is: 'Rmb460bn' with 426000000000 is 'Rmb426bn'. */
export function writtenLike(key: FigureKey, value: number, decimals: number): FigureKey {
  const shown = (value / key.scale).toFixed(decimals)
  const [whole = '', part] = shown.split('.')
  // A text that prints 1200 without a comma prints others so.
  const isPlain = /\d{4}/.test(key.text) && whole.length <= 4
  const grouped = isPlain ? whole : whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, ',')
  const { high: _, ...rest } = key
  return {
    ...rest,
    value,
    decimals,
    text: key.text.replace(NUMBER, part === undefined ? grouped : `${grouped}.${part}`),
  }
}
