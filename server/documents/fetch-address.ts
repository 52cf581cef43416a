import { env } from '../env.ts'
import type { Refusal } from '../refusal-view.ts'
import { ask, type Reply, TooManyBytes } from './ask.ts'
import { PrivateAddress, type Resolve, resolveByName } from './checked-socket.ts'
import { BYTE_LIMIT } from './limits.ts'
import { robotsOf } from './robots.ts'

/** What was fetched. */
export interface Fetched {
  readonly bytes: Uint8Array
  /** Without its parameters, in small letters: `text/html`. */
  readonly type: string
  /** Where it was found in the end, after redirects. */
  readonly address: string
  /** As `readDocument` wants them. */
  readonly headers: Readonly<Record<string, string>>
}

/** Why nothing was fetched; each has its sentence among the refusals of the house. */
export type AddressRefusal = Extract<
  Refusal,
  | 'not-an-address'
  | 'private-address'
  | 'unreachable'
  | 'too-large'
  | 'took-too-long'
  | 'wrong-type'
  | 'forbidden-by-robots'
  | 'http-error'
>

/** The status stands beside `http-error` alone. */
export type FetchOutcome =
  | { readonly done: Fetched }
  | { readonly refused: AddressRefusal; readonly status?: number }

/** What tests set, and nobody else. */
interface Surroundings {
  readonly resolve?: Resolve
  /** `host:port` of what may be reached though it is not public, or not at the usual port. */
  readonly allowed?: ReadonlySet<string>
}

/** For everything: the rules of the site, each redirect, the last byte. */
const TIME_LIMIT = 5_000
const REDIRECTS = 3
/** Characters of an address: the rules of a site are matched against it, each letter by each. */
const LONGEST = 1_000

/** What may be read: a kind of document, or a feed. */
const TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
])

/** Thrown on the way, and turned into the outcome. */
class Stopped extends Error {
  readonly outcome: FetchOutcome
  constructor(refused: AddressRefusal, status?: number) {
    super(refused)
    this.outcome = status === undefined ? { refused } : { refused, status }
  }
}

/**
 * Fetches a page, file or feed from the internet as its publisher lets us: http and https, at most three redirects, 2 MB and
 * five seconds in all. Never reaches into a private network, whatever the address, its name server or a redirect says, unless the
 * installation allows that host and port (BELLWETHER_FETCH_ALLOW).
 */
export async function fetchAddress(address: string, around: Surroundings = {}): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(TIME_LIMIT)
  const { resolve = resolveByName, allowed = env().BELLWETHER_FETCH_ALLOW ?? new Set() } = around
  const get = (url: URL): Promise<Reply> => {
    const isAllowed = allowed.has(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`)
    // The address leaves out the usual port.
    if (url.port !== '' && !isAllowed) throw new Stopped('not-an-address')
    return ask({ url, isAllowed, resolve, signal })
  }
  try {
    return { done: await within(signal, fetchChecked(address, get)) }
  } catch (error) {
    if (error instanceof Stopped) return error.outcome
    if (error instanceof PrivateAddress) return { refused: 'private-address' }
    if (error instanceof TooManyBytes) return { refused: 'too-large' }
    return { refused: signal.aborted ? 'took-too-long' : 'unreachable' }
  }
}

type Get = (url: URL) => Promise<Reply>

async function fetchChecked(address: string, get: Get): Promise<Fetched> {
  const { url, reply } = await follow(webAddress(address), get, async (at) => {
    const robots = await robotsOf(at, async (file) => (await follow(file, get)).reply)
    if ('failed' in robots) throw new Stopped('http-error', robots.failed)
    if (!robots.mayFetch(at.href)) throw new Stopped('forbidden-by-robots')
  })
  const { status, headers } = reply
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const refused =
    status < 200 || status >= 300
      ? new Stopped('http-error', status)
      : !TYPES.has(type)
        ? new Stopped('wrong-type')
        : Number(headers['content-length']) > BYTE_LIMIT
          ? new Stopped('too-large')
          : null
  if (refused) {
    reply.end()
    throw refused
  }
  return { bytes: await reply.body(BYTE_LIMIT), type, address: url.href, headers }
}

/** Asks, and asks again where the reply points elsewhere; `mayAsk` throws where an address on the way may not be asked. */
async function follow(
  start: URL,
  get: Get,
  mayAsk: (url: URL) => Promise<void> = async () => {},
): Promise<{ readonly url: URL; readonly reply: Reply }> {
  let url = start
  for (let redirects = 0; ; redirects++) {
    await mayAsk(url)
    const reply = await get(url)
    const to = reply.headers.location
    if (![301, 302, 303, 307, 308].includes(reply.status) || to === undefined) return { url, reply }
    reply.end()
    if (redirects === REDIRECTS) throw new Stopped('http-error', reply.status)
    url = webAddress(to, url)
  }
}

/** The address as browsers understand it, odd forms of numbers too. Somebody who leaves out https:// means it. */
function webAddress(text: string, base?: URL): URL {
  const typed = text.trim()
  const whole = base || /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(whole, base) ? new URL(whole, base) : null
  const isSound =
    url &&
    url.href.length <= LONGEST &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === ''
  if (!isSound) throw new Stopped('not-an-address')
  url.hash = ''
  return url
}

/** The work, or what the signal says as soon as it does: looking up a name cannot be broken off. */
function within<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
