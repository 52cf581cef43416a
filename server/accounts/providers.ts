import type { AuthOptions, User } from 'next-auth'
import AzureADProvider from 'next-auth/providers/azure-ad'
import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { type Env, env } from '../env.ts'
import type { ProviderView } from './view.ts'

/** What of another service's profile we read. */
export interface ServiceProfile {
  readonly email?: unknown
  readonly email_verified?: unknown
  readonly name?: unknown
  readonly iss?: unknown
}

const withoutSlash = (address: unknown): unknown =>
  typeof address === 'string' ? address.replace(/\/$/, '') : address

/**
 * Whether a profile comes from the issuer that the environment names. What next-auth has checked is that it comes from whom
 * that issuer's own document names, which may be another.
 */
export const isOfItsIssuer = (provider: string, { iss }: ServiceProfile, settings: Env = env()): boolean =>
  provider !== OIDC || withoutSlash(iss) === withoutSlash(settings.AUTH_OIDC_ISSUER)

/** Whether a service says of an address that it has seen it belong to the person. Silence is no. */
export const saysVerified = ({ email_verified }: ServiceProfile): boolean =>
  email_verified === true || email_verified === 'true'

/** Any issuer that speaks OpenID Connect, as `identity` and the way back name it. */
const OIDC = 'oidc'

/** What is checked when somebody comes back: that it is the browser that left, with the code and the token made for it. */
const CHECKS: ('pkce' | 'state' | 'nonce')[] = ['pkce', 'state', 'nonce']

/** next-auth's settings of the services that this installation's environment names, in one order. */
export function providers(settings: Env = env()): AuthOptions['providers'] {
  const { AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, AUTH_MICROSOFT_ID, AUTH_MICROSOFT_SECRET } = settings
  const { AUTH_MICROSOFT_TENANT, AUTH_GITHUB_ID, AUTH_GITHUB_SECRET } = settings
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET, AUTH_OIDC_NAME } = settings
  const list: AuthOptions['providers'] = []
  if (AUTH_GOOGLE_ID && AUTH_GOOGLE_SECRET)
    list.push({
      ...GoogleProvider({ clientId: AUTH_GOOGLE_ID, clientSecret: AUTH_GOOGLE_SECRET }),
      checks: CHECKS,
    })
  if (AUTH_MICROSOFT_ID && AUTH_MICROSOFT_SECRET)
    list.push({
      ...AzureADProvider({
        clientId: AUTH_MICROSOFT_ID,
        clientSecret: AUTH_MICROSOFT_SECRET,
        tenantId: AUTH_MICROSOFT_TENANT ?? 'common',
      }),
      id: 'microsoft',
      name: 'Microsoft',
      checks: CHECKS,
      // The provider's own reading fetches a portrait, which nobody here looks at.
      profile: readClaims,
    })
  if (AUTH_GITHUB_ID && AUTH_GITHUB_SECRET)
    list.push(GitHubProvider({ clientId: AUTH_GITHUB_ID, clientSecret: AUTH_GITHUB_SECRET }))
  if (AUTH_OIDC_ISSUER && AUTH_OIDC_ID && AUTH_OIDC_SECRET)
    list.push(
      openIdConnect(AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET, AUTH_OIDC_NAME ?? 'your school'),
    )
  return list
}

/** The same, as the sign-in page names them. */
export const listProviders = (): ProviderView[] => providers().map(({ id, name }) => ({ id, name }))

/** What people call a service; its id where it is not set up any more. */
export const nameOfService = (id: string): string =>
  providers().find((provider) => provider.id === id)?.name ?? id

interface Claims {
  readonly sub: string
  readonly name?: string
  readonly preferred_username?: string
  readonly email?: string
}

const readClaims = ({ sub, name, preferred_username, email }: Claims): User => ({
  id: sub,
  name: name ?? preferred_username ?? null,
  email: email ?? null,
})

/** Any issuer that speaks OpenID Connect and says so at its well-known address. */
const openIdConnect = (
  issuer: string,
  id: string,
  secret: string,
  name: string,
): AuthOptions['providers'][number] =>
  ({
    id: OIDC,
    name,
    type: 'oauth',
    wellKnown: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: CHECKS,
    clientId: id,
    clientSecret: secret,
    profile: readClaims,
  }) as AuthOptions['providers'][number]
