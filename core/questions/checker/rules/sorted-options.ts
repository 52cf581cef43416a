import { naturalOrder } from '../../option-order.ts'
import type { ChoiceQuestion } from '../../question.ts'
import type { Rule } from '../rule.ts'

export const sortedOptions: Rule = {
  number: 11,
  title: 'Figures and dates stand in order.',
  kinds: ['choice'],
  check: ({ question }) => {
    const order = naturalOrder((question as ChoiceQuestion).options.map(({ text }) => text))
    const isRising = order?.every((place, index) => place === index)
    const isFalling = order?.every((place, index) => place === order.length - 1 - index)
    return order === null || isRising || isFalling
      ? null
      : 'The options are figures or dates and do not stand in order.'
  },
}
