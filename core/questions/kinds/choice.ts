import { markOf } from '../../learning/mark.ts'
import type { Random } from '../../random.ts'
import type { Ask } from '../ask.ts'
import { orderedRivals, unorderedRivals } from '../distractors.ts'
import type { Arrangement, KindDefinition } from '../kind.ts'
import { naturalOrder } from '../option-order.ts'
import { orderValue } from '../order-value.ts'
import type { ChoiceQuestion, Option } from '../question.ts'
import { baseOf } from '../question-base.ts'

/** Figures and dates rise; anything else stands in an order drawn without regard to the key. */
function inOrder(options: readonly Option[], random: Random): Option[] {
  const order = naturalOrder(options.map(({ text }) => text))
  return order ? order.flatMap((index) => options[index] ?? []) : random.shuffle(options)
}

function draft(ask: Ask, random: Random, wish = {}): ChoiceQuestion | null {
  if (ask.stem === undefined) return null
  const rivals = orderValue(ask.key) === null ? unorderedRivals(ask) : orderedRivals(ask, random, wish)
  if (!rivals) return null
  const options = [
    { text: ask.key.text, correct: true, why: ask.explanation },
    ...rivals.map(({ key, why }) => ({ text: key.text, correct: false, why })),
  ]
  return {
    kind: 'choice',
    ...baseOf(ask, 'choice'),
    stem: ask.stem,
    options: inOrder(options, random),
    answer: ask.key.text,
  }
}

const optionAt = (question: ChoiceQuestion, { ids, order }: Arrangement, id: string): Option | undefined =>
  question.options[order[ids.indexOf(id)] ?? -1]

/** One right option among three or four. The answer is the id of an option. */
export const choice: KindDefinition<'choice'> = {
  kind: 'choice',
  draft,
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
  feedback: (question, answer, arrangement) => {
    const given = answer === null ? undefined : optionAt(question, arrangement, answer)
    const keyId = arrangement.ids.find((id) => optionAt(question, arrangement, id)?.correct)
    return {
      mark: markOf('choice', given ? { right: given.correct } : null),
      key: question.answer,
      given: given?.text ?? '',
      ...(given && !given.correct ? { why: given.why } : {}),
      ...(keyId === undefined ? {} : { keyId }),
      explanation: question.explanation,
    }
  },
}
