import type { Reach } from './amount.ts'
import { type Lexeme, pastHyphen } from './lexemes.ts'
import { readNumeral } from './numbers.ts'
import { tidy } from './numeral.ts'

/** How many of a part make the whole. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['sevenths', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['ninth', 9],
  ['ninths', 9],
  ['tenth', 10],
  ['tenths', 10],
  ['twentieth', 20],
  ['hundredth', 100],
])

/** What must follow a part of something, or stand before it, for it to be one: 'a third of', 'by a quarter', 'nearly half'. */
const OF =
  /^(?:of|the|its|their|his|her|our|that|those|what|as|more|less|higher|lower|fewer|larger|smaller|bigger|cheaper)$/
const LED =
  /^(?:by|about|nearly|almost|roughly|around|over|than|some|up|only|just|least|approximately|to|under)$/

const ratio = (value: number): number => Number(value.toPrecision(5))

/** A part of a whole that begins here: 'two-thirds', 'a quarter of', 'half the', 'one in five', 'half a percentage point', 'threefold'. */
export function readFraction(lexemes: readonly Lexeme[], at: number): Reach | null {
  return (
    readPart(lexemes, at) ??
    readHalf(lexemes, at) ??
    readOneIn(lexemes, at) ??
    readFold(lexemes, at) ??
    readSlash(lexemes, at)
  )
}

const reach = (
  first: number,
  next: number,
  value: number,
  unit: string,
  kind: Reach['kind'] = 'fraction',
): Reach => ({
  first,
  next,
  kind,
  unit,
  value,
  numeral: { value, next, decimals: 0, scale: 1, spelled: true, grouped: false },
})

/** '(percentage) point', 'per cent' behind a part: 'a quarter of a percentage point', 'quarter-point'. */
function readPointBehind(lexemes: readonly Lexeme[], at: number): { unit: 'pp' | '%'; next: number } | null {
  let i = pastHyphen(lexemes, at)
  if (lexemes[i]?.lower === 'of') i++
  if (lexemes[i]?.lower === 'a' || lexemes[i]?.lower === 'one') i++
  i = pastHyphen(lexemes, i)
  const isPercentage = /^(?:percentage|percent)$/.test(lexemes[i]?.lower ?? '')
  const point = isPercentage ? pastHyphen(lexemes, i + 1) : i
  if (/^points?$/.test(lexemes[point]?.lower ?? '')) return { unit: 'pp', next: point + 1 }
  if (lexemes[i]?.lower === 'percent') return { unit: '%', next: i + 1 }
  if (lexemes[i]?.lower === 'per' && lexemes[i + 1]?.lower === 'cent') {
    return lexemes[i + 2]?.lower === 'point' ? { unit: 'pp', next: i + 3 } : { unit: '%', next: i + 2 }
  }
  return null
}

/** 'two-thirds', 'three quarters of', 'a third of', 'one-tenth'. */
function readPart(lexemes: readonly Lexeme[], at: number): Reach | null {
  const word = lexemes[at]
  if (word?.sort !== 'word') return null
  const isArticle = word.lower === 'a'
  const numeral = isArticle ? null : readNumeral(lexemes, at)
  if (!isArticle && !(numeral?.spelled && numeral.next === at + 1 && numeral.value < 100)) return null
  const above = numeral?.value ?? 1
  const hyphened = pastHyphen(lexemes, at + 1)
  const part = lexemes[hyphened]
  const below = PARTS.get(part?.lower ?? '')
  if (below === undefined || part === undefined || above >= below * 3) return null
  const isMany = /s$/.test(part.lower) || part.lower === 'halves'
  if (above > 1 !== isMany) return null
  const next = hyphened + 1
  const point = readPointBehind(lexemes, next)
  if (point && below <= 10)
    return reach(at, point.next, ratio(above / below), point.unit, point.unit === 'pp' ? 'points' : 'percent')
  const after = lexemes[next]?.lower ?? ''
  const isHyphened = hyphened > at + 1
  const isLed = LED.test(lexemes[at - 1]?.lower ?? '')
  const isTime = part.lower === 'quarter' || part.lower === 'quarters'
  // 'a third party', 'three quarters in a row', 'a second half' are no parts of a whole.
  if (above > 1 && !isTime) return reach(at, next, ratio(above / below), 'fraction')
  if (lexemes[next]?.text === '-') return null
  if (
    /^(?:of|as)$/.test(after) &&
    !(isTime && /^(?:growth|decline|losses|profit)/.test(lexemes[next + 1]?.lower ?? ''))
  ) {
    return reach(at, next, ratio(above / below), 'fraction')
  }
  if (above > 1) return isHyphened ? reach(at, next, ratio(above / below), 'fraction') : null
  const endsHere =
    lexemes[next] === undefined ||
    lexemes[next]?.sort === 'mark' ||
    OF.test(after) ||
    /^(?:in|to|from|on|since|and|over|this|last|at|during|by|compared)$/.test(after)
  if ((isLed || isHyphened) && endsHere) return reach(at, next, ratio(above / below), 'fraction')
  return OF.test(after) &&
    after !== 'the' &&
    after !== 'that' &&
    /^(?:more|less|higher|lower|fewer|larger|smaller|bigger|cheaper)$/.test(after)
    ? reach(at, next, ratio(above / below), 'fraction')
    : null
}

