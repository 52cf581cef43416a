import { feedback, readAnswer } from '#core/marker'
import type { PackItem } from '#server/attempts/pack-view'
import type { FeedbackView, SaveBody, TriedView } from '#server/attempts/view'

/** What the server is going to say of an answer: how it went, or that it was not right yet. */
export type Marked = { readonly feedback: FeedbackView } | { readonly tried: TriedView }

/** Marks an answer on this device by the one table of marks, with the key of an offline pack; `used` tries came before it. Null for what is no answer to this question. */
export function markHere(item: PackItem, body: SaveBody, used: number): Marked | null {
  const { question, arrangement, tries, passages, howMany } = item
  const answer = readAnswer(question, body.answer, arrangement)
  if (answer === undefined) return null
  const nth = used + 1
  const isRight = answer !== null && feedback(question, answer, arrangement).mark === 1
  if (answer !== null && !isRight && nth < tries) {
    const hint = question.hint === undefined ? {} : { hint: question.hint }
    return { tried: { used: nth, left: tries - nth, sequence: body.sequence, ...hint } }
  }
  const told = feedback(question, answer, arrangement, nth)
  return { feedback: { ...told, ...(nth > 1 ? { tries: nth } : {}), passages, howMany } }
}
