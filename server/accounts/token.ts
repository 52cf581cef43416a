import { decode } from 'next-auth/jwt'
import { type Cookie, noCookie } from '../cookie.ts'
import { env } from '../env.ts'
import { createKept } from '../kept.ts'

/** The name of the cookie that next-auth sets, without what binds it to the host. */
export const SESSION_COOKIE = 'bellwether-session'

/** The cookie that takes a session's cookie away. */
export const noSession = (): Cookie => noCookie(SESSION_COOKIE)

/** What next-auth's token carries: the id of a row of `session`, and nothing that anybody could want. */
export interface SessionToken {
  readonly sessionId: string
}

/** What a token says never changes, and decrypting it takes longer than reading an answer does. */
const kept = createKept<string>(10_000)

/** The session a token names, whether or not it still lives; null for anything next-auth did not write with our secret. */
export async function readToken(token: string): Promise<string | null> {
  const known = kept.get(token)
  if (known) return known
  const read = await decode({ token, secret: env().BELLWETHER_SECRET }).catch(() => null)
  const { sessionId } = (read ?? {}) as Partial<SessionToken>
  if (typeof sessionId !== 'string') return null
  kept.set(token, sessionId)
  return sessionId
}
