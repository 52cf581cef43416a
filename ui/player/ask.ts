import type { ErrorReply, Refusal } from '#server/refusal-view'

/**
 * What became of a request: a reply, a refusal that asking again will not change, or nothing yet (no network, a busy or
 * broken server, a session that has ended).
 */
export type Outcome<Reply> =
  | { readonly sort: 'done'; readonly reply: Reply }
  | { readonly sort: 'refused'; readonly error: Refusal; readonly message: string }
  | { readonly sort: 'later'; readonly afterSeconds?: number; readonly isSignedOut?: true }

/** How long a reply may take. */
export const PATIENCE_MS = 20_000
const SAYS_LATER = new Set([408, 425, 429, 500, 502, 503, 504])

/** Asks one of our own routes; never throws. A body makes it a POST. */
export async function ask<Reply>(path: string, body?: unknown): Promise<Outcome<Reply>> {
  try {
    const response = await fetch(path, {
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
            keepalive: true,
          }),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return await readOutcome(response)
  } catch {
    return { sort: 'later' }
  }
}

/** What became of a request by its response. */
export async function readOutcome<Reply>(
  response: Pick<Response, 'ok' | 'status' | 'json'> & { readonly headers: Pick<Headers, 'get'> },
): Promise<Outcome<Reply>> {
  if (response.ok) return { sort: 'done', reply: (await response.json()) as Reply }
  const told = (await response.json().catch(() => null)) as ErrorReply | null
  if (SAYS_LATER.has(response.status) && !isAskedTooOften(response.status, told)) {
    const seconds = Number(response.headers.get('retry-after'))
    return seconds > 0 ? { sort: 'later', afterSeconds: seconds } : { sort: 'later' }
  }
  if (told === null) return { sort: 'later' }
  const { error, message } = told
  if (error === 'signed-out') return { sort: 'later', isSignedOut: true }
  return { sort: 'refused', error, message }
}

/** Whether it is our own server that wants no more for now, and says so in words; whoever stands before it says nothing of use. */
const isAskedTooOften = (status: number, told: Partial<ErrorReply> | null): boolean =>
  status === 429 && (told?.error === 'too-often' || told?.error === 'throttled')

/** A random version-4 UUID; `crypto.randomUUID` is missing where a classroom is served over plain http. */
export function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
