import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Cookie, cookie, LONGEST, noCookie, readCookie } from './cookie.ts'
import { type Env, env } from './env.ts'

type Settings = Pick<Env, 'BELLWETHER_SECRET' | 'BELLWETHER_URL'>

/** The guest cookie's name, without what binds it to the host. */
export const GUEST_COOKIE = 'bellwether'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const sign = (personId: string, { BELLWETHER_SECRET }: Settings): string =>
  createHmac('sha256', BELLWETHER_SECRET).update(`guest.1.${personId}`).digest('base64url')

/** The cookie that makes this browser the guest `personId`. */
export const guestCookie = (personId: string, settings: Settings = env()): Cookie =>
  cookie(GUEST_COOKIE, `1.${personId}.${sign(personId, settings)}`, LONGEST, settings)

/** The cookie that makes this browser nobody again. */
export const noGuest = (settings: Settings = env()): Cookie => noCookie(GUEST_COOKIE, settings)

/** The guest whom a cookie's value names; null unless it is whole and signed with our secret. Reads no store. */
export function readGuest(value: string | undefined, settings: Settings = env()): string | null {
  const [version, personId = '', signature = '', ...rest] = value?.split('.') ?? []
  if (version !== '1' || rest.length > 0 || !UUID.test(personId)) return null
  const expected = Buffer.from(sign(personId, settings))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return personId
}

/** The guest who sends a request with this Cookie header, or null. */
export const guestOf = (cookieHeader: string | null, settings: Settings = env()): string | null =>
  readGuest(readCookie(cookieHeader, GUEST_COOKIE, settings), settings)

/** The id of the guest who starts something under this key of the client's: the same for the same key, so that a double click makes one person. */
export function guestIdFor(clientKey: string, settings: Settings = env()): string {
  const bytes = createHmac('sha256', settings.BELLWETHER_SECRET).update(`new-guest.1.${clientKey}`).digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
