import { z } from 'zod'
import { eraseLater, eraseNever } from '../mine/erase.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { memberSchema } from './members.ts'
import { holdSlip } from './slips.ts'
import { asTeacher } from './taught.ts'

export const eraseMemberSchema = memberSchema.extend({ isErased: z.boolean() })

/**
 * Has an account without an address erased in seven days, as the school is asked to by its owner or their parents; or keeps
 * it after all. Whoever has an address asks for it themselves.
 */
export const eraseMember = (
  viewer: Viewer,
  { class: classId, person, isErased }: z.output<typeof eraseMemberSchema>,
): Promise<Outcome<{ readonly eraseAt: string | null }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const account = await holdSlip(client, { class: classId, person }, { alsoGone: true })
    if ('refused' in account) return account
    const because = { actor, details: { class: classId } }
    if (isErased) return { done: { eraseAt: await eraseLater(client, person, because) } }
    await eraseNever(client, person, because)
    return { done: { eraseAt: null } }
  })
