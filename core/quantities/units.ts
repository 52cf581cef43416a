import { type Lexeme, pastHyphen } from './lexemes.ts'
import { tableOf } from './table.ts'

/** What is measured, by the short forms that stand behind a number. Case as written; the unit is said in the singular. */
const SHORT = tableOf({
  km: 'kilometre',
  cm: 'centimetre',
  mm: 'millimetre',
  nm: 'nanometre',
  μm: 'micrometre',
  µm: 'micrometre',
  ft: 'foot',
  kg: 'kilogram',
  mg: 'milligram',
  g: 'gram',
  lb: 'pound',
  lbs: 'pound',
  oz: 'ounce',
  ml: 'millilitre',
  mL: 'millilitre',
  mph: 'mile per hour',
  kph: 'kilometre per hour',
  kmh: 'kilometre per hour',
  mpg: 'mile per gallon',
  rpm: 'revolution per minute',
  bhp: 'brake horsepower',
  hp: 'horsepower',
  HP: 'horsepower',
  PS: 'horsepower',
  Nm: 'newton metre',
  W: 'watt',
  kW: 'kilowatt',
  KW: 'kilowatt',
  MW: 'megawatt',
  GW: 'gigawatt',
  TW: 'terawatt',
  kWh: 'kilowatt hour',
  KWh: 'kilowatt hour',
  MWh: 'megawatt hour',
  GWh: 'gigawatt hour',
  TWh: 'terawatt hour',
  mAh: 'milliampere-hour',
  Wh: 'watt hour',
  V: 'volt',
  kV: 'kilovolt',
  Hz: 'hertz',
  kHz: 'kilohertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  dB: 'decibel',
  KB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  Gb: 'gigabit',
  TB: 'terabyte',
  PB: 'petabyte',
  Mbps: 'megabit per second',
  Gbps: 'gigabit per second',
  MP: 'megapixel',
  ppm: 'part per million',
  ppb: 'part per billion',
  GPa: 'gigapascal',
  MPa: 'megapascal',
  psi: 'pound per square inch',
  min: 'minute',
  mins: 'minute',
  sec: 'second',
  secs: 'second',
  hr: 'hour',
  hrs: 'hour',
  ms: 'millisecond',
  yrs: 'year',
  yr: 'year',
  bpd: 'barrel per day',
  boe: 'barrel of oil equivalent',
  bbl: 'barrel',
  sqm: 'square metre',
  sqft: 'square foot',
  ha: 'hectare',
  teu: 'twenty-foot equivalent unit',
  TEU: 'twenty-foot equivalent unit',
  TEUs: 'twenty-foot equivalent unit',
  cc: 'cubic centimetre',
  kcal: 'kilocalorie',
})

/** Nouns of measure that stay singular before another noun ('a 6 kilometre run'), with the spelling of the house. */
const NOUNS = tableOf({
  kilometer: 'kilometre',
  kilometre: 'kilometre',
  meter: 'metre',
  metre: 'metre',
  centimeter: 'centimetre',
  centimetre: 'centimetre',
  millimeter: 'millimetre',
  millimetre: 'millimetre',
  nanometer: 'nanometre',
  nanometre: 'nanometre',
  micrometer: 'micrometre',
  mile: 'mile',
  yard: 'yard',
  foot: 'foot',
  feet: 'foot',
  inch: 'inch',
  inches: 'inch',
  acre: 'acre',
  hectare: 'hectare',
  liter: 'litre',
  litre: 'litre',
  milliliter: 'millilitre',
  millilitre: 'millilitre',
  gallon: 'gallon',
  barrel: 'barrel',
  ton: 'ton',
  tonne: 'tonne',
  kilogram: 'kilogram',
  kilo: 'kilogram',
  gram: 'gram',
  milligram: 'milligram',
  ounce: 'ounce',
  pound: 'pound',
  watt: 'watt',
  kilowatt: 'kilowatt',
  megawatt: 'megawatt',
  gigawatt: 'gigawatt',
  terawatt: 'terawatt',
  volt: 'volt',
  horsepower: 'horsepower',
  hertz: 'hertz',
  gigabyte: 'gigabyte',
  megabyte: 'megabyte',
  terabyte: 'terabyte',
  megapixel: 'megapixel',
  degree: 'degree',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  quarter: 'quarter',
  decade: 'decade',
  point: 'point',
  cylinder: 'cylinder',
  calorie: 'calorie',
})

/** Units that are time; a number before one is a length of time even inside a period's words. */
export const TIME_UNITS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

/** The noun of measure a word is, plural or not; undefined where it is none. */
export const measureOf = (word: string): string | undefined =>
  NOUNS[word] ?? (word.endsWith('s') ? NOUNS[word.slice(0, -1)] : undefined)

const SPACE_AND = tableOf({
  square: 'square',
  sq: 'square',
  cubic: 'cubic',
  cu: 'cubic',
  nautical: 'nautical',
})
const RATES = tableOf({
  h: 'hour',
  hr: 'hour',
  s: 'second',
  sec: 'second',
  day: 'day',
  d: 'day',
})

/** A unit of measure behind a number. */
export interface Measure {
  readonly unit: string
  readonly next: number
}

