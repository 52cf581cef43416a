import { overlapsAny } from '../../../article/span.ts'
import type { Fact } from '../../../facts/fact.ts'
import type {
  ChoiceQuestion,
  MatchingQuestion,
  MultipleResponseQuestion,
  OrderingQuestion,
} from '../../question.ts'
import { type Amount, amountOf, amountsHeld, isSame } from '../amount.ts'
import { figuresOf, sayingOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { contentWords, plainWords, rootsOf, standsIn } from '../words.ts'

/** Which end of an order the instruction puts first. */
const FROM_THE_TOP =
  /\b(?:highest|largest|biggest|greatest|fastest|strongest|most|steepest|sharpest|longest|latest|newest) first\b|\bfrom (?:the )?(?:highest|largest|biggest|greatest|fastest|strongest|most|steepest|sharpest|longest|latest|newest)\b/i
const FROM_THE_BOTTOM =
  /\b(?:lowest|smallest|least|slowest|weakest|shortest|earliest|oldest|first) first\b|\bfrom (?:the )?(?:lowest|smallest|least|slowest|weakest|shortest|earliest|oldest)\b/i

/** The value that puts an item in its place: the one figure of its reason that the passages state, or the one time it names. */
function placeOf(why: string, { index, statedAmounts, question, reading }: Sight): Amount | string {
  const stated = figuresOf(why, index)
    .map(amountOf)
    .filter((amount) => statedAmounts.some((other) => isSame(amount, other)))
  const [figure] = stated
  if (figure) return stated.length === 1 ? figure : `'${why}' gives more than one figure.`
  const times = new Set(
    reading.periods
      .filter((period) => overlapsAny(period, question.evidence))
      .filter(
        ({ start, end, phrase }) =>
          standsIn(reading.text.slice(start, end), why) || (phrase !== undefined && standsIn(phrase, why)),
      )
      .flatMap(({ from }) => from ?? []),
  )
  const [time] = times
  return time !== undefined && times.size === 1
    ? { value: Number(time.replaceAll('-', '')), sort: 'date', slack: 0 }
    : `'${why}' gives neither a figure nor a time that the passages state.`
}

/** Whether the passages speak of an item at all. */
const isSpokenOf = (item: string, { evidenceText }: Sight): boolean => {
  const said = rootsOf(evidenceText)
  return contentWords(item).length === 0 || rootsOf(item).some((root) => said.includes(root))
}

/** Clauses of the passages, so that a figure is looked for beside its own item. */
const CLAUSE = /[;:]\s|,\s(?:while|whereas|but|and)\s|\b(?:while|whereas|but)\b|\.\s/

/** How far before a place in a clause, or else behind it, an item is named. */
function distanceTo(item: string, clause: string, at: number): number {
  const lower = clause.toLowerCase()
  const before = Math.max(-1, ...contentWords(item).map((word) => lower.lastIndexOf(word, at)))
  if (before >= 0) return at - before
  const behind = contentWords(item)
    .map((word) => lower.indexOf(word, at))
    .filter((place) => place >= 0)
  return behind.length > 0 ? clause.length + Math.min(...behind) : Number.POSITIVE_INFINITY
}

/** Whether wherever the passages give the figure of a reason, it belongs to another item: 'store sales' with the figure of online sales. */
function isOthersFigure(
  item: string,
  why: string,
  others: readonly string[],
  { question, reading, index }: Sight,
): boolean {
  const figures = figuresOf(why, index).map((figure) => why.slice(figure.start, figure.end))
  const places = question.evidence
    .flatMap(({ start, end }) => reading.text.slice(start, end).split(CLAUSE))
    .flatMap((clause) => figures.map((figure) => ({ clause, at: clause.indexOf(figure) })))
    .filter(({ at }) => at >= 0)
  return (
    places.length > 0 &&
    places.every(({ clause, at }) => {
      const own = distanceTo(item, clause, at)
      return others.some((other) => distanceTo(other, clause, at) < own)
    })
  )
}

function orderProblem({ stem, answer, reasons }: OrderingQuestion, sight: Sight): string | null {
  const falls = FROM_THE_TOP.test(stem)
  if (falls === FROM_THE_BOTTOM.test(stem)) return 'The instruction does not say which end comes first.'
  const strange = answer.find((item) => !isSpokenOf(item, sight))
  if (strange !== undefined) return `'${strange}' does not stand in the passages.`
  let before: Amount | null = null
  for (const [i, why] of reasons.entries()) {
    const place = placeOf(why, sight)
    if (typeof place === 'string') return place
    const item = answer[i] ?? ''
    if (
      isOthersFigure(
        item,
        why,
        answer.filter((other) => other !== item),
        sight,
      )
    )
      return `By the passages the figure in '${why}' is not that of '${item}'.`
    if (place.high !== undefined) return `'${why}' gives a range, which has no place of its own.`
    if (before && before.sort !== place.sort) return 'The items are measured in different units.'
    if (before && Math.abs(before.value - place.value) <= before.slack + place.slack)
      return `'${answer[i - 1]}' and '${answer[i]}' are level or too close to be told apart.`
    if (before && before.value > place.value !== falls)
      return `'${answer[i]}' stands in the wrong place by its own reason.`
    before = place
  }
  return null
}

const rootSet = (text: string): ReadonlySet<string> => new Set(rootsOf(text))

const isWithin = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  [...inner].every((root) => outer.has(root))

const namedBy = ({ subject, measure = '' }: Fact): string => `${subject} / ${measure}`

const saidBy = (fact: Fact): string => `${namedBy(fact)} / ${fact.object ?? ''} / ${fact.period ?? ''}`

/** Whether a figure is what a level or change of exactly this thing comes to. */
function isItsFigure(left: string, right: readonly Amount[], { allFacts }: Sight): boolean {
  const named = rootSet(left)
  return allFacts.some((fact) => {
    if (fact.family !== 'level' && fact.family !== 'change') return false
    const own = rootSet(namedBy(fact))
    return (
      isWithin(named, own) &&
      isWithin(own, named) &&
      amountsHeld(fact, ['value', 'by']).some((amount) => right.some((other) => isSame(amount, other)))
    )
  })
}

/** Whether what the question's facts, or else a sentence of the passages that names no other left, put two things together. */
function areStatedTogether([left, right]: readonly [string, string], sight: Sight): boolean {
  const { question, facts, reading, index } = sight
  const { amounts } = sayingOf(right, index)
  if (amounts.length > 0) return isItsFigure(left, amounts, sight)
  const about = facts.filter((fact) => standsIn(left, fact.subject))
  if (about.length > 0) return about.some((fact) => isWithin(rootSet(right), rootSet(saidBy(fact))))
  const others = (question as MatchingQuestion).answer.flatMap(([other]) => (other === left ? [] : [other]))
  return reading.sentences.some((sentence) => {
    if (!overlapsAny(sentence, question.evidence)) return false
    const text = reading.text.slice(sentence.start, sentence.end)
    return standsIn(left, text) && standsIn(right, text) && !others.some((other) => standsIn(other, text))
  })
}

function pairsProblem({ answer }: MatchingQuestion, sight: Sight): string | null {
  for (const [left, right] of answer) {
    if (!areStatedTogether([left, right], sight))
      return `The passages do not put '${left}' and '${right}' together.`
    for (const [side, own] of [left, right].entries()) {
      const same = answer.find(
        (pair) => pair[side as 0 | 1] !== own && isSameThing(pair[side as 0 | 1], own, sight.reading),
      )
      if (same) return `'${same[side as 0 | 1]}' and '${own}' are two names of one thing.`
    }
    const rival = sight.allFacts.find(({ family, subject, measure, object }) =>
      answer.some(
        ([other, otherRight]) =>
          other !== left &&
          sight.facts.some((fact) => fact.family === family) &&
          plainWords(subject) === plainWords(left) &&
          [measure, object].some((text) => text !== undefined && plainWords(text) === plainWords(otherRight)),
      ),
    )
    if (rival) return `By the article '${rival.measure ?? rival.object}' goes with '${left}' as well.`
  }
  return null
}

const ASKS_MOST = /\b(?:fastest|most|largest|highest|biggest|steepest)\b/i

/** A choice among things compared: the key stands out by its own figure, as each option's reason gives it. */
function topProblem({ stem, options }: ChoiceQuestion, sight: Sight): string | null {
  if (!ASKS_MOST.test(stem)) return null
  let key: Amount | null = null
  const others: Amount[] = []
  for (const { why, correct } of options) {
    const place = placeOf(correct ? sight.question.explanation : why, sight)
    if (typeof place === 'string') return place
    if (correct) key = place
    else others.push(place)
  }
  const top = key
  return top && others.every(({ value, sort }) => sort === top.sort && value < top.value)
    ? null
    : 'By the reasons given, the answer is not the one that stands out.'
}

const ASKS_LEAST = /\b(?:slowest|least|smallest|lowest)\b/i

/** Right options among things compared: each of them stands above, or below, every wrong one. */
function topsProblem({ stem, options }: MultipleResponseQuestion, sight: Sight): string | null {
  const way = ASKS_MOST.test(stem) ? 1 : ASKS_LEAST.test(stem) ? -1 : 0
  if (way === 0) return null
  let lowestRight = Number.POSITIVE_INFINITY
  let highestWrong = Number.NEGATIVE_INFINITY
  for (const { why, correct } of options) {
    const place = placeOf(why, sight)
    if (typeof place === 'string') return place
    if (correct) lowestRight = Math.min(lowestRight, way * place.value)
    else highestWrong = Math.max(highestWrong, way * place.value)
  }
  return lowestRight > highestWrong
    ? null
    : 'By the reasons given, the right options are not those that stand out.'
}

/** Rule 22. */
export const partsStated: Rule = {
  number: 22,
  title:
    'What is to be ordered has distinct, stated values; what is to be matched belongs together one to one.',
  kinds: ['ordering', 'matching', 'choice', 'multiple-response'],
  check: (sight) => {
    const { question } = sight
    if (question.kind === 'ordering') return orderProblem(question, sight)
    const compares = sight.facts.some(({ family }) => family === 'comparison')
    if (question.kind === 'choice') return compares ? topProblem(question, sight) : null
    if (question.kind === 'multiple-response') return compares ? topsProblem(question, sight) : null
    return question.kind === 'matching' ? pairsProblem(question, sight) : null
  },
}
