import type { StartReply } from '#server/attempts/view'
import { type Act, UNREACHED } from '#ui/form/reply.ts'
import { ask } from '#ui/player/ask.ts'
import { browserZone } from '#ui/text/browser-zone.ts'

/** The start of today's review, or why there is none, in words. */
export type Begun = { readonly started: StartReply } | { readonly problem: string }

/** Draws today's review and begins it, or finds the one that was begun; `key` makes a double click one attempt. */
export async function beginReview(draw: Act<{ readonly set: string }>, key: string): Promise<Begun> {
  const drawn = await draw({ zone: browserZone() }).catch(() => null)
  if (!drawn || !('done' in drawn)) return { problem: drawn?.message ?? UNREACHED }
  const outcome = await ask<StartReply>('/api/attempts', { set: drawn.done.set, mode: 'practice', key })
  if (outcome.sort === 'done') return { started: outcome.reply }
  return { problem: outcome.sort === 'refused' ? outcome.message : UNREACHED }
}
