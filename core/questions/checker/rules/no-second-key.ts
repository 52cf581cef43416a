import type { Reading } from '../../../article/reading.ts'
import type { Fact, Figure } from '../../../facts/fact.ts'
import type { Quantity } from '../../../quantities/quantity.ts'
import { impliedSide, sideOf } from '../../implied.ts'
import { type Amount, amountOf, factAmounts, isSame, isSameRounded } from '../amount.ts'
import type { Saying } from '../article-index.ts'
import { factsLike, frameOf } from '../frame.ts'
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

const FIGURES = ['value', 'by', 'from', 'to'] as const
const PHRASES = ['subject', 'measure', 'object', 'period'] as const

/** `value` and `to` play one part: the level reached. */
const partOf = (slot: (typeof FIGURES)[number]) => (slot === 'to' ? 'value' : slot)
const unitOf = (fact: Fact, slot: (typeof FIGURES)[number]) =>
  slot === 'by' ? (fact.by_unit ?? fact.unit) : fact.unit
const amountAt = (fact: Fact, slot: (typeof FIGURES)[number]): Amount | null =>
  factAmounts(fact[slot] as Figure | undefined, unitOf(fact, slot))

/** Whether two facts are about the same but for one respect. */
const isFrameBut = (but: (typeof PHRASES)[number], fact: Fact, other: Fact): boolean => {
  const [own, others] = [frameOf(fact), frameOf(other)]
  for (const slot of PHRASES) if (slot !== but && own[slot] !== others[slot]) return false
  return true
}

const hasSameFigures = (fact: Fact, other: Fact): boolean => {
  for (const slot of FIGURES)
    if (fact[slot] !== other[slot] && String(fact[slot]) !== String(other[slot])) return false
  return true
}

/** Other amounts the article gives for what the key answers: the same part of the same frame. */
function otherAmounts(key: Saying, fact: Fact, others: readonly Fact[]): Amount[] {
  if (key.amounts.length === 0) return []
  const asked = FIGURES.filter((slot) => {
    const held = amountAt(fact, slot)
    return held !== null && key.amounts.some((amount) => isSame(amount, held))
  })
  if (asked.length === 0) return []
  const parts = new Set(asked.map(partOf))
  const slots = FIGURES.filter((slot) => parts.has(partOf(slot)))
  return factsLike(fact, others)
    .filter((other) => other !== fact)
    .flatMap((other) => slots.flatMap((slot) => amountAt(other, slot) ?? []))
}

/** Other names and phrases that stand in the key's place in a fact otherwise the same. */
function otherPhrases(key: Saying, fact: Fact, others: readonly Fact[]): string[] {
  const asked = PHRASES.filter(
    (slot) => fact[slot] !== undefined && frameOf(fact)[slot] === plainWords(key.text),
  )
  if (asked.length === 0) return []
  const alike = others.filter(
    (other) =>
      other !== fact &&
      other.family === fact.family &&
      other.direction === fact.direction &&
      hasSameFigures(fact, other),
  )
  return asked.flatMap((slot) =>
    alike.filter((other) => isFrameBut(slot, fact, other)).flatMap((other) => other[slot] ?? []),
  )
}

/** A wrong answer that is right too, beside one of the keys. */
function secondKey(key: Saying, sight: Sight): string | null {
  const { wrong, facts, allFacts, reading } = sight
  const stated = statedOf(key, sight)
  const amounts = facts.flatMap((fact) => otherAmounts(key, fact, allFacts))
  const phrases = facts.flatMap((fact) => otherPhrases(key, fact, allFacts))
  for (const option of wrong) {
    if (isKeyAgain(option, key, stated, reading))
      return `'${option.text}' is the same as the answer ${key.text}.`
    if (isImplied(option, key, stated))
      return `'${option.text}' is also true, since ${key.text} is only a bound.`
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
