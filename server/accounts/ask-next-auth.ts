import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import { readCookies } from '../cookie.ts'
import { siteAddress } from '../origin.ts'

/** What next-auth answers, as it writes it. */
class Answer {
  private readonly headers = new Headers()
  private code = 200
  private body: string | null = null

  status(code: number): this {
    this.code = code
    return this
  }
  getHeader(name: string): string[] {
    return name.toLowerCase() === 'set-cookie' ? this.headers.getSetCookie() : []
  }
  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.delete(name)
    for (const each of [value].flat()) this.headers.append(name, each)
    return this
  }
  json(value: unknown): void {
    this.setHeader('content-type', 'application/json')
    this.body = JSON.stringify(value)
  }
  send(value: unknown): void {
    if (typeof value === 'object' && value !== null) this.json(value)
    else if (value !== undefined) this.body = String(value)
  }
  end(): void {}

  toResponse = (): Response => new Response(this.body, { status: this.code, headers: this.headers })
}

// It takes its own address from the headers below, which say what the site is known by, and from no variable.
process.env.AUTH_TRUST_HOST = '1'

/**
 * Hands a request to next-auth, in the form that needs nothing of Next around it, and gives its answer. `path` is what of
 * the address comes after /api/auth/.
 */
export async function askNextAuth(
  request: Request,
  path: readonly string[],
  body: string,
  options: AuthOptions,
): Promise<Response> {
  const { host, protocol } = new URL(siteAddress(request.headers))
  const asked = {
    method: request.method,
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: path },
    headers: {
      ...Object.fromEntries(request.headers),
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    },
    cookies: decoded(request.headers.get('cookie') ?? ''),
    body: Object.fromEntries(new URLSearchParams(body)),
  }
  const answer = new Answer()
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options)
  return answer.toResponse()
}

/** Cookies by name, as next-auth wrote them. */
const decoded = (header: string): Record<string, string> =>
  Object.fromEntries([...readCookies(header)].map(([name, value]) => [name, decode(value)]))

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
