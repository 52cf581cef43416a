import { COMMON_HEADERS, DATA_POLICY } from '../page-policy.js'
import { readBytes, readText } from './body.ts'
import { writeCookie } from './cookie.ts'
import { type Door, pass, Refused, type Work } from './door.ts'
import { isOwnOrigin } from './origin.ts'
import { EventStream, type Outcome, PlainDocument, refusal, StreamedDocument, statusOf } from './outcome.ts'
import type { Refusal } from './refusal-view.ts'
import { claimedViewerOf, viewerOf } from './viewer-of.ts'

/** Seconds until a client may try again: when the database is away, and where too much was tried. */
const WAITS: { readonly [R in Refusal]?: number } = { busy: 2, throttled: 15 * 60 }

interface Context {
  readonly params: Promise<Record<string, string | string[] | undefined>>
}

/**
 * A route handler: who, may they, does it come from here, is it sound, then the work. The input is one flat object of
 * the JSON body (or, for GET, the query) and the address's own parts, which win. Replies are JSON that nobody keeps.
 */
export const route =
  <Input, Result>(door: Door<Input>, work: Work<Input, Result>) =>
  async (request: Request, context: Context): Promise<Response> => {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    const readInput = async (): Promise<unknown> => {
      const isOpen = isReading || door.from === 'anywhere'
      if (!isOpen && !isOwnOrigin(request.headers)) throw new Refused('bad-origin')
      const sent = isOpen ? readQuery(request.url) : await readSent(request, door)
      return { ...sent, ...(await context.params) }
    }
    const find = door.session === 'checked-by-work' ? claimedViewerOf : viewerOf
    const who = () => find(request.headers.get('cookie'))
    return respond(await pass(door, who, readInput, work, request.headers))
  }

const readSent = async (
  request: Request,
  { file, most }: Pick<Door<unknown>, 'file' | 'most'>,
): Promise<Record<string, unknown>> =>
  file === undefined
    ? readBody(request, most)
    : { ...readQuery(request.url), bytes: await readBytes(request, file.limit) }

function readQuery(url: string): Record<string, string> {
  const at = url.indexOf('?')
  return at === -1 ? {} : Object.fromEntries(new URLSearchParams(url.slice(at)))
}

/** The JSON object a request carries; `{}` for an empty body. Only JSON: a form on another site cannot send it. */
async function readBody(request: Request, most?: number): Promise<Record<string, unknown>> {
  const text = await readText(request, most)
  if (text === '') return {}
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new Refused('invalid')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refused('invalid')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refused('invalid')
  return body as Record<string, unknown>
}

/** Headers of every reply, said here and not in next.config.js: each rule there is matched anew for every request. */
const HEADERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(COMMON_HEADERS.map(({ key, value }) => [key.toLowerCase(), value])),
  'content-security-policy': DATA_POLICY,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

/**
 * Nobody on the way keeps events, packs them or holds them back (which nginx has to be told). A stream is the last of its
 * connection: one that waited for another request would keep a server that is told to end from ending.
 */
const STREAM_HEADERS: Readonly<Record<string, string>> = {
  ...HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
}

/** Whoever follows a feed asks again every few minutes. */
const DOCUMENT_CACHING = 'public, max-age=300'

/** A reply up to this size goes out in the first flight of packets, packed or not; packing it only costs time. */
const FIRST_FLIGHT = 14_000

function reply(value: unknown, status: number, more: Readonly<Record<string, string>> = {}): Response {
  const body = JSON.stringify(value)
  // What Next does not compress.
  const caching = body.length < FIRST_FLIGHT ? { 'cache-control': 'no-store, no-transform' } : {}
  return new Response(body, { status, headers: { ...HEADERS, ...caching, ...more } })
}

/** Text for a program, which nobody keeps. */
export const textReply = (
  text: string,
  status: number,
  more: Readonly<Record<string, string>> = {},
): Response =>
  new Response(text, {
    status,
    headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8', ...more },
  })

/** An outcome as a reply of the API. */
export function respond(outcome: Outcome<unknown>): Response {
  if ('refused' in outcome) {
    const { refused, after = WAITS[refused] } = outcome
    return reply(
      refusal(refused),
      statusOf(refused),
      after === undefined ? {} : { 'retry-after': String(after) },
    )
  }
  const { done, cookies = [], created } = outcome
  if (done instanceof EventStream) return new Response(done.events, { headers: STREAM_HEADERS })
  if (done instanceof PlainDocument) {
    const headers = {
      ...HEADERS,
      'content-type': done.type,
      ...(done.fileName === null
        ? { 'cache-control': DOCUMENT_CACHING }
        : { 'content-disposition': `attachment; filename="${done.fileName}"` }),
    }
    return new Response(done.body, { headers })
  }
  if (done instanceof StreamedDocument) {
    const headers = {
      ...HEADERS,
      'content-type': done.type,
      'content-disposition': `attachment; filename="${done.fileName}"`,
    }
    return new Response(done.body, { headers })
  }
  const response = reply(done, created ? 201 : 200)
  for (const each of cookies) response.headers.append('set-cookie', writeCookie(each))
  return response
}
