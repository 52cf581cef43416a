import type { PackView } from '#server/attempts/pack-view'
import { UNREACHED } from '#ui/form/reply.ts'
import { ask } from '#ui/player/ask.ts'

/** What is said where this browser will not keep a pack. */
export const NOT_KEPT = 'Your browser keeps nothing for this site, in a private window for instance.'

/** The keys of an attempt's open questions, which the server notes as handed out; or why there are none, in words. */
export async function fetchPack(attempt: string): Promise<PackView | string> {
  const outcome = await ask<PackView>(`/api/attempts/${encodeURIComponent(attempt)}/pack`, {})
  if (outcome.sort === 'done') return outcome.reply
  return outcome.sort === 'refused' ? outcome.message : UNREACHED
}
