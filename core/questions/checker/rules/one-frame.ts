import type { Fact, Figure } from '../../../facts/fact.ts'
import { KINDS } from '../../question.ts'
import { factAmounts, isSameRounded } from '../amount.ts'
import { frameOf } from '../frame.ts'
import type { Rule } from '../rule.ts'
import { contentWords, wordsOf } from '../words.ts'

type Slot = 'value' | 'by' | 'from' | 'to'

const DIRECTION_WORDS = {
  up: /\b(?:rise|rose|risen|rising|up|grew|grow|gain|increas|climb|jump|soar|surg|higher|more|add|improv|expand|widen|double|triple|boost|lift|rais)/i,
  down: /\b(?:fall|fell|drop|declin|down|decreas|slump|slid|shrink|shrank|plung|lower|less|los[est]|cut|reduc|tumbl|dip|contract|narrow|halv|shed|trim|slip|sank|sink)/i,
} as const

/** Words that say a figure is not yet a fact. */
const NOT_YET =
  /\b(?:expect|forecast|guid|project|predict|estimat|plan|aim|target|will|would|could|may|might|propos|likely|outlook|anticipat|intend|hope|offer|seek)/i

const amountsOf = (fact: Fact, slots: readonly Slot[]) =>
  slots.flatMap((slot) => {
    const found = factAmounts(
      fact[slot] as Figure | undefined,
      slot === 'by' ? (fact.by_unit ?? fact.unit) : fact.unit,
    )
    return found ? [found] : []
  })

/** Whether the stem holds a word of the first that the second lacks. */
const tells = (stem: ReadonlySet<string>, own: string | undefined, others: string | undefined): boolean => {
  const taken = new Set(wordsOf(others ?? ''))
  return contentWords(own ?? '').some((word) => stem.has(word) && !taken.has(word))
}

/** Whether the question says which of two values of one measure it means. */
function isToldApart(stem: string, fact: Fact, other: Fact): boolean {
  const words = new Set(wordsOf(stem))
  if (tells(words, fact.period, other.period)) return true
  if (
    fact.period !== undefined &&
    other.period === undefined &&
    contentWords(fact.period).some((word) => words.has(word))
  )
    return true
  if (fact.status !== other.status && (fact.status === 'actual') !== NOT_YET.test(stem)) return true
  const isOtherWay =
    fact.direction !== undefined && other.direction !== undefined && fact.direction !== other.direction
  if (isOtherWay && fact.direction !== undefined && DIRECTION_WORDS[fact.direction].test(stem)) return true
  return (
    tells(words, fact.object, other.object) ||
    tells(words, fact.measure, other.measure) ||
    tells(words, fact.subject, other.subject)
  )
}

export const oneFrame: Rule = {
  number: 6,
  title:
    'Where the article gives several values of one measure (guidance and actual, quarter and year), the question says which it means.',
  kinds: KINDS,
  check: ({ question, trueText, key, facts, allFacts }) => {
    for (const fact of facts) {
      if (fact.family !== 'level' && fact.family !== 'change') continue
      for (const slots of [['value', 'to'], ['by'], ['from']] as const) {
        const own = amountsOf(fact, slots)
        const isAsked =
          key === null || key.amounts.some((amount) => own.some((held) => isSameRounded(amount, held)))
        if (own.length === 0 || !isAsked) continue
        const rival = allFacts.find(
          (other) =>
            other !== fact &&
            (other.family === 'level' || other.family === 'change') &&
            frameOf(other).subject === frameOf(fact).subject &&
            frameOf(other).measure === frameOf(fact).measure &&
            amountsOf(other, slots).some(
              (amount) => own[0]?.sort === amount.sort && !own.some((held) => isSameRounded(held, amount)),
            ) &&
            !isToldApart(`${question.stem} ${trueText}`, fact, other),
        )
        if (rival)
          return `The article gives ${fact.subject} another value of ${fact.measure ?? 'this'}${rival.period ? ` (${rival.period})` : ''}; the question does not tell them apart.`
      }
    }
    return null
  },
}
