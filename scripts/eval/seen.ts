import { arrange, createRandom, type Question } from '#core'
import { naturalOrder } from '../../core/questions/option-order.ts'

/** A question with options as somebody sees it who has not read the article, and which options are right. */
export interface Seen {
  readonly stem: string
  /** In the order of display. */
  readonly options: readonly string[]
  readonly right: readonly boolean[]
  /** Whether that order is the options' own (figures and dates rise) rather than drawn. */
  readonly isSorted: boolean
}

const IDS = Array.from({ length: 12 }, (_, index) => `option ${index}`)

/** How an attempt drawn from `seed` shows a question; null for one without options. */
export function seenOf(question: Question, seed: string): Seen | null {
  if (!('options' in question)) return null
  const { order } = arrange(question, IDS, createRandom(`${seed} ${question.id}`))
  const options = order.flatMap((place) => question.options[place] ?? [])
  return {
    stem: question.stem,
    options: options.map(({ text }) => text),
    right: options.map(({ correct }) => correct),
    isSorted: naturalOrder(options.map(({ text }) => text)) !== null,
  }
}

/** Every question with options in the sets of these seeds, each as one attempt would show it. */
export const seenIn = (sets: readonly (readonly Question[])[]): Seen[] =>
  sets.flatMap((set, at) => set.flatMap((question) => seenOf(question, `set ${at}`) ?? []))
