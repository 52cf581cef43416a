import type { Random } from '../random.ts'
import { keepWith } from '../remember.ts'
import { type Ask, type FigureKey, type Key, type Rival, SLOT } from './ask.ts'
import { standsIn } from './checker/words.ts'
import { asksCompany, isNoCompany } from './company-like.ts'
import { restyle, stepOf } from './figure-text.ts'
import { fill } from './fill.ts'
import { impliedSide, sideOf } from './implied.ts'
import type { Wish } from './kind.ts'
import { orderValue } from './order-value.ts'

/** Figures closer than this look like a slip of the pen, not like another answer: those the ask brings, and those made here. */
const NEAREST = 1.1
const NEAREST_MADE = 1.15
/** Beyond this ratio a figure is not taken for the key while a nearer one can be had, and beyond the next one never. */
const FAR = 3.5
const FARTHEST = 5
/** A wider ratio between two figures side by side, and a made-up one goes between them. */
const WIDE = 2.2
const RATIOS = { low: 1.22, high: 1.7 }
const ATTEMPTS = 12

const isApart = (a: number, b: number, nearest = NEAREST): boolean => {
  const [low, high] = Math.abs(a) < Math.abs(b) ? [Math.abs(a), Math.abs(b)] : [Math.abs(b), Math.abs(a)]
  return a * b <= 0 ? a !== b : high / low >= nearest
}

/** Whether the larger of two figures is more than so many times the smaller. */
export const isBeyond = (a: number, b: number, ratio: number): boolean =>
  Math.max(Math.abs(a), Math.abs(b)) > ratio * Math.min(Math.abs(a), Math.abs(b))

/** In a sentence, what the article says instead of a figure nobody gave. */
export const whyComputed = (ask: Ask): string =>
  `The article gives no such figure. ${ask.statement?.includes(SLOT) ? fill(ask.statement, ask.key.text) : `It gives ${ask.key.text}.`}`

/** Rivals the ask brings that can stand beside its key: other figures far enough away in the same unit, other phrases of the same sort and look. Best first; sought once for all forms of its questions. */
export const fitRivals = keepWith((ask: Ask): readonly Rival[] => {
  const { key } = ask
  const own = key.text.toLowerCase()
  const texts = new Set([own])
  const takesCompanies = key.type === 'phrase' && asksCompany(ask.stem ?? '')
  const fit = ask.rivals.filter(({ key: other }) => {
    if (other.type !== key.type) return false
    if (key.type === 'figure' && other.type === 'figure') {
      if (sideOf(other.value, key.value) === impliedSide(ask.fact.exactness)) return false
      if (other.unit !== key.unit || (other.high === undefined) !== (key.high === undefined)) return false
      if (
        key.high !== undefined
          ? other.value < key.high && (other.high ?? 0) > key.value
          : !isApart(key.value, other.value) || isBeyond(key.value, other.value, FARTHEST)
      )
        return false
    }
    const text = other.text.toLowerCase()
    if (texts.has(text)) return false
    if (takesCompanies && isNoCompany(other.text)) return false
    // What the question speaks of is seen not to be its answer.
    if (other.type === 'phrase' && ask.stem !== undefined && standsIn(other.text, ask.stem)) return false
    if (key.type === 'phrase' && other.type === 'phrase') {
      if (other.sort !== key.sort || text.includes(own) || own.includes(text)) return false
      if (key.accepts.some((name) => name.toLowerCase() === text)) return false
    }
    texts.add(text)
    return true
  })
  const isFar = ({ key: other }: Rival) =>
    key.type === 'figure' && other.type === 'figure' && isBeyond(key.value, other.value, FAR)
  const near = fit.filter((rival) => !isFar(rival))
  return [
    ...SOURCES.flatMap((wanted) => near.filter(({ source }) => source === wanted)),
    ...(near.length < fit.length ? fit.filter(isFar) : []),
  ]
})

/** Where rivals come from, best first. */
const SOURCES: readonly Rival['source'][] = ['article', 'computed', 'outside']

/** Where the next made-up figure belongs on one side of the key: in the first wide gap between it and those already there, else beyond the outermost. */
function roomOn(
  side: 'below' | 'above',
  key: number,
  beside: readonly number[],
): { readonly from: number; readonly until?: number } {
  const isOnSide = (value: number): boolean => (side === 'above' ? value > key : value < key)
  const outward = beside.filter(isOnSide).sort((a, b) => (side === 'above' ? a - b : b - a))
  let from = key
  for (const until of outward) {
    if (from * until > 0 && isBeyond(from, until, WIDE)) return { from, until }
    from = until
  }
  return { from }
}

/** A figure nobody gave, in a wide gap between the key and `beside` on one side of it or else beyond them, in the key's precision and unit; null where none fits (below 1%, above 100%). */
export function makeFigure(
  ask: Ask & { readonly key: FigureKey },
  side: 'below' | 'above',
  beside: readonly number[],
  random: Random,
  taken: Wish['taken'] = [],
): Rival | null {
  const { key } = ask
  if (key.high !== undefined || key.value === 0 || side === impliedSide(ask.fact.exactness)) return null
  const step = stepOf(key) * key.scale
  const { from, until } = roomOn(side, key.value, beside)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const ratio = RATIOS.low + random.next() * (RATIOS.high - RATIOS.low) + attempt * 0.02
    const grows = (side === 'above') === key.value > 0
    const raw = grows ? from * ratio : from / ratio
    const value = Number((Math.round(raw / step) * step).toPrecision(12))
    const isTaken = taken.some(({ value: other, unit }) => unit === key.unit && isOne(other, value))
    const isInRoom =
      side === 'above'
        ? value > from && value < (until ?? Number.POSITIVE_INFINITY)
        : value < from && value > (until ?? Number.NEGATIVE_INFINITY)
    const isApartFromAll = [key.value, ...beside].every((other) => isApart(other, value, NEAREST_MADE))
    const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = ask.bounds ?? {}
    if (value === 0 || !isInRoom || isTaken || !isApartFromAll || value <= above || value >= below) continue
    if (key.unit === '%' && Math.abs(key.value) <= 100 && Math.abs(value) >= 100) continue
    const text = restyle(key, value)
    if (text === null || text === key.text) continue
    return { key: { ...key, value, text }, why: whyComputed(ask), source: 'computed' }
  }
  return null
}

