import { overlapsAny } from '../../../article/span.ts'
import type { MatchingQuestion, OrderingQuestion } from '../../question.ts'
import { type Amount, amountOf, isSame } from '../amount.ts'
import { figuresOf } from '../article-index.ts'
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
      .filter((period) => standsIn(reading.text.slice(period.start, period.end), why))
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

function orderProblem({ stem, answer, reasons }: OrderingQuestion, sight: Sight): string | null {
  const falls = FROM_THE_TOP.test(stem)
  if (falls === FROM_THE_BOTTOM.test(stem)) return 'The instruction does not say which end comes first.'
  const strange = answer.find((item) => !isSpokenOf(item, sight))
  if (strange !== undefined) return `'${strange}' does not stand in the passages.`
  let before: Amount | null = null
  for (const [i, why] of reasons.entries()) {
    const place = placeOf(why, sight)
    if (typeof place === 'string') return place
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

/** Whether a sentence of the passages, or a fact the question names, puts two things together. */
function areStatedTogether(left: string, right: string, { question, facts, reading }: Sight): boolean {
  const isHeld = facts.some(({ subject, measure = '', object = '', evidence }) => {
    const said = `${subject} / ${measure} / ${object}`
    return (
      standsIn(left, said) && (standsIn(right, said) || evidence.some(({ quote }) => standsIn(right, quote)))
    )
  })
  return (
    isHeld ||
    reading.sentences.some((sentence) => {
      if (!overlapsAny(sentence, question.evidence)) return false
      const text = reading.text.slice(sentence.start, sentence.end)
      return standsIn(left, text) && standsIn(right, text)
    })
  )
}

function pairsProblem({ answer }: MatchingQuestion, sight: Sight): string | null {
  for (const [left, right] of answer) {
    if (!areStatedTogether(left, right, sight))
      return `The passages do not put '${left}' and '${right}' together.`
    const same = answer.find(
      ([other, otherRight]) =>
        (other !== left && isSameThing(other, left, sight.reading)) ||
        (otherRight !== right && isSameThing(otherRight, right, sight.reading)),
    )
    if (same) return `'${same.join('’ and ‘')}' is another name for part of '${left}' and '${right}'.`
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

/** Rule 22. */
export const partsStated: Rule = {
  number: 22,
  title:
    'What is to be ordered has distinct, stated values; what is to be matched belongs together one to one.',
  kinds: ['ordering', 'matching'],
  check: (sight) => {
    const { question } = sight
    if (question.kind === 'ordering') return orderProblem(question, sight)
    return question.kind === 'matching' ? pairsProblem(question, sight) : null
  },
}
