import { naturalOrder } from '../../option-order.ts'
import type { ChoiceQuestion, MultipleResponseQuestion } from '../../question.ts'
import { sayingOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'

export const sortedOptions: Rule = {
  number: 11,
  title: 'Figures and dates stand in order.',
  kinds: ['choice', 'multiple-response'],
  check: ({ question, index }) => {
    const texts = (question as ChoiceQuestion | MultipleResponseQuestion).options.map(({ text }) => text)
    const order = naturalOrder(texts, (text) => sayingOf(text, index).figure)
    const isRising = order?.every((place, index) => place === index)
    const isFalling = order?.every((place, index) => place === order.length - 1 - index)
    return order === null || isRising || isFalling
      ? null
      : 'The options are figures or dates and do not stand in order.'
  },
}
