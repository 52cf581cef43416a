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
  const forwarded = settings.TRUST_PROXY ? headers.get('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  return host === (forwarded ?? headers.get('host'))
}
