import { z } from 'zod'
import { COMMON_HEADERS, DATA_POLICY } from '../../page-policy.js'
import type { Deed } from '../access.ts'
import { readText } from '../body.ts'
import { writeCookie } from '../cookie.ts'
import { pass, Refused } from '../door.ts'
import { noGuest } from '../guest.ts'
import { isOwnOrigin } from '../origin.ts'
import { type Outcome, refusalNamed } from '../outcome.ts'
import type { Refusal } from '../refusal-view.ts'
import { respond } from '../route.ts'
import type { Viewer } from '../viewer.ts'
import { viewerOf } from '../viewer-of.ts'
import { askNextAuth } from './ask-next-auth.ts'
import { askerOf } from './asker.ts'
import { authOptions } from './auth-options.ts'
import { noInvitation } from './carried.ts'
import { deviceCookie } from './devices.ts'

interface Context {
  readonly params: Promise<{ readonly nextauth: string[] }>
}

/** What of next-auth is let through. Its session is of no use here, and it would renew the cookie of one that has ended. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf', 'signin', 'callback', 'error'],
  POST: ['signin', 'callback', 'signout'],
}

/**
 * The door of next-auth: the deed, the origin of what changes something, the size, and the address the site is known by
 * come first, as at every door. A browser that has been signed in is no guest any more, and is known from then on.
 */
export const authRoute =
  ({ deed }: { readonly deed: Deed }) =>
  async (request: Request, context: Context): Promise<Response> => {
    const { nextauth } = await context.params
    const readInput = async (): Promise<string> => {
      if (!ACTIONS[request.method]?.includes(nextauth[0] ?? '')) throw new Refused('not-found')
      if (request.method !== 'POST') return ''
      if (!isOwnOrigin(request.headers)) throw new Refused('bad-origin')
      return readText(request)
    }
    const outcome = await pass(
      { deed, input: z.string() },
      () => viewerOf(request.headers.get('cookie')),
      readInput,
      async (viewer, body) => signInOrOut(request, nextauth, body, viewer),
      request.headers,
    )
    return 'done' in outcome ? outcome.done : respond(outcome)
  }

async function signInOrOut(
  request: Request,
  path: readonly string[],
  body: string,
  viewer: Viewer,
): Promise<Outcome<Response>> {
  const asker = askerOf(request.headers)
  let isOpened = false
  const options = authOptions({
    asker,
    viewer,
    onOpened: () => {
      isOpened = true
    },
  })
  const response = await askNextAuth(request, path, body, options)
  const refused = await refusedBy(response)
  if (refused !== null) throw new Refused(refused)
  for (const { key, value } of COMMON_HEADERS) response.headers.set(key, value)
  response.headers.set('content-security-policy', DATA_POLICY)
  response.headers.set('cache-control', 'no-store')
  if (isOpened)
    for (const cookie of [noGuest(), noInvitation(), deviceCookie(asker.device)])
      response.headers.append('set-cookie', writeCookie(cookie))
  return { done: response }
}

/** The refusal of ours that next-auth has put into the address a form is sent to; null where it was not refused. */
async function refusedBy(response: Response): Promise<Refusal | null> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return null
  const { url } = (await response.clone().json()) as { readonly url?: string }
  if (url === undefined) return null
  const { searchParams } = new URL(url)
  if (searchParams.has('csrf')) return 'bad-origin'
  const error = searchParams.get('error')
  // What next-auth says where the service did not tell how it is to be asked.
  if (error === 'OAuthSignin') return 'service-away'
  return error === null ? null : (refusalNamed(error)?.error ?? 'failed')
}
