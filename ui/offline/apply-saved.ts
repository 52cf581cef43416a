import type { AttemptView, ItemView, SaveBody, SaveReply } from '#server/attempts/view'

/** The attempt with one of its questions changed. */
export const withItem = (attempt: AttemptView, item: ItemView): AttemptView => ({
  ...attempt,
  items: attempt.items.map((other) => (other.position === item.position ? item : other)),
})

/** A question after the server has acknowledged this answer to it. */
export const applySaved = (item: ItemView, body: SaveBody, reply: SaveReply): ItemView => ({
  ...item,
  answer: body.answer,
  ...(body.confidence === undefined ? {} : { confidence: body.confidence }),
  answered: body.answer !== null,
  sequence: reply.sequence,
  savedAt: reply.savedAt,
  final: reply.final,
  ...(reply.feedback ? { feedback: reply.feedback } : {}),
  ...(reply.tried ? { tried: reply.tried } : {}),
})
