import { MOST_TRIES, markOf } from '../../learning/mark.ts'
import { type AnyAsk, isSeries } from '../ask.ts'
import type { Arrangement, KindDefinition, PartFeedback, ShownPart } from '../kind.ts'
import type { OrderingQuestion } from '../question.ts'
import { baseOf } from '../question-base.ts'
import { byAlphabet, readIds } from './parts.ts'

function draft(ask: AnyAsk): OrderingQuestion | null {
  if (!isSeries(ask) || ask.series.type !== 'order') return null
  const { members } = ask.series
  return {
    kind: 'ordering',
    ...baseOf(ask, 'ordering'),
    stem: ask.stem,
    answer: members.map(({ text }) => text),
    reasons: members.map(({ why }) => why),
  }
}

function itemsShown({ answer }: OrderingQuestion, { ids, order }: Arrangement): ShownPart[] {
  const items = byAlphabet(answer)
  return ids.map((id, place) => ({ id, text: items[order[place] ?? -1] ?? '' }))
}

/** Items to be put in order. The answer is the list of all their ids. */
export const ordering: KindDefinition<'ordering'> = {
  kind: 'ordering',
  draft,
  countParts: ({ answer }) => answer.length,
  mostTries: () => MOST_TRIES,
  arrange: ({ answer }, ids, random) => ({
    ids: ids.slice(0, answer.length),
    order: random.shuffle(answer.map((_, index) => index)),
  }),
  show: (question, arrangement) => ({
    kind: 'ordering',
    stem: question.stem,
    items: itemsShown(question, arrangement),
  }),
  readAnswer: (raw, { ids }) => {
    const read = readIds(raw, ids)
    return read && read.length < ids.length ? undefined : read
  },
  feedback: (question, answer, arrangement, tries) => {
    const items = itemsShown(question, arrangement)
    const textOf = (id: string): string => items.find((item) => item.id === id)?.text ?? ''
    const given = (answer ?? []).map(textOf)
    const parts = question.answer.map(
      (text, place): PartFeedback => ({
        id: items.find((item) => item.text === text)?.id ?? '',
        isRight: given[place] === text,
        key: String(place + 1),
        why: question.reasons[place] ?? '',
      }),
    )
    const places = given.map((text) => question.answer.indexOf(text))
    return {
      mark: markOf('ordering', answer && { places }, tries),
      key: question.answer.join(', '),
      given: given.join(', '),
      parts,
      explanation: question.explanation,
    }
  },
  rekey: (question, answer, arrangement) => {
    const items = itemsShown(question, arrangement)
    const texts = answer.flatMap((id) => items.find((item) => item.id === id)?.text ?? [])
    return texts.length < question.answer.length
      ? null
      : {
          ...question,
          explanation: '',
          answer: texts,
          reasons: texts.map((text, place) =>
            text === question.answer[place] ? (question.reasons[place] ?? '') : '',
          ),
        }
  },
}
