import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Role } from './access.ts'
import { type Env, env } from './env.ts'

/** Who is asking. A guest without `personId` has stored nothing yet. */
export interface Viewer {
  readonly personId: string | null
  readonly role: Role
}

/** Somebody of whom nothing is known; for pages that are the same for everyone. */
export const ANYONE: Viewer = { personId: null, role: 'guest' }

/** A cookie to be set. */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: '/'
  readonly httpOnly: true
  readonly sameSite: 'lax'
  readonly secure: boolean
  /** Seconds. */
  readonly maxAge: number
}

type Settings = Pick<Env, 'BELLWETHER_SECRET' | 'BELLWETHER_URL'>

/** Browsers keep no cookie longer than 400 days. */
const MAX_AGE = 400 * 24 * 3600
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isSecure = ({ BELLWETHER_URL }: Settings): boolean => BELLWETHER_URL?.startsWith('https:') ?? false

/** The guest cookie's name: bound to this very host where the site is served by https. */
export const guestCookieName = (settings: Settings = env()): string =>
  isSecure(settings) ? '__Host-bellwether' : 'bellwether'

const sign = (personId: string, { BELLWETHER_SECRET }: Settings): string =>
  createHmac('sha256', BELLWETHER_SECRET).update(`guest.1.${personId}`).digest('base64url')

/** The cookie that makes this browser the guest `personId`. */
export function guestCookie(personId: string, settings: Settings = env()): Cookie {
  return {
    name: guestCookieName(settings),
    value: `1.${personId}.${sign(personId, settings)}`,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(settings),
    maxAge: MAX_AGE,
  }
}

/** The cookie that makes this browser nobody again. */
export const noCookie = (settings: Settings = env()): Cookie => ({
  ...guestCookie('', settings),
  value: '',
  maxAge: 0,
})

/** Who a cookie's value says is asking: anyone, unless it is whole and signed with our secret. Reads no store. */
export function readGuest(value: string | undefined, settings: Settings = env()): Viewer {
  const [version, personId = '', signature = '', ...rest] = value?.split('.') ?? []
  if (version !== '1' || rest.length > 0 || !UUID.test(personId)) return ANYONE
  const expected = Buffer.from(sign(personId, settings))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return ANYONE
  return { personId, role: 'guest' }
}

/** Who sends a request with this Cookie header. Of two cookies of one name, none is believed. */
export function viewerOf(cookieHeader: string | null, settings: Settings = env()): Viewer {
  if (!cookieHeader) return ANYONE
  const start = `${guestCookieName(settings)}=`
  const values = cookieHeader
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
  return values.length === 1 ? readGuest(values[0]?.slice(start.length), settings) : ANYONE
}

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

/** A cookie as a Set-Cookie header says it. */
export function writeCookie({ name, value, path, maxAge, secure }: Cookie): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  return (secure ? [...parts, 'Secure'] : parts).join('; ')
}
