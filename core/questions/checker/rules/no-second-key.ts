import type { Fact, Figure } from '../../../facts/fact.ts'
import { impliedSide, sideOf } from '../../implied.ts'
import { type Amount, amountOf, factAmounts, isSame, isSameRounded } from '../amount.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { plainWords } from '../words.ts'

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === b || plainWords(a ?? '') === plainWords(b ?? '')

/** The wrong answer is the key again: rounded, converted, or another name for it. */
function isKeyAgain(wrong: Saying, key: Saying, { stated, reading }: Sight): boolean {
  if (key.amounts.length > 0 && wrong.amounts.length > 0) {
    const inBrackets = stated.flatMap((quantity) => {
      if (!quantity.alternative || !key.amounts.some((amount) => isSame(amount, amountOf(quantity))))
        return []
      return [factAmounts(quantity.alternative.value, quantity.alternative.unit) ?? []].flat()
    })
    return wrong.amounts.some((other) =>
      [...key.amounts, ...inBrackets].some((amount) => isSameRounded(other, amount)),
    )
  }
  if (key.date !== null && wrong.date !== null) return key.date === wrong.date
  return isSameThing(wrong.text, key.text, reading)
}

/** The wrong figure follows from the right one: whoever rose by more than 9% rose by more than 8%. */
function isImplied(wrong: Saying, key: Saying, { stated }: Sight): boolean {
  const mentions = stated.filter((quantity) =>
    key.amounts.some((amount) => isSame(amount, amountOf(quantity))),
  )
  const sides = mentions.map(({ exactness }) => impliedSide(exactness))
  return (
    mentions.length > 0 &&
    wrong.amounts.some(({ value, sort }) =>
      key.amounts.some(
        (amount) => amount.sort === sort && sides.every((side) => side === sideOf(value, amount.value)),
      ),
    )
  )
}

const FIGURES = ['value', 'by', 'from', 'to'] as const
const PHRASES = ['subject', 'measure', 'object', 'period'] as const

/** `value` and `to` play one part: the level reached. */
const partOf = (slot: (typeof FIGURES)[number]) => (slot === 'to' ? 'value' : slot)
const unitOf = (fact: Fact, slot: (typeof FIGURES)[number]) =>
  slot === 'by' ? (fact.by_unit ?? fact.unit) : fact.unit
const amountAt = (fact: Fact, slot: (typeof FIGURES)[number]): Amount | null =>
  factAmounts(fact[slot] as Figure | undefined, unitOf(fact, slot))

/** Another fact of the article that answers the same question with the wrong answer. */
function isTrueElsewhere(wrong: Saying, key: Saying, fact: Fact, other: Fact): boolean {
  const frame = (slots: readonly (typeof PHRASES)[number][]) =>
    slots.every((slot) => same(fact[slot], other[slot]))
  if (frame(PHRASES)) {
    for (const slot of FIGURES) {
      const held = amountAt(fact, slot)
      if (!held || !key.amounts.some((amount) => isSame(amount, held))) continue
      const answers = FIGURES.filter((candidate) => partOf(candidate) === partOf(slot)).flatMap(
        (candidate) => amountAt(other, candidate) ?? [],
      )
      if (answers.some((answer) => wrong.amounts.some((amount) => isSame(amount, answer)))) return true
    }
  }
  for (const slot of PHRASES) {
    if (!same(fact[slot], key.text) || !same(other[slot], wrong.text)) continue
    const rest = PHRASES.filter((candidate) => candidate !== slot)
    const figures = FIGURES.every((figure) => JSON.stringify(fact[figure]) === JSON.stringify(other[figure]))
    if (other.family === fact.family && frame(rest) && figures && fact.direction === other.direction)
      return true
  }
  return false
}

export const noSecondKey: Rule = {
  number: 5,
  title:
    'No wrong answer is right too: not the key rounded or converted, nor true of the same thing elsewhere in the article.',
  kinds: ['choice', 'true-false'],
  check: (sight) => {
    const { key, wrong, facts, allFacts } = sight
    if (!key) return null
    for (const option of wrong) {
      if (isKeyAgain(option, key, sight)) return `'${option.text}' is the same as the answer ${key.text}.`
      if (isImplied(option, key, sight))
        return `'${option.text}' is also true, since ${key.text} is only a bound.`
      const second = facts.some((fact) =>
        allFacts.some((other) => other !== fact && isTrueElsewhere(option, key, fact, other)),
      )
      if (second) return `'${option.text}' is also true: the article says it of the same thing and time.`
    }
    return null
  },
}
