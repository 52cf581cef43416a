import parse from 'robots-parser'
import { OWN_NAME, type Reply, TooManyBytes } from './ask.ts'

/** What a site's robots.txt says to us: the rules, or that it could not be asked just now (its status). */
export type Robots = { readonly mayFetch: (address: string) => boolean } | { readonly failed: number }

const HOUR = 60 * 60 * 1000
/** As much of a robots.txt as RFC 9309 asks to be read. */
const LIMIT = 512_000
/** Sites whose rules are kept. */
const KEPT = 500

const rules = new Map<string, { readonly until: number; readonly robots: Robots }>()

/**
 * The rules of the site of `url`, kept for an hour; `get` fetches its robots.txt. As RFC 9309 has it, a site without one allows
 * everything, and one that fails to give it out allows nothing meanwhile.
 */
export async function robotsOf(url: URL, get: (url: URL) => Promise<Reply>): Promise<Robots> {
  const now = Date.now()
  const kept = rules.get(url.origin)
  if (kept && kept.until > now) return kept.robots
  const at = new URL('/robots.txt', url)
  const robots = await readRobots(at, await get(at))
  if ('failed' in robots) return robots
  rules.delete(url.origin)
  for (const oldest of rules.keys()) {
    if (rules.size < KEPT) break
    rules.delete(oldest)
  }
  rules.set(url.origin, { until: now + HOUR, robots })
  return robots
}

async function readRobots(at: URL, reply: Reply): Promise<Robots> {
  if (reply.status >= 200 && reply.status < 300) {
    const bytes = await reply.body(LIMIT).catch((error: unknown) => {
      if (error instanceof TooManyBytes) return null
      throw error
    })
    if (!bytes) return { mayFetch: () => false }
    const robots = parse(at.href, new TextDecoder().decode(bytes))
    return { mayFetch: (address) => robots.isAllowed(address, OWN_NAME) !== false }
  }
  reply.end()
  return reply.status >= 500 ? { failed: reply.status } : { mayFetch: () => true }
}
