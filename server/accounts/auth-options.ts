import type { AuthOptions, CookieOption } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { z } from 'zod'
import { cookieName, isSecure } from '../cookie.ts'
import { env } from '../env.ts'
import { logFailure } from '../log.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import type { Asker } from './asker.ts'
import { ON_THE_WAY } from './carried.ts'
import { isOfItsIssuer, providers, type ServiceProfile, saysVerified } from './providers.ts'
import { endSession, LONGEST_SESSION, openSession, ownerOf } from './sessions.ts'
import { linkSchema, passwordSchema, type SignedIn, signInByLink, signInByPassword } from './sign-in.ts'
import { signInByService } from './sign-in-by-service.ts'
import { SESSION_COOKIE, type SessionToken } from './token.ts'

/** One request to be signed in or out, and what became of it. */
export interface AuthRequest {
  readonly asker: Asker
  /** Who asks: a member who is signed in already connects another service, or signs in anew. */
  readonly viewer: Viewer
  /** Called once a session has been opened. */
  readonly onOpened: () => void
}

/** Thrown where next-auth wants an error; its message becomes `?error=`, and is one of our refusals. */
class NotSignedIn extends Error {
  constructor(refusal: Refusal) {
    super(refusal)
  }
}

const asUser = (signedIn: SignedIn): { id: string } => {
  if ('refused' in signedIn) throw new NotSignedIn(signedIn.refused)
  return { id: signedIn.personId }
}

/** A way to sign in by a form of ours: what is sent is read by its schema, and then tried. */
const byForm = <Input>(
  id: string,
  schema: z.ZodType<Input>,
  signIn: (input: Input) => Promise<SignedIn>,
): AuthOptions['providers'][number] =>
  CredentialsProvider({
    id,
    credentials: {},
    authorize: async (sent) => {
      const input = schema.safeParse(sent)
      if (!input.success) throw new NotSignedIn('invalid')
      return asUser(await signIn(input.data))
    },
  })

/** What next-auth notes where a service, or the person there, said no: no failure of ours, and anybody could bring it about. */
const EXPECTED = new Set(['OAUTH_CALLBACK_ERROR', 'OAUTH_CALLBACK_HANDLER_ERROR'])

/** A cookie of next-auth, under a name that binds it to this host where the site is served by https. */
const cookieSettings = (name: string, maxAge?: number): CookieOption => ({
  name: cookieName(name),
  options: {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    ...(maxAge === undefined ? {} : { maxAge }),
  },
})

/**
 * How next-auth signs people in: it keeps the forms' tokens, talks to other services and sets the cookies; who somebody
 * is, is decided in sign-in.ts and identity.ts, and what counts afterwards is the row of `session` that its token names.
 */
export function authOptions({ asker, viewer, onOpened }: AuthRequest): AuthOptions {
  return {
    secret: env().BELLWETHER_SECRET,
    session: { strategy: 'jwt', maxAge: LONGEST_SESSION },
    pages: { signIn: '/sign-in', signOut: '/me', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: cookieSettings(SESSION_COOKIE),
      csrfToken: cookieSettings('bellwether-form'),
      callbackUrl: cookieSettings('bellwether-next'),
      state: cookieSettings('bellwether-state', ON_THE_WAY),
      nonce: cookieSettings('bellwether-nonce', ON_THE_WAY),
      pkceCodeVerifier: cookieSettings('bellwether-verifier', ON_THE_WAY),
    },
    providers: [
      byForm('password', passwordSchema, (input) => signInByPassword(input, asker)),
      byForm('link', linkSchema, (input) => signInByLink(input, asker)),
      ...providers(),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.type !== 'oauth') return true
        const { name, email } = user
        const claims = (profile ?? {}) as ServiceProfile
        if (!isOfItsIssuer(account.provider, claims)) return '/sign-in?error=OAuthCallback'
        const arrived = await signInByService(
          {
            provider: account.provider,
            subject: account.providerAccountId,
            name: nameFor(name, email),
            mail: email ?? null,
            isMailVerified: saysVerified(claims),
          },
          viewer,
          asker.invitation,
        )
        if ('path' in arrived) return arrived.path
        // The session is opened for `user.id`, which has been the service's own id of them until here.
        user.id = arrived.personId
        return true
      },
      jwt: async ({ token, user, account }) => {
        if (!user) return token
        const sessionId = await openSession(user.id, {
          method: account?.provider ?? 'password',
          agent: asker.agent,
          guest: asker.guest,
          device: asker.device,
          replaces: viewer.sessionId ?? null,
        })
        if (sessionId === null) throw new NotSignedIn('suspended')
        onOpened()
        return { sessionId } satisfies SessionToken
      },
      // Own paths alone: what a link to the sign-in page says of other sites is not followed.
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
        return target?.origin === new URL(baseUrl).origin ? target.href : `${baseUrl}/me`
      },
    },
    events: {
      signOut: async ({ token }) => {
        const { sessionId } = token as Partial<SessionToken>
        const owner = sessionId === undefined ? null : await ownerOf(sessionId)
        if (owner && sessionId !== undefined) await endSession(owner.personId, sessionId)
      },
    },
    // Its own words would name addresses and tokens.
    logger: {
      error: (code) => {
        if (!EXPECTED.has(code)) logFailure('sign-in', new Error(code))
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

const nameFor = (name: string | null | undefined, mail: string | null | undefined): string =>
  name?.trim().slice(0, 100) || mail?.split('@')[0] || 'Reader'
