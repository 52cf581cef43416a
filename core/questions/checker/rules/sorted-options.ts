import { naturalOrder } from '../../option-order.ts'
import type { ChoiceQuestion, MultipleResponseQuestion } from '../../question.ts'
import { sayingOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'

const isSorted = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)) ||
  places.every((place, at) => at === 0 || place < (places[at - 1] ?? 0))

export const sortedOptions: Rule = {
  number: 11,
  title: 'Figures and dates stand in order.',
  kinds: ['choice', 'multiple-response'],
  check: ({ question, index }) => {
    const texts = (question as ChoiceQuestion | MultipleResponseQuestion).options.map(({ text }) => text)
    const order = naturalOrder(texts, (text) => sayingOf(text, index).figure)
    if (order === null) return null
    /** The place of each option among all, in order. */
    const places = texts.map((_, at) => order.indexOf(at))
    if (isSorted(places)) return null
    const odd = places.findIndex((_, at) => isSorted(places.filter((_, other) => other !== at)))
    return `The options are figures or dates and do not stand in order: '${texts[Math.max(0, odd)]}' is out of its place.`
  },
}
