import type { AnswerByKind, Arrangement } from '../questions/kind.ts'
import type { Kind, Question } from '../questions/question.ts'

/** The places, from 0 in the question's own list and rising, of the options that an answer chose; none of a blank and for kinds without options. */
export function chosenPlaces(
  question: Question,
  answer: AnswerByKind[Kind] | null,
  { ids, order }: Arrangement,
): number[] {
  if (!('options' in question)) return []
  const chosen: readonly unknown[] = typeof answer === 'object' ? (answer ?? []) : [answer]
  return question.options.flatMap((_, place) => (chosen.includes(ids[order.indexOf(place)]) ? [place] : []))
}
