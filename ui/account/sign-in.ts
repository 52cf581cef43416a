import type { ErrorReply } from '#server/refusal-view'
import { UNREACHED } from '#ui/form/reply.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** The token next-auth wants back with every form. */
async function fetchToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { credentials: 'same-origin', cache: 'no-store' })
  const { csrfToken } = (await response.json()) as { readonly csrfToken: string }
  return csrfToken
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<string | ErrorReply> {
  try {
    const body = new URLSearchParams({ ...fields, csrfToken: await fetchToken(), json: 'true' })
    const response = await fetch(path, { method: 'POST', headers: FORM, body, credentials: 'same-origin' })
    const reply = (await response.json()) as { readonly url: string } | ErrorReply
    return 'url' in reply ? reply.url : reply
  } catch {
    return { error: 'busy', message: UNREACHED }
  }
}

/** Signs in by 'password' or 'link'. Null when it worked; else why not. */
export async function signIn(
  method: 'password' | 'link',
  fields: Readonly<Record<string, string>>,
): Promise<ErrorReply | null> {
  const reply = await post(`/api/auth/callback/${method}`, fields)
  return typeof reply === 'string' ? null : reply
}

/** The address of another service, to be visited by whoever wants to sign in by it and then go on to `next`; else why not. */
export const addressOfService = (service: string, next: string): Promise<string | ErrorReply> =>
  post(`/api/auth/signin/${service}`, { callbackUrl: next })
