import { MOST_TRIES, markOf } from '../../learning/mark.ts'
import type { Random } from '../../random.ts'
import { type AnyAsk, isSeries } from '../ask.ts'
import type { Arrangement, KindDefinition, PartFeedback } from '../kind.ts'
import { naturalOrder } from '../option-order.ts'
import type { MultipleResponseQuestion, Option } from '../question.ts'
import { baseOf } from '../question-base.ts'
import { readIds, reopened } from './parts.ts'

/** Where options have no order of their own, chance gives them one. */
const orderOf = (options: readonly Option[], random: Random): readonly number[] =>
  naturalOrder(options.map(({ text }) => text)) ?? random.shuffle(options.map((_, index) => index))

function draft(ask: AnyAsk, random: Random): MultipleResponseQuestion | null {
  if (!isSeries(ask) || ask.series.type !== 'several') return null
  const { members } = ask.series
  const options = orderOf(members, random).flatMap((index) => members[index] ?? [])
  return {
    kind: 'multiple-response',
    ...baseOf(ask, 'multiple-response'),
    stem: ask.stem,
    options,
    answer: options.filter(({ correct }) => correct).map(({ text }) => text),
  }
}

const placed = ({ options }: MultipleResponseQuestion, { ids, order }: Arrangement) =>
  ids.flatMap((id, place) => {
    const option = options[order[place] ?? -1]
    return option ? [{ id, option }] : []
  })

/** Several right options among four to six; the stem says how many. The answer is a list of option ids. */
export const multipleResponse: KindDefinition<'multiple-response'> = {
  kind: 'multiple-response',
  draft,
  countParts: ({ options }) => options.length,
  mostTries: () => MOST_TRIES,
  arrange: ({ options }, ids, random) => ({
    ids: ids.slice(0, options.length),
    order: orderOf(options, random),
  }),
  show: (question, arrangement) => ({
    kind: 'multiple-response',
    stem: question.stem,
    options: placed(question, arrangement).map(({ id, option }) => ({ id, text: option.text })),
    count: question.answer.length,
  }),
  readAnswer: (raw, { ids }) => readIds(raw, ids),
  feedback: (question, answer, arrangement, tries) => {
    const options = placed(question, arrangement)
    const chosen = options.filter(({ id }) => answer?.includes(id))
    const right = chosen.filter(({ option }) => option.correct).length
    const parts = options.map(
      ({ id, option }): PartFeedback => ({
        id,
        isRight: option.correct === (answer?.includes(id) ?? false),
        key: option.correct ? 'right' : 'wrong',
        why: option.why,
      }),
    )
    return {
      mark: markOf(
        'multiple-response',
        answer && { right, wrong: chosen.length - right, of: question.answer.length },
        tries,
      ),
      key: question.answer.join('; '),
      given: chosen.map(({ option }) => option.text).join('; '),
      parts,
      explanation: question.explanation,
    }
  },
  rekey: (question, answer, arrangement) => {
    const chosen = placed(question, arrangement).flatMap(({ id, option }) =>
      answer.includes(id) ? [option] : [],
    )
    const options = question.options.map((option) => reopened(option, chosen.includes(option)))
    return chosen.length === 0
      ? null
      : {
          ...question,
          explanation: '',
          options,
          answer: options.flatMap(({ text, correct }) => (correct ? [text] : [])),
        }
  },
}
