import { type Lexeme, pastHyphen } from './lexemes.ts'
import { tableOf } from './table.ts'

const SHARED = new Set(
  'share month barrel year tonne ton week day hour minute second ounce gallon litre liter pound kilogram kilo gram head person piece night mile kilometre kilometer quarter bushel bottle unit vehicle car household therm megawatt employee customer user kilowatt acre hectare trip ride pop game flight seat passenger ticket package pack dose'.split(
    ' ',
  ),
)

const ADVERBS = tableOf({
  annually: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
})
const REFERRED = /^(?:earlier|ago|before|later|after|previously|prior|from|hence)$/
const SHORT = tableOf({
  bbl: 'barrel',
  annum: 'year',
  oz: 'ounce',
  lb: 'pound',
  gal: 'gallon',
  mo: 'month',
  yr: 'year',
  kg: 'kilogram',
})
const AREA = new Set(['square', 'sq', 'cubic'])

/** What an amount is per, right behind it: 'a share', 'per square foot', '-a-year', '/month'. `next` is the index behind it. */
export function readPer(lexemes: readonly Lexeme[], at: number): { noun: string; next: number } | null {
  const from = pastHyphen(lexemes, at)
  const word = lexemes[from]
  if (!word) return null
  const adverb = ADVERBS[word.lower]
  if (adverb !== undefined) return { noun: adverb, next: from + 1 }
  const isSlash = word.text === '/' && !word.spaced
  const isPer = word.lower === 'per'
  if (!isSlash && !isPer && !/^an?$/.test(word.lower)) return null
  const then = pastHyphen(lexemes, from + 1)
  const noun = lexemes[then]
  if (noun?.sort !== 'word') return null
  if (AREA.has(noun.lower)) {
    const dot = lexemes[then + 1]?.text === '.' ? 1 : 0
    const base = lexemes[pastHyphen(lexemes, then + 1 + dot)]
    if (base?.sort !== 'word') return null
    const name = /^m$|^met/.test(base.lower) ? 'metre' : /^f(?:oo)?t$/.test(base.lower) ? 'foot' : base.lower
    return {
      noun: `${noun.lower === 'cubic' ? 'cubic' : 'square'} ${name}`,
      next: pastHyphen(lexemes, then + 1 + dot) + 1,
    }
  }
  if (isPer ? noun.lower === 'cent' || noun.lower === 'se' : !SHARED.has(SHORT[noun.lower] ?? noun.lower))
    return null
  // '£25bn a year earlier' is per nothing.
  if (!isPer && REFERRED.test(lexemes[then + 1]?.lower ?? '')) return null
  return { noun: SHORT[noun.lower] ?? noun.lower, next: then + 1 }
}
