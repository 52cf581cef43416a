import { type Env, env } from './env.ts'

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

type Settings = Pick<Env, 'BELLWETHER_URL'>

/** Browsers keep no cookie longer than 400 days. */
export const LONGEST = 400 * 24 * 3600

/** Whether the site is served by https, so that cookies may be bound to it. */
export const isSecure = ({ BELLWETHER_URL }: Settings = env()): boolean =>
  BELLWETHER_URL?.startsWith('https:') ?? false

/** The name of a cookie of ours: bound to this very host where the site is served by https. */
export const cookieName = (name: string, settings: Settings = env()): string =>
  isSecure(settings) ? `__Host-${name}` : name

/** A cookie that only our own pages send back and no script reads. */
export const cookie = (name: string, value: string, maxAge: number, settings: Settings = env()): Cookie => ({
  name: cookieName(name, settings),
  value,
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(settings),
  maxAge,
})

/** The cookie that takes one of ours away. */
export const noCookie = (name: string, settings: Settings = env()): Cookie => cookie(name, '', 0, settings)

/** What a Cookie header says under the name of a cookie of ours. */
export function readCookie(
  header: string | null,
  name: string,
  settings: Settings = env(),
): string | undefined {
  return header ? readCookies(header).get(cookieName(name, settings)) : undefined
}

/** The cookies of a Cookie header by name, each as it stands there. Of two of one name, none is believed. */
export function readCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  const twice = new Set<string>()
  for (const each of header.split(';')) {
    const pair = each.trim()
    const at = pair.indexOf('=')
    if (at === -1) continue
    const name = pair.slice(0, at)
    if (cookies.has(name)) twice.add(name)
    cookies.set(name, pair.slice(at + 1))
  }
  for (const name of twice) cookies.delete(name)
  return cookies
}

/** A cookie as a Set-Cookie header says it. */
export function writeCookie({ name, value, path, maxAge, secure }: Cookie): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  return (secure ? [...parts, 'Secure'] : parts).join('; ')
}
