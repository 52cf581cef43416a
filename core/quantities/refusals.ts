import type { Figure } from './figure.ts'
import { isCapital, type Lexeme } from './lexemes.ts'

/** Words before a number that make it a name: 'Chapter 11', 'flight 1282', 'number two'. */
const NAMED = new Set(
  'chapter article section rule page pages flight route line unit terminal grade class figure fig table episode season series part volume vol issue no nos number numbers phase level category tier stage step version level generation type model mark channel room suite box gate platform highway road street area zone district group division round game match week day act scene paragraph clause schedule appendix exhibit title form lot item point bus train track area g7 code postcode zip psalm verse apollo windows iphone ipad galaxy playstation xbox boeing airbus'.split(
    ' ',
  ),
)

/** Capitalised words that begin sentences and are no names. */
const OPENERS = new Set(
  (
    'a an the this that these those and or but if as at by for from in into of on over per than to under up with within without about above across after against along among around before between beyond during near since through until while when where which who ' +
    'some only just nearly almost roughly approximately all both each every another other more fewer less most many its their our his her my your no not yet also still even so then now here there today yesterday it he she they we you i is are was were has have had ' +
    'meanwhile however moreover instead overall currently together once exactly last next first nearly almost additional total add adding including fully up down another plus minus revenue revenues profit profits sales shares net operating pre tax worth us uk eu earnings income ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** Marks that tie a number to a neighbour into something that is no figure: paths, scores, addresses, codes. */
const TIES = /^[/:@#&_=+*^~\\|[\]]$/

const isTied = (lexemes: readonly Lexeme[], { first, next }: Figure): boolean => {
  const before = lexemes[first - 1]
  const after = lexemes[next]
  const start = lexemes[first]
  if (
    before &&
    start &&
    !start.spaced &&
    TIES.test(before.text) &&
    before.text !== '~' &&
    before.text !== '+' &&
    before.text !== '='
  )
    return true
  if (after && !after.spaced && /^[/:@#_=^\\|]$/.test(after.text)) {
    const beyond = lexemes[next + 1]
    return beyond !== undefined && !beyond.spaced && (after.text !== '/' || beyond.sort === 'number')
  }
  return false
}

/** Letters or a hyphen glued to the number's front: 'A380', 'F-150', 'COVID-19'. */
function isGluedBefore(lexemes: readonly Lexeme[], first: number): boolean {
  const start = lexemes[first]
  const before = lexemes[first - 1]
  if (!start || !before || start.spaced) return false
  if (before.sort !== 'mark') return true
  if (before.text !== '-' || before.spaced) return before.text === "'" && !before.spaced
  const stem = lexemes[first - 2]
  return stem !== undefined && !/^(?:minus|sub|mid|plus|over|under|to|about|around|or|and)$/.test(stem.lower)
}

/** Letters glued to the number's end that are no unit: '96th', '5G', '777LR'. */
function isGluedAfter(lexemes: readonly Lexeme[], { next, unit, numeral }: Figure): boolean {
  const after = lexemes[next]
  if (!after || after.spaced) return false
  if (after.sort === 'word' || after.sort === 'number')
    return lexemes[next - 1]?.text !== '%' || after.sort === 'number'
  const beyond = lexemes[next + 1]
  if (after.text !== '-' || !beyond || beyond.spaced) return false
  // '747-8', '777-200LR', '555-0199': names and numbers to dial.
  if (beyond.sort === 'number') return unit === undefined && !numeral.spelled
  return false
}

/** 'Fortune 100', 'S&P 500', 'Forever 21', 'Model 3': a bare number behind a name. */
function isPartOfName(lexemes: readonly Lexeme[], { first, numeral, unit }: Figure): boolean {
  const before = lexemes[first - 1]
  const start = lexemes[first]
  if (!before || !start || unit !== undefined || numeral.grouped || numeral.decimals > 0 || numeral.scale > 1)
    return false
  if (numeral.spelled) return false
  return start.spaced && isCapital(before) && !OPENERS.has(before.lower) && !/ly$/.test(before.lower)
}

/** Whether the figure, by where it stands, is no figure at all. Dates and clock times are known already: `inPeriod` marks the lexemes of periods. */
export function isRefused(lexemes: readonly Lexeme[], figure: Figure): boolean {
  const { first, next, unit, numeral, isLed } = figure
  if (isLed) return isGluedAfter(lexemes, figure)
  if (isGluedBefore(lexemes, first) || isGluedAfter(lexemes, figure) || isTied(lexemes, figure)) return true
  const before = lexemes[first - 1]
  if (before && NAMED.has(before.lower) && unit === undefined) return true
  if (before?.text === '.' && /^nos?$/.test(lexemes[first - 2]?.lower ?? '') && unit === undefined)
    return true
  if (isPartOfName(lexemes, figure)) return true
  const after = lexemes[next]
  // '[12]' is a note, '(3)' an item.
  if (
    before &&
    after &&
    /^[[(]$/.test(before.text) &&
    /^[\])]$/.test(after.text) &&
    unit === undefined &&
    !numeral.grouped
  )
    return true
  return false
}
