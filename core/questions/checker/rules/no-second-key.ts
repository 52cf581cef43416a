import type { Reading } from '../../../article/reading.ts'
import { type Fact, isClausal } from '../../../facts/fact.ts'
import { grouped } from '../../../grouped.ts'
import type { Quantity } from '../../../quantities/quantity.ts'
import { keepWith } from '../../../remember.ts'
import { impliedSide, sideOf } from '../../implied.ts'
import {
  type Amount,
  amountAt,
  amountOf,
  FIGURE_SLOTS,
  type FigureSlot,
  factAmounts,
  isSame,
  isSameRounded,
} from '../amount.ts'
import type { Saying } from '../article-index.ts'
import { factsLike, frameOf } from '../frame.ts'
import { isListedWith, isSaidOf } from '../listed-with.ts'
import { wayOfMove } from '../movement.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { plainWords } from '../words.ts'

/** What the passages say of a figure that is the key: the mentions of it, and what else it comes to in the brackets behind them. */
interface Stated {
  readonly inBrackets: readonly Amount[]
  /** The side on which, by every mention, other figures are true as well; null where they are not. */
  readonly impliedSide: 'below' | 'above' | null
}

function statedOf(key: Saying, { stated }: Sight): Stated {
  const mentions = stated.filter((quantity) =>
    key.amounts.some((amount) => isSame(amount, amountOf(quantity))),
  )
  const sides = new Set(mentions.map(({ exactness }) => impliedSide(exactness)))
  const [side = null] = sides
  return { inBrackets: mentions.flatMap(bracketOf), impliedSide: sides.size === 1 ? side : null }
}

const bracketOf = ({ alternative }: Quantity): Amount[] => {
  const amount = alternative && factAmounts(alternative.value, alternative.unit)
  return amount ? [amount] : []
}

/** The wrong answer is the key again: rounded, converted, or another name for it. */
function isKeyAgain(wrong: Saying, key: Saying, { inBrackets }: Stated, reading: Reading): boolean {
  if (key.amounts.length > 0 && wrong.amounts.length > 0)
    return wrong.amounts.some(
      (other) =>
        key.amounts.some((amount) => isSameRounded(other, amount)) ||
        inBrackets.some((amount) => isSameRounded(other, amount)),
    )
  if (key.date !== null && wrong.date !== null) return key.date === wrong.date
  return isSameThing(wrong.text, key.text, reading)
}

/** The wrong figure follows from the right one: whoever rose by more than 9% rose by more than 8%. */
const isImplied = (wrong: Saying, key: Saying, { impliedSide: side }: Stated): boolean =>
  side !== null &&
  wrong.amounts.some(({ value, sort }) =>
    key.amounts.some((amount) => amount.sort === sort && side === sideOf(value, amount.value)),
  )

const PHRASES = ['subject', 'measure', 'object', 'period'] as const

/** `value` and `to` play one part: the level reached. */
const partOf = (slot: FigureSlot) => (slot === 'to' ? 'value' : slot)

type Respect = (typeof PHRASES)[number]

/** All that a fact says but for one respect, in one line. */
function lineBut(but: Respect, fact: Fact): string {
  const frame = frameOf(fact)
  const figures = FIGURE_SLOTS.map((slot) => String(fact[slot]))
  const phrases = PHRASES.filter((slot) => slot !== but).map((slot) => frame[slot])
  return [fact.family, fact.direction, ...figures, ...phrases].join('\n')
}

/** Facts by their lines, a list for each respect that has been asked for: looking through all for every question would cost the square of the article's length. */
const listsOf = keepWith((_: readonly Fact[]) => new Map<Respect, ReadonlyMap<string, readonly Fact[]>>())

function listBut(but: Respect, facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const kept = listsOf(facts).get(but)
  if (kept) return kept
  const list = grouped(facts, (fact) => lineBut(but, fact))
  listsOf(facts).set(but, list)
  return list
}

/** Other amounts the article gives for what the key answers: the same part of the same frame. */
function otherAmounts(key: Saying, fact: Fact, others: readonly Fact[]): Amount[] {
  if (key.amounts.length === 0) return []
  const asked = FIGURE_SLOTS.filter((slot) => {
    const held = amountAt(fact, slot)
    return held !== null && key.amounts.some((amount) => isSame(amount, held))
  })
  if (asked.length === 0) return []
  const parts = new Set(asked.map(partOf))
  const slots = FIGURE_SLOTS.filter((slot) => parts.has(partOf(slot)))
  return (
    factsLike(fact, others)
      // What is told as a happening holds its figures in one clause, each in a place of its own.
      .filter((other) => other !== fact && !isClausal(other))
      .flatMap((other) => slots.flatMap((slot) => amountAt(other, slot) ?? []))
  )
}

