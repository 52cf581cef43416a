import { type Env, env } from './env.ts'

type Settings = Pick<Env, 'BELLWETHER_URL' | 'TRUST_PROXY'>

/**
 * Whether a request that changes something comes from a page of this site. Browsers always send Origin with such
 * requests, so one without it is refused. It must be the address the site is known by, or the host that was asked.
 */
export function isOwnOrigin(headers: Headers, settings: Settings = env()): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host, origin: whole, protocol } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  if (settings.BELLWETHER_URL !== undefined && whole === settings.BELLWETHER_URL) return true
  // Where the site is known by https, a page that was fetched without it may not speak for it.
  if (settings.BELLWETHER_URL?.startsWith('https:')) return false
  return host === hostAsked(headers, settings)
}

/** The address of this site without a path: the one it is known by, else the one that was asked. */
export function siteAddress(headers: Headers, settings: Settings = env()): string {
  if (settings.BELLWETHER_URL !== undefined) return settings.BELLWETHER_URL
  const isSecure = settings.TRUST_PROXY && first(headers.get('x-forwarded-proto')) === 'https'
  const address = `${isSecure ? 'https' : 'http'}://${hostAsked(headers, settings)}`
  return URL.canParse(address) ? new URL(address).origin : 'http://localhost'
}

const hostAsked = (headers: Headers, { TRUST_PROXY }: Settings): string | null =>
  (TRUST_PROXY ? first(headers.get('x-forwarded-host')) : undefined) ?? headers.get('host')

/** Of a list that proxies wrote, what the nearest to the browser said. */
const first = (list: string | null): string | undefined => list?.split(',')[0]?.trim()