/** 'half of', 'half the', 'more than half', 'half an hour', 'half a percentage point', 'quarter-point'. */
function readHalf(lexemes: readonly Lexeme[], at: number): Reach | null {
  const word = lexemes[at]?.lower
  if (word !== 'half' && word !== 'quarter') return null
  const before = lexemes[at - 1]?.lower ?? ''
  const share = word === 'half' ? 0.5 : 0.25
  const point = readPointBehind(lexemes, at + 1)
  if (point) return reach(at, point.next, share, point.unit, point.unit === 'pp' ? 'points' : 'percent')
  if (
    word === 'quarter' ||
    /^(?:a|the|first|second|third|and|other|latter|final|one|per|each|this|last|next|top|bottom|later)$/.test(
      before,
    )
  )
    return null
  const [next, then] = [lexemes[at + 1]?.lower ?? '', lexemes[at + 2]?.lower ?? '']
  if (/^an?$/.test(next) && /^(?:hour|day|year|mile|century|minute|second|acre|ounce|pint)$/.test(then)) {
    return reach(at, at + 3, 0.5, then, 'count')
  }
  if (lexemes[at + 1]?.text === '-') return null
  const isPart = /^(?:of|the|its|their|his|her|that|those|what|our|as|were|was|are|is|said|say)$/.test(next)
  return isPart || LED.test(before) ? reach(at, at + 1, 0.5, 'fraction') : null
}

/** 'one in five', 'three out of 10', 'one in every four'. */
function readOneIn(lexemes: readonly Lexeme[], at: number): Reach | null {
  const above = readNumeral(lexemes, at)
  if (!above || above.decimals > 0 || above.value < 1 || above.value > 20 || above.high !== undefined)
    return null
  let i = above.next
  const isOut = lexemes[i]?.lower === 'out' && lexemes[i + 1]?.lower === 'of'
  if (!isOut && lexemes[i]?.lower !== 'in') return null
  i += isOut ? 2 : 1
  if (lexemes[i]?.lower === 'every') i++
  const below = readNumeral(lexemes, i)
  if (
    !below ||
    below.decimals > 0 ||
    below.value <= above.value ||
    below.value > 1000 ||
    below.high !== undefined
  )
    return null
  if (!above.spelled && !isOut && ![3, 4, 5, 10, 100, 1000].includes(below.value)) return null
  const after = lexemes[below.next]
  // 'one in ten months', 'three in 10 days' say how long, and '5 in 10-inch' is neither.
  if (after && !after.spaced && after.sort !== 'mark') return null
  if (
    /^(?:days?|weeks?|months?|years?|hours?|minutes?|million|billion|per|percent)$/.test(
      after?.lower ?? '',
    ) ||
    after?.text === '%'
  )
    return null
  return reach(at, below.next, ratio(above.value / below.value), 'fraction')
}

/** 'threefold', 'three-fold', 'tenfold'. */
function readFold(lexemes: readonly Lexeme[], at: number): Reach | null {
  const word = lexemes[at]
  if (word?.sort !== 'word' || !word.lower.endsWith('fold') || word.lower.length < 6) return null
  const stem: Lexeme = { ...word, text: word.text.slice(0, -4), lower: word.lower.slice(0, -4) }
  const numeral = readNumeral([stem], 0)
  return numeral && numeral.value > 1 ? reach(at, at + 1, numeral.value, 'x', 'multiple') : null
}

const DENOMINATORS = new Set([2, 3, 4, 5, 8, 16, 32, 64, 128])

/** '1/16 of', '3/4 of'. */
function readSlash(lexemes: readonly Lexeme[], at: number): Reach | null {
  const [above, slash, below] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]]
  if (above?.sort !== 'number' || below?.sort !== 'number' || !above.spaced || slash?.spaced || below.spaced)
    return null
  if ((slash?.text !== '/' && slash?.text !== '⁄') || lexemes[at + 3]?.lower !== 'of') return null
  const [top, bottom] = [Number(above.text), Number(below.text)]
  if (!DENOMINATORS.has(bottom) || !(top < bottom) || top < 1) return null
  return reach(at, at + 3, tidy(Number((top / bottom).toPrecision(7))), 'fraction')
}