/** 'per hour', '/h' behind a unit of length: part of the unit. */
function readRate(lexemes: readonly Lexeme[], at: number, unit: string): Measure {
  const [mark, word] = [lexemes[at], lexemes[at + 1]]
  if (mark?.text === '/' && !mark.spaced && word && RATES[word.lower]) {
    return { unit: `${unit} per ${RATES[word.lower]}`, next: at + 2 }
  }
  const isPace = /^(?:mile|kilometre|metre)$/.test(unit)
  if (
    isPace &&
    (mark?.lower === 'per' || mark?.lower === 'an') &&
    /^(?:hour|second|minute|gallon)$/.test(word?.lower ?? '')
  ) {
    return { unit: `${unit} per ${word?.lower}`, next: at + 2 }
  }
  return { unit, next: at }
}

/** Degrees: '°C', 'degrees Celsius', 'Fahrenheit'. */
function readDegrees(lexemes: readonly Lexeme[], at: number): Measure | null {
  const isSign = lexemes[at]?.text === '°' || lexemes[at]?.text === 'º'
  const isWord = /^degrees?$/.test(lexemes[at]?.lower ?? '')
  const scale = lexemes[isSign || isWord ? at + 1 : at]
  const next = isSign || isWord ? at + 2 : at + 1
  if (/^(?:celsius|centigrade)$/.test(scale?.lower ?? '')) return { unit: 'degree Celsius', next }
  if (scale?.lower === 'fahrenheit') return { unit: 'degree Fahrenheit', next }
  if (isSign && scale?.text === 'C') return { unit: 'degree Celsius', next }
  if (isSign && scale?.text === 'F') return { unit: 'degree Fahrenheit', next }
  return isSign || isWord ? { unit: 'degree', next: at + 1 } : null
}

/** 'year-old', 'years old', 'month-old': an age. */
function readAge(lexemes: readonly Lexeme[], at: number): Measure | null {
  const unit = /^(year|month|week|day)s?$/.exec(lexemes[at]?.lower ?? '')?.[1]
  const old = lexemes[pastHyphen(lexemes, at + 1)]
  if (unit === undefined || !/^olds?$/.test(old?.lower ?? '')) return null
  return { unit: `${unit} of age`, next: pastHyphen(lexemes, at + 1) + 1 }
}

/** Reads a unit of measure at a lexeme. A glued 'm' ('37m') is metres. */
export function readMeasure(lexemes: readonly Lexeme[], at: number): Measure | null {
  const degrees = readDegrees(lexemes, pastHyphen(lexemes, at))
  if (degrees) return degrees
  const from = pastHyphen(lexemes, at)
  const word = lexemes[from]
  if (word?.text === '″') return { unit: 'inch', next: from + 1 }
  if (word?.sort !== 'word') return null
  const space = SPACE_AND[word.lower]
  if (space !== undefined) {
    const dot = lexemes[from + 1]?.text === '.' ? 1 : 0
    const noun = lexemes[pastHyphen(lexemes, from + 1 + dot)]
    const base = noun && (noun.text === 'm' ? 'metre' : (measureOf(noun.lower) ?? SHORT[noun.text]))
    if (base !== undefined && noun) {
      return { unit: `${space} ${base}`, next: pastHyphen(lexemes, from + 1 + dot) + 1 }
    }
    return null
  }
  if (word.text === 'm' && !word.spaced) {
    const square = lexemes[from + 1]
    if (square?.text === '²' || (square?.text === '2' && !square.spaced))
      return { unit: 'square metre', next: from + 2 }
    // '400m' alone may be millions of something.
    const isLength =
      /^(?:high|tall|long|wide|deep|above|below|away|sprint|race|pool|tower|mast|run|dash|freestyle)$/
    const behind = lexemes[pastHyphen(lexemes, from + 1)]
    const isSaidInFeet = behind?.text === '(' && /^(?:ft|feet)$/.test(lexemes[from + 3]?.lower ?? '')
    if (behind?.text !== '/' && !isLength.test(behind?.lower ?? '') && !isSaidInFeet) return null
    return readRate(lexemes, from + 1, 'metre')
  }
  if (/^(?:km|ft|cm)$/.test(word.text)) {
    const square = lexemes[from + 1]
    const base = SHORT[word.text] ?? ''
    if (square?.text === '²' || (square?.text === '2' && !square.spaced))
      return { unit: `square ${base}`, next: from + 2 }
  }
  if (word.text === 'lb' || word.text === 'ft' || word.text === 'pound') {
    const other = lexemes[pastHyphen(lexemes, from + 1)]
    if (/^(?:ft|feet|foot|lb)$/.test(other?.lower ?? '') && lexemes[from + 1]?.text === '-') {
      return { unit: 'pound-foot', next: from + 3 }
    }
  }
  const age = readAge(lexemes, from)
  if (age) return age
  if (
    /^(?:b|boe|bbl)$/.test(word.lower) &&
    lexemes[from + 1]?.text === '/' &&
    lexemes[from + 2]?.lower === 'd'
  ) {
    return { unit: 'barrel per day', next: from + 3 }
  }
  const short = SHORT[word.text]
  if (short !== undefined) return readRate(lexemes, from + 1, short)
  const noun = measureOf(word.lower)
  // 'three quarter-point rises' are three rises.
  if (noun === 'quarter' && lexemes[from + 1]?.text === '-') return null
  return noun === undefined ? null : readRate(lexemes, from + 1, noun)
}
