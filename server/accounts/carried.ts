import { z } from 'zod'
import { type Cookie, cookie, noCookie } from '../cookie.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { readCode } from './codes.ts'

/** The name of the cookie that carries an invitation to another service and back, without what binds it to the host. */
export const INVITATION_COOKIE = 'bellwether-invitation'

/** For how many seconds somebody may be away at another service. */
export const ON_THE_WAY = 15 * 60

export const carrySchema = z.strictObject({ code: z.string().max(100) })

/** Has this browser carry an invitation that holds while its owner is at another service. It is used up only by an account that is made. */
export async function carryInvitation(
  _: Viewer,
  { code }: z.output<typeof carrySchema>,
): Promise<Outcome<{ readonly carried: true }>> {
  if ((await readCode(pool(), code, 'invitation')) === null) return { refused: 'code-spent' }
  return { done: { carried: true }, cookies: [cookie(INVITATION_COOKIE, code, ON_THE_WAY)] }
}

/** The cookie that takes it away again. */
export const noInvitation = (): Cookie => noCookie(INVITATION_COOKIE)
