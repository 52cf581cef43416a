import type { Figure } from './figure.ts'
import { isCapital, type Lexeme } from './lexemes.ts'
import { TIME_UNITS } from './units.ts'

/** Words before a number that make it a name: 'Chapter 11', 'flight 1282', 'number two'. */
const NAMED = new Set(
  'chapter article section rule page pages flight route line unit terminal grade class figure fig table episode season series part volume vol issue no nos number numbers phase level category tier stage step version generation type model mark channel room suite box gate platform highway road street area zone district group division round game match scene paragraph clause schedule appendix exhibit form lot item bus train track postcode zip psalm verse windows iphone ipad galaxy playstation xbox boeing airbus'.split(
    ' ',
  ),
)

/** Capitalised words that begin sentences and are no names. */
const OPENERS = new Set(
  (
    'a an the this that these those and or but if as at by for from in into of on over per than to under up with within without about above across after against along among around before between beyond during near since through until while when where which who ' +
    'some only just nearly almost roughly approximately all both each every another other more fewer less most many its their our his her my your no not yet also still even so then now here there today yesterday it he she they we you i is are was were has have had ' +
    'meanwhile however moreover instead overall currently together once exactly last next first second third additional total add adding including fully down plus minus revenue revenues profit profits sales shares net operating pre tax worth us uk eu earnings income least close ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** Whether a mark ties the number to a neighbour into something that is no figure: a path, a score, an address, a formula. */
function isTied(lexemes: readonly Lexeme[], { first, next }: Figure): boolean {
  const [before, start, after, beyond] = [
    lexemes[first - 1],
    lexemes[first],
    lexemes[next],
    lexemes[next + 1],
  ]
  if (before && start && !start.spaced && /^[/:@#&_*^\\|×]$/.test(before.text)) return true
  if (!after || after.spaced || !/^[/:@#_=^\\|×*]$/.test(after.text)) return false
  return beyond !== undefined && !beyond.spaced && (after.text !== '/' || beyond.sort === 'number')
}

/** Letters or a hyphen glued to the number's front: 'A380', 'F-150', 'COVID-19', but not 'minus-5' and 'sub-7'. */
function isGluedBefore(lexemes: readonly Lexeme[], first: number): boolean {
  const [start, before, stem] = [lexemes[first], lexemes[first - 1], lexemes[first - 2]]
  if (!start || !before || start.spaced) return false
  if (before.sort !== 'mark' || before.text === "'" || before.text === '.') return true
  if (before.text !== '-' || before.spaced) return false
  return (
    stem !== undefined && !/^(?:minus|sub|mid|plus|over|under|to|about|around|or|and|-)$/.test(stem.lower)
  )
}

/** Letters or digits glued to the number's end that are no unit: '96th', '5G', '777LR', '747-8', '555-0199'. */
function isGluedAfter(lexemes: readonly Lexeme[], { next, unit, numeral }: Figure): boolean {
  const [last, after, beyond] = [lexemes[next - 1], lexemes[next], lexemes[next + 1]]
  if (!after || after.spaced) return false
  if (after.sort === 'number') return true
  if (after.sort === 'word') return last?.text !== '%'
  return (
    after.text === '-' &&
    beyond?.sort === 'number' &&
    !beyond.spaced &&
    unit === undefined &&
    !numeral.spelled
  )
}

const AIRCRAFT =
  /^(?:jets?|jetliners?|planes?|aircraft|airplanes?|airliners?|series|family|programme|program|fleet|dreamliners?|max|line|production|deliveries|freighters?|models?)$/

/** 'Fortune 100', 'S&P 500', 'Forever 21', 'Big Four', '737 Max jets': a number that is part of a name. */
function isPartOfName(lexemes: readonly Lexeme[], { first, next, numeral, unit }: Figure): boolean {
  const [before, start, after] = [lexemes[first - 1], lexemes[first], lexemes[next]]
  if (!start || unit !== undefined || numeral.grouped || numeral.scale > 1) return false
  if (/^7[0-8]7$/.test(start.text) && after && (isCapital(after) || AIRCRAFT.test(after.lower))) return true
  if (!before || before.sort !== 'word' || !start.spaced) return false
  const isNamed = isCapital(before) && !OPENERS.has(before.lower) && !before.lower.endsWith('ly')
  if (!numeral.spelled) return isNamed
  return isCapital(start) && (isNamed || (after !== undefined && after.spaced && isCapital(after)))
}

const BONDS = /^(?:bonds?|notes?|yields?|treasury|treasuries|gilts?|bunds?|debt|paper)$/

/** 'a two-month contract', 'the 10-year yield': lengths that name a thing rather than count. */
function isLengthName(lexemes: readonly Lexeme[], { next, numeral, unit }: Figure): boolean {
  if (unit === undefined || !TIME_UNITS.has(unit)) return false
  const behind = lexemes[next]
  if (BONDS.test(behind?.lower ?? '') || BONDS.test(lexemes[next + 1]?.lower ?? '')) return true
  const isHyphened = lexemes[numeral.next]?.text === '-'
  return (
    isHyphened && numeral.spelled && behind?.lower !== 'old' && behind?.text !== '-' && behind?.text !== ','
  )
}

/** Whether the figure, by where it stands, is no figure at all. Dates and clock times are not judged here: their lexemes are known beforehand. */
export function isRefused(lexemes: readonly Lexeme[], figure: Figure): boolean {
  const { first, next, unit, numeral, isLed, value } = figure
  if (isLed) return isGluedAfter(lexemes, figure)
  if (isGluedBefore(lexemes, first) || isGluedAfter(lexemes, figure) || isTied(lexemes, figure)) return true
  if (isPartOfName(lexemes, figure) || isLengthName(lexemes, figure)) return true
  if (unit !== undefined) return false
  const [before, after] = [lexemes[first - 1], lexemes[next]]
  // 'COVID -19': a sign before a bare count is a stray hyphen.
  if (value < 0 && numeral.decimals === 0) return true
  // '3M' makes tape.
  if (NAMED.has(before?.lower ?? '')) return true
  if (before?.text === '.' && /^nos?$/.test(lexemes[first - 2]?.lower ?? '')) return true
  // '[12]' is a note, '(3)' an item.
  return /^[[(]$/.test(before?.text ?? '') && /^[\])]$/.test(after?.text ?? '') && !numeral.grouped
}

/** Words behind which a number without unit or noun is an amount all the same. */
const LEADING =
  /^(?:by|to|from|at|than|around|about|nearly|almost|over|under|roughly|approximately|of|is|was|be|are|were|some|least|up|below|above|between|reached|reach|hit|averaged|averaging|aged|totalled|totaled|another|exactly)$/

/** Whether a figure without unit or noun is an amount rather than some number: large, grouped, with decimals, or led by a word that says so. */
export function isBareAmount(lexemes: readonly Lexeme[], { first, next, numeral }: Figure): boolean {
  const [before, after] = [lexemes[first - 1], lexemes[next]]
  if (numeral.high !== undefined) return true
  if (numeral.spelled) return numeral.scale >= 1e5
  if (numeral.scale > 1 || numeral.grouped) return true
  // '12 m' may be metres, minutes or millions.
  if (after?.sort === 'word' && after.spaced && /^[a-z]$/.test(after.text) && after.text !== 'a') return false
  const isBeforeName = after !== undefined && after.spaced && isCapital(after)
  if (numeral.decimals > 0) return !isBeforeName || /^[A-Z]{2,4}$/.test(after?.text ?? '')
  return LEADING.test(before?.lower ?? '') && !isBeforeName
}
