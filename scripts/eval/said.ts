import { arrange, createRandom, feedback, type Kind, type Question, show } from '#core'
import type { ShownOf } from '../../core/questions/kind.ts'

/** A question in words for somebody who judges it: what a learner would see, and the key. */
export interface Said {
  readonly stem: string
  readonly kind: string
  /** What the learner is told beside the stem, such as the unit; '' for nothing. */
  readonly told: string
  /** Options in the order of display. */
  readonly options: readonly string[]
  readonly key: string
}

type Shape = Pick<Said, 'told' | 'options'>

const textsOf = (parts: readonly { readonly text: string }[]): string[] => parts.map(({ text }) => text)

/** THE TABLE: what of each kind is shown beside its stem. */
const SHAPES: { readonly [K in Kind]: (shown: ShownOf<K>) => Shape } = {
  choice: ({ options }) => ({ told: '', options: textsOf(options) }),
  'true-false': () => ({ told: 'True or false?', options: [] }),
  number: ({ unit, tolerance }) => ({
    told: `A number in ${unit}${tolerance > 0 ? `, within ${tolerance}` : ''}`,
    options: [],
  }),
  cloze: () => ({ told: 'The missing words', options: [] }),
  'multiple-response': ({ options, count }) => ({ told: `${count} of these`, options: textsOf(options) }),
  ordering: ({ items }) => ({ told: 'To be put in order', options: textsOf(items) }),
  matching: ({ lefts, rights }) => ({
    told: `To be matched with: ${textsOf(rights).join('; ')}`,
    options: textsOf(lefts),
  }),
  estimate: ({ unit, low, high, tolerance }) => ({
    told: `On a scale from ${low} to ${high} ${unit}, within ${tolerance} in full`,
    options: [],
  }),
}

const shapeOf = <K extends Kind>(shown: ShownOf<K>): Shape => SHAPES[shown.kind as K](shown)

const IDS = Array.from({ length: 24 }, (_, index) => `part ${index}`)

/** How an attempt drawn from `seed` shows a question, with its key in words. */
export function sayQuestion(question: Question, seed: string): Said {
  const arrangement = arrange(question, IDS, createRandom(`${seed} ${question.id}`))
  const { key, correction } = feedback(question, null, arrangement)
  return {
    stem: question.stem,
    kind: question.kind,
    ...shapeOf(show(question, arrangement)),
    key: correction === undefined ? key : `${key}. ${correction}`,
  }
}
