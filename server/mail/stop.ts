import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { changeWish } from './wishes.ts'

/** What can be stopped by one click in a letter. */
const STOPPED = {
  notices: { notices: false },
  reminders: { remindAt: null },
} as const
type Stopped = keyof typeof STOPPED

const sign = (body: string): string =>
  createHmac('sha256', env().BELLWETHER_SECRET).update(`stop-mail.1.${body}`).digest('base64url')

/** What stands in a letter's link: it stops letters of that sort to that person, and is good for nothing else. */
export const stopToken = (personId: string, what: Stopped): string => {
  const body = `${personId}.${what}`
  return `${body}.${sign(body)}`
}

export const stopSchema = z.object({ token: z.string().max(200) })

/** Stops the letters that a token names. It may be pressed any number of times. */
export async function stopMail(
  _: Viewer,
  { token }: z.output<typeof stopSchema>,
): Promise<Outcome<{ readonly stopped: Stopped }>> {
  const read = readToken(token)
  if (read === null) return { refused: 'code-spent' }
  await changeWish(read.personId, (before) => ({ ...before, ...STOPPED[read.what] }))
  return { done: { stopped: read.what } }
}

function readToken(token: string): { personId: string; what: Stopped } | null {
  const [personId, what = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(sign(`${personId}.${what}`))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const known = id.safeParse(personId)
  return known.success && Object.hasOwn(STOPPED, what)
    ? { personId: known.data, what: what as Stopped }
    : null
}
