import { arrange, countParts, createRandom, feedback, type Kind, type Question, type QuestionOf } from '#core'
import type { PartView, VersionView } from './view.ts'

const ofOptions = ({ options }: QuestionOf<'choice' | 'multiple-response'>): PartView[] =>
  options.map(({ text, correct, why }) => ({ text, isRight: correct, why }))

/** The parts of a question with what the key says of each; none for kinds without. */
const PARTS: { readonly [K in Kind]: (question: QuestionOf<K>) => readonly PartView[] } = {
  choice: ofOptions,
  'multiple-response': ofOptions,
  'true-false': () => [],
  number: () => [],
  cloze: () => [],
  ordering: ({ answer, reasons }) =>
    answer.map((text, i) => ({ text: `${i + 1}. ${text}`, isRight: true, why: reasons[i] ?? '' })),
  matching: ({ answer, reasons }) =>
    answer.map(([left, right], i) => ({ text: `${left}: ${right}`, isRight: true, why: reasons[i] ?? '' })),
  estimate: () => [],
}

const giveOrTake = ({ tolerance, unit }: QuestionOf<'number' | 'estimate'>): string =>
  tolerance === 0 ? '' : `give or take ${tolerance} (${unit})`
const nothing = () => ''

/** What counts as right beside the key itself, in words. */
const ACCEPTS: { readonly [K in Kind]: (question: QuestionOf<K>) => string } = {
  choice: nothing,
  'multiple-response': nothing,
  'true-false': nothing,
  number: giveOrTake,
  cloze: ({ accepts }) => accepts.join(', '),
  ordering: nothing,
  matching: nothing,
  estimate: giveOrTake,
}

const partsOf = <K extends Kind>(question: QuestionOf<K>): readonly PartView[] =>
  PARTS[question.kind as K](question)
const acceptsOf = <K extends Kind>(question: QuestionOf<K>): string => ACCEPTS[question.kind as K](question)

/** A question with its key, in words, as a teacher reads it. */
export function tellKey(
  question: Question,
): Pick<VersionView, 'stem' | 'key' | 'parts' | 'accepts' | 'correction' | 'explanation' | 'hint'> {
  const ids = Array.from({ length: countParts(question) }, (_, i) => String(i))
  const { key, correction, explanation } = feedback(
    question,
    null,
    arrange(question, ids, createRandom('')),
    1,
  )
  return {
    stem: question.stem,
    key,
    parts: partsOf(question),
    accepts: acceptsOf(question),
    correction: correction ?? '',
    explanation,
    hint: question.hint ?? '',
  }
}