const isOne = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b))

const isFigureAsk = (ask: Ask): ask is Ask & { readonly key: FigureKey } => ask.key.type === 'figure'

/** Wrong options that put an ordered key in place `rank` among them: the ask's own rivals first, made figures where they run out. Null where that place cannot be had. */
function atRank(
  ask: Ask,
  rivals: readonly Rival[],
  { rank, count }: { readonly rank: number; readonly count: number },
  random: Random,
  taken: Wish['taken'],
): Rival[] | null {
  const place = orderValue(ask.key)
  if (place === null) return null
  const chosen: Rival[] = []
  const values: number[] = []
  for (const side of ['below', 'above'] as const) {
    const wanted = side === 'below' ? rank : count - rank
    const onSide = rivals.filter((rival) => {
      const value = orderValue(rival.key)
      return value !== null && (side === 'below' ? value < place : value > place)
    })
    const isFar = ({ key }: Rival): boolean => key.type === 'figure' && isBeyond(key.value, place, FAR)
    let have = 0
    const take = (rival: Rival): void => {
      const value = orderValue(rival.key)
      if (value === null) return
      if (rival.key.type === 'figure' && !values.every((other) => isApart(other, value))) return
      chosen.push(rival)
      values.push(value)
      have++
    }
    for (const rival of onSide) if (have < wanted && !isFar(rival)) take(rival)
    // Nobody takes a figure five times the key for it: one made up nearer is the better wrong answer.
    while (have < wanted && isFigureAsk(ask)) {
      const made = makeFigure(ask, side, values, random, taken)
      if (made === null) break
      take(made)
    }
    for (const rival of onSide) if (have < wanted && isFar(rival)) take(rival)
    if (have < wanted) return null
  }
  return isAloneIn(ask.key, chosen) ? null : chosen
}

const decimalsOf = (key: Key): number => (key.type === 'figure' ? key.decimals : 0)

/** Whether the key alone is given to its precision, so that it stands out. */
const isAloneIn = (key: Key, rivals: readonly Rival[]): boolean =>
  rivals.every((rival) => decimalsOf(rival.key) !== decimalsOf(key))

/** The rivals of an ordered key; the best on either side that are as precise as it come first, so that it does not stand out. */
const likeFirst = keepWith((ask: Ask): readonly Rival[] => {
  const { key } = ask
  const rivals = fitRivals(ask)
  const place = orderValue(key) ?? 0
  const alike = rivals.filter((rival) => decimalsOf(rival.key) === decimalsOf(key))
  const first = [
    alike.find((rival) => (orderValue(rival.key) ?? 0) < place),
    alike.find((rival) => (orderValue(rival.key) ?? 0) > place),
  ].filter((rival) => rival !== undefined)
  return [...first, ...rivals.filter((rival) => !first.includes(rival))]
})

const fromArticle = (rivals: readonly Rival[]): number =>
  rivals.filter(({ source }) => source === 'article').length

/** So many true figures of the article among the wrong options are enough. */
const ENOUGH = 2

/** Wrong options for an ordered key: three where possible, two where not. The first place wished for that keeps enough of what the article itself offers, else the one that keeps most. */
export function orderedRivals(ask: Ask, random: Random, wish: Wish = {}): Rival[] | null {
  const rivals = likeFirst(ask)
  const enough = Math.min(ENOUGH, fromArticle(rivals))
  for (const count of [3, 2]) {
    const places = random.shuffle(Array.from({ length: count + 1 }, (_, rank) => rank))
    const wished = (wish.ranks ?? []).filter((rank) => rank <= count)
    let best: Rival[] | null = null
    for (const rank of new Set([...wished, ...places])) {
      const chosen = atRank(ask, rivals, { rank, count }, random, wish.taken)
      if (chosen && (best === null || fromArticle(chosen) > fromArticle(best))) best = chosen
      if (best && fromArticle(best) >= enough) return best
    }
    if (best) return best
  }
  return null
}

/** Wrong options for a key without order: the best three (or two), from outside the article only where it offers fewer than two itself, one of them long enough that the key's length tells nothing. */
export function unorderedRivals(ask: Ask): Rival[] | null {
  const look = (text: string) => (/^\p{Lu}/u.test(text) ? 'capital' : /^\d/.test(text) ? 'digit' : 'small')
  const { key } = ask
  const rivals = fitRivals(ask).filter((rival) => look(rival.key.text) === look(key.text))
  const isLong = (rival: Rival) => rival.key.text.length * 1.25 >= key.text.length
  const inside = rivals.filter(({ source }) => source !== 'outside')
  const best = (inside.length >= 2 ? inside : rivals).slice(0, 3)
  const long = rivals.find(isLong)
  if (!long || best.length < 2) return null
  return best.some(isLong) ? best : [...best.slice(0, -1), long]
}