/** Other names and phrases that stand in the key's place in a fact otherwise the same. */
function otherPhrases(key: Saying, fact: Fact, others: readonly Fact[]): string[] {
  const asked = PHRASES.filter(
    (slot) => fact[slot] !== undefined && frameOf(fact)[slot] === plainWords(key.text),
  )
  if (asked.length === 0) return []
  return asked.flatMap((slot) =>
    (listBut(slot, others).get(lineBut(slot, fact)) ?? [])
      .filter((other) => other !== fact)
      .flatMap((other) => other[slot] ?? []),
  )
}

/** A figure within the range that is true: no statement with it is plainly false. */
const isWithin = (wrong: Saying, key: Saying, { question }: Sight): boolean =>
  question.kind === 'true-false' &&
  key.amounts.some(({ value, high, sort }) =>
    wrong.amounts.some(
      (other) =>
        high !== undefined &&
        other.sort === sort &&
        value <= other.value &&
        (other.high ?? other.value) <= high,
    ),
  )

/** Two words for one movement: whatever climbed rose. */
function isSameMove(wrong: Saying, key: Saying): boolean {
  const way = wayOfMove(key.text)
  return way !== null && way === wayOfMove(wrong.text)
}

/** A second figure of the key's own sentence for the same thing: 'rose 11%, or 9% excluding gift cards'. */
function isOtherBasis(wrong: Saying, key: Saying, { stated, reading }: Sight): boolean {
  const at = (saying: Saying) =>
    stated.filter((quantity) => saying.amounts.some((amount) => isSame(amount, amountOf(quantity))))
  return at(key).some((own) =>
    at(wrong).some((other) => {
      const [first, second] = own.start < other.start ? [own, other] : [other, own]
      return /^,? or $|^ \($/.test(reading.text.slice(first.end, second.outerStart))
    }),
  )
}

const SHORT_NAME = /(?<![\p{L}\d])\p{Lu}\p{Ll}{4,}(?![\p{L}\d])/gu

/** 'Orrinneftegas' in a question about Orrin: what begins as a name of the question does may be the same thing. */
const growsFrom = (wrong: string, asked: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(wrong) &&
  (asked.match(SHORT_NAME) ?? []).some((name) => wrong !== name && wrong.startsWith(name))

const REACH_BEFORE = 60

/** 'The Bank's Rates Committee' beside the Bank of Norland: what its own committee did, the bank did. */
function isBodyOf(wrong: string, key: string, { reading: { text } }: Sight): boolean {
  if (!/^\p{Lu}/u.test(wrong) || !/^\p{Lu}/u.test(key)) return false
  const words = key.split(' ')
  const owners = words.flatMap((_, count) => {
    const short = words.slice(0, count + 1).join(' ')
    return [`${short}'s`, `${short}’s`]
  })
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
    const before = text.slice(Math.max(0, at - REACH_BEFORE), at).trimEnd()
    // 'the Bank's own Rates Committee'
    const farther = before.slice(0, Math.max(0, before.lastIndexOf(' ')))
    if (owners.some((owner) => before.endsWith(owner) || farther.endsWith(owner))) return true
  }
  return false
}

/** A wrong answer that is right too, beside one of the keys. */
function secondKey(key: Saying, sight: Sight): string | null {
  const { wrong, facts, allFacts, reading } = sight
  const stated = statedOf(key, sight)
  const amounts = facts.flatMap((fact) => otherAmounts(key, fact, allFacts))
  const phrases = facts.flatMap((fact) => otherPhrases(key, fact, allFacts))
  for (const option of wrong) {
    if (isKeyAgain(option, key, stated, reading) || isSameMove(option, key))
      return `'${option.text}' is the same as the answer ${key.text}.`
    if (isWithin(option, key, sight)) return `'${option.text}' lies within ${key.text}, and is true as well.`
    if (isImplied(option, key, stated))
      return `'${option.text}' is also true, since ${key.text} is only a bound.`
    if (isOtherBasis(option, key, sight))
      return `'${option.text}' is the same figure on another basis, and true as well.`
    if (key.amounts.length === 0 && option.amounts.length === 0) {
      if (isListedWith(option.text, key.text, sight))
        return `'${option.text}' is also true: the passage names it in one breath with '${key.text}'.`
      if (growsFrom(option.text, sight.asked.replace(option.text, '')))
        return `'${option.text}' may be what the question speaks of.`
      if (isBodyOf(option.text, key.text, sight))
        return `'${option.text}' is also true: it is a part of '${key.text}'.`
      if (key.date === null && isSaidOf(option.text, key.text, sight))
        return `'${option.text}' is also true: the article says the same of it.`
    }
    const isTrueToo =
      amounts.some((other) => option.amounts.some((amount) => isSame(amount, other))) ||
      phrases.some((other) => plainWords(other) === plainWords(option.text))
    if (isTrueToo) return `'${option.text}' is also true: the article says it of the same thing and time.`
  }
  return null
}

export const noSecondKey: Rule = {
  number: 5,
  title:
    'No wrong answer is right too: not the key rounded or converted, nor true of the same thing elsewhere in the article.',
  kinds: ['choice', 'multiple-response', 'true-false'],
  check: (sight) => {
    for (const key of sight.keys) {
      const second = secondKey(key, sight)
      if (second) return second
    }
    return null
  },
}
