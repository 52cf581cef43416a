import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import http from 'node:http'
import { listen } from './listen.ts'

/** What the issuer says of whoever comes. */
export interface Claims {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean | string
}

/** What an issuer, or somebody between, could do wrong. */
export type Fault =
  | 'another nonce'
  | 'another issuer'
  | 'another audience'
  | 'another key'
  | 'no signature'
  | 'too old'
  | 'an answer for another verifier'
  | 'no at the door'
  | 'another name in its document'
  | 'silence'

/** An OpenID Connect issuer for tests, on loopback: one client, one person at a time, and faults on demand. */
export interface Issuer {
  /** The settings of an installation that signs people in by it. */
  readonly environment: Readonly<Record<string, string>>
  /** Says these of whoever comes from now on, and does this wrong. */
  vouchFor(claims: Claims, fault?: Fault): void
  stop(): Promise<void>
}

const CLIENT = 'bellwether'
const SECRET = 'a secret of the tests'
const KEY_ID = 'first'

/** What somebody was sent back with, and what it was asked for. */
interface Grant {
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function writeToken(claims: object, key: KeyObject | null): string {
  const head = `${encode({ alg: key ? 'RS256' : 'none', kid: KEY_ID })}.${encode(claims)}`
  return `${head}.${key ? sign('sha256', Buffer.from(head), key).toString('base64url') : ''}`
}

const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Starts one; whoever starts it stops it. */
export async function startIssuer(): Promise<Issuer> {
  const [own, foreign] = [makeKey(), makeKey()]
  const grants = new Map<string, Grant>()
  let person: Claims = { sub: 'nobody' }
  let fault: Fault | null = null
  let url = ''

  /** The door where people say who they are: they are sent back at once. */
  const authorise = (asked: URLSearchParams): string | null => {
    const [redirect, nonce, state] = [asked.get('redirect_uri'), asked.get('nonce'), asked.get('state')]
    const challenge = asked.get('code_challenge')
    const isSound =
      asked.get('client_id') === CLIENT &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('scope')?.split(' ').includes('openid')
    if (!isSound || !redirect || !nonce || !state || !challenge) return null
    const back = new URL(redirect)
    back.searchParams.set('state', state)
    if (fault === 'no at the door') back.searchParams.set('error', 'access_denied')
    else {
      const code = randomUUID()
      grants.set(code, { nonce, challenge, redirect })
      back.searchParams.set('code', code)
    }
    return back.href
  }

  /** What its document calls it, and its tokens with it. */
  const named = () => {
    if (fault === 'another name in its document') return 'https://login.elsewhere.example'
    return url
  }

  /** Gives the token for a code, once, to the client that shows its secret and the verifier. */
  const exchange = (authorization: string | undefined, sent: URLSearchParams): object | null => {
    const code = sent.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const basic = `Basic ${Buffer.from(`${CLIENT}:${encodeURIComponent(SECRET).replaceAll('%20', '+')}`).toString('base64')}`
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || authorization !== basic || sent.get('redirect_uri') !== grant.redirect) return null
    if (verifier !== grant.challenge || fault === 'an answer for another verifier') return null
    const now = Math.floor(Date.now() / 1000) - (fault === 'too old' ? 7200 : 0)
    const claims = {
      ...person,
      iss: fault === 'another issuer' ? 'http://127.0.0.1:9' : named(),
      aud: fault === 'another audience' ? 'somebody-else' : CLIENT,
      nonce: fault === 'another nonce' ? randomUUID() : grant.nonce,
      iat: now,
      exp: now + 300,
    }
    const key = fault === 'another key' ? foreign.privateKey : own.privateKey
    const idToken = writeToken(claims, fault === 'no signature' ? null : key)
    return { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken }
  }

  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const tell = (value: object | null) => {
      response.writeHead(value ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value ?? { error: 'invalid_grant' }))
    }
    if (fault === 'silence') return
    if (pathname === '/.well-known/openid-configuration')
      return tell({
        issuer: named(),
        authorization_endpoint: `${url}/authorise`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (pathname === '/jwks')
      return tell({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
      })
    if (pathname === '/authorise') {
      const back = authorise(searchParams)
      if (back === null) return tell(null)
      return response.writeHead(302, { location: back }).end()
    }
    let body = ''
    for await (const chunk of request) body += chunk
    tell(exchange(request.headers.authorization, new URLSearchParams(body)))
  })
  const { port, stop } = await listen(server)
  url = `http://127.0.0.1:${port}`
  return {
    environment: {
      AUTH_OIDC_ISSUER: url,
      AUTH_OIDC_ID: CLIENT,
      AUTH_OIDC_SECRET: SECRET,
      AUTH_OIDC_NAME: 'Example School',
    },
    vouchFor(claims, wrong) {
      person = claims
      fault = wrong ?? null
    },
    stop,
  }
}
