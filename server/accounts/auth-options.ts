import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookieName, isSecure } from '../cookie.ts'
import { env } from '../env.ts'
import { logFailure } from '../log.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import type { Asker } from './asker.ts'
import { findByService } from './identity.ts'
import { providers, type ServiceProfile, saysVerified } from './providers.ts'
import { endSession, LONGEST_SESSION, openSession, ownerOf } from './sessions.ts'
import {
  afterService,
  linkSchema,
  passwordSchema,
  type SignedIn,
  signInByLink,
  signInByPassword,
} from './sign-in.ts'
import { SESSION_COOKIE, type SessionToken } from './token.ts'

/** One request to be signed in or out, and what became of it. */
export interface AuthRequest {
  readonly asker: Asker
  /** Who asks: a member who is signed in already adds another service, or signs in anew. */
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
      sessionToken: {
        name: cookieName(SESSION_COOKIE),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: {},
        authorize: async (sent) => {
          const input = passwordSchema.safeParse(sent)
          if (!input.success) throw new NotSignedIn('invalid')
          return asUser(await signInByPassword(input.data, asker))
        },
      }),
      CredentialsProvider({
        id: 'link',
        credentials: {},
        authorize: async (sent) => {
          const input = linkSchema.safeParse(sent)
          if (!input.success) throw new NotSignedIn('invalid')
          return asUser(await signInByLink(input.data, asker))
        },
      }),
      ...providers(),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.type !== 'oauth') return true
        const { name, email } = user
        const found = await findByService(
          {
            provider: account.provider,
            subject: account.providerAccountId,
            name: nameFor(name, email),
            mail: email ?? null,
            isMailVerified: saysVerified((profile ?? {}) as ServiceProfile),
          },
          viewer.role === 'guest' ? null : viewer.personId,
        )
        const next = 'refused' in found ? found : await afterService(found.personId)
        if ('refused' in next) return `/sign-in?error=${next.refused}`
        // The session is opened for `user.id`, which has been the service's own id of them until here.
        user.id = 'personId' in found ? found.personId : ''
        return next.owes === null ? true : `/sign-in#${next.owes}`
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
        if (code !== 'OAUTH_CALLBACK_ERROR') logFailure('sign-in', new Error(code))
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

const nameFor = (name: string | null | undefined, mail: string | null | undefined): string =>
  name?.trim().slice(0, 100) || mail?.split('@')[0] || 'Reader'
