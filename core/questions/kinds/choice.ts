import { markOf } from '../../learning/mark.ts'
import type { Random } from '../../random.ts'
import { type AnyAsk, isSeries, type Key } from '../ask.ts'
import { orderedRivals, unorderedRivals } from '../distractors.ts'
import type { Arrangement, KindDefinition, Wish } from '../kind.ts'
import { naturalOrder } from '../option-order.ts'
import { orderValue } from '../order-value.ts'
import type { ChoiceQuestion, Option } from '../question.ts'
import { baseOf } from '../question-base.ts'
import { reopened } from './parts.ts'

interface Draft {
  readonly option: Option
  readonly value: number | null
}

const draftOf = (key: Key, correct: boolean, why: string): Draft => ({
  option: { text: key.text, correct, why },
  value: orderValue(key),
})

/** Figures and dates rise; anything else stands in an order drawn without regard to the key. */
const inOrder = (drafts: readonly Draft[], random: Random): Draft[] =>
  drafts.every(({ value }) => value !== null)
    ? [...drafts].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
    : random.shuffle(drafts)

function draft(ask: AnyAsk, random: Random, wish: Wish = {}): ChoiceQuestion | null {
  if (isSeries(ask)) return null
  const { stem, key } = ask
  if (stem === undefined) return null
  const rivals = orderValue(key) === null ? unorderedRivals(ask) : orderedRivals(ask, random, wish)
  if (!rivals) return null
  const drafts = [
    draftOf(key, true, ask.explanation),
    ...rivals.map((rival) => draftOf(rival.key, false, rival.why)),
  ]
  return {
    kind: 'choice',
    ...baseOf(ask, 'choice'),
    stem,
    options: inOrder(drafts, random).map(({ option }) => option),
    answer: key.text,
  }
}

const optionAt = (question: ChoiceQuestion, { ids, order }: Arrangement, id: string): Option | undefined =>
  question.options[order[ids.indexOf(id)] ?? -1]

/** One right option among three or four. The answer is the id of an option. */
export const choice: KindDefinition<'choice'> = {
  kind: 'choice',
  draft,
  countParts: ({ options }) => options.length,
  mostTries: ({ options }) => options.length - 1,
  arrange: ({ options }, ids, random) => {
    const places = options.map((_, index) => index)
    return {
      ids: ids.slice(0, options.length),
      order: naturalOrder(options.map(({ text }) => text)) ?? random.shuffle(places),
    }
  },
  show: ({ stem, options }, { ids, order }) => ({
    kind: 'choice',
    stem,
    options: ids.map((id, place) => ({ id, text: options[order[place] ?? -1]?.text ?? '' })),
  }),
  readAnswer: (raw, { ids }) => {
    if (raw === null || raw === '') return null
    return typeof raw === 'string' && ids.includes(raw) ? raw : undefined
  },
  feedback: (question, answer, arrangement, tries) => {
    const given = answer === null ? undefined : optionAt(question, arrangement, answer)
    const keyId = arrangement.ids.find((id) => optionAt(question, arrangement, id)?.correct)
    return {
      mark: markOf('choice', given ? { right: given.correct } : null, tries),
      key: question.answer,
      given: given?.text ?? '',
      ...(given && !given.correct ? { why: given.why } : {}),
      ...(keyId === undefined ? {} : { keyId }),
      explanation: question.explanation,
    }
  },
  rekey: (question, answer, arrangement) => {
    const key = optionAt(question, arrangement, answer)
    return key
      ? {
          ...question,
          explanation: '',
          options: question.options.map((option) => reopened(option, option === key)),
          answer: key.text,
        }
      : null
  },
}
