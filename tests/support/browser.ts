import type { ErrorReply } from '#server/refusal-view'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { GET, POST } from '../../app/api/auth/[...nextauth]/route.ts'
import { signUp } from '../../server/accounts/sign-up.ts'
import { HOST } from './site.ts'

/** What an account of the tests is made with. */
export const PASSWORD = 'a kettle that whistles'

export interface Browser {
  /** All its cookies, as it sends them. */
  cookie(): string
  /** One of them by its bare name; undefined where it has none. */
  cookieNamed(name: string): string | undefined
  setCookie(pair: string): void
  /** Who it is to the server. */
  viewer(): Promise<Viewer>
  /** The headers of its next request. */
  headers(more?: Readonly<Record<string, string>>): Headers
  /** Asks next-auth's route; what it sets is kept. */
  auth(method: 'GET' | 'POST', path: string, fields?: Readonly<Record<string, string>>): Promise<AuthReply>
  /** Makes an account, and gives the refusal or null. */
  signUp(fields: { mail: string; name?: string; password?: string; code?: string }): Promise<string | null>
  /** Signs in by a form, and gives the refusal or null. */
  signIn(fields: Readonly<Record<string, string>>, method?: 'password' | 'link'): Promise<string | null>
}

export interface AuthReply {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly json: Partial<ErrorReply> & { readonly url?: string; readonly csrfToken?: string }
}

/** A browser that keeps its cookies, at an address of its own; each request is what a page of the site would send. */
export function openBrowser({ address = '192.0.2.1', cookies = '' } = {}): Browser {
  const jar = new Map(
    cookies
      .split('; ')
      .filter((pair) => pair !== '')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...settings] = line.split('; ')
      const name = pair.slice(0, pair.indexOf('='))
      const isGone = settings.some(
        (each) => /^max-age=0$/i.test(each) || /expires=Thu, 01 Jan 1970/i.test(each),
      )
      if (isGone) jar.delete(name)
      else jar.set(name, pair.slice(pair.indexOf('=') + 1))
    }
  }
  const headers = (more: Readonly<Record<string, string>> = {}) =>
    new Headers({
      host: HOST,
      origin: `http://${HOST}`,
      'x-forwarded-for': address,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      ...(jar.size === 0 ? {} : { cookie: cookie() }),
      ...more,
    })

  const browser: Browser = {
    cookie,
    cookieNamed: (name) => jar.get(name),
    setCookie(pair) {
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    },
    viewer: () => viewerOf(jar.size === 0 ? null : cookie()),
    headers,
    async auth(method, path, fields) {
      const body = fields === undefined ? null : new URLSearchParams(fields).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const request = new Request(`http://${HOST}/api/auth/${path}`, {
        method,
        headers: headers(body === null ? {} : type),
        body,
      })
      const nextauth = path.split('?')[0]?.split('/') ?? []
      const response = await { GET, POST }[method](request, { params: Promise.resolve({ nextauth }) })
      keep(response.headers)
      const text = await response.text()
      return {
        status: response.status,
        location: response.headers.get('location'),
        headers: response.headers,
        json: text.startsWith('{') ? JSON.parse(text) : {},
      }
    },
    async signUp({ mail, name = 'Ada Reader', password = PASSWORD, code }) {
      const outcome = await signUp(
        await browser.viewer(),
        { mail, name, password, ageBand: '16-or-over', ...(code === undefined ? {} : { code }) },
        headers(),
      )
      return 'refused' in outcome ? outcome.refused : null
    },
    async signIn(fields, method = 'password') {
      const { json } = await browser.auth('GET', 'csrf')
      const reply = await browser.auth('POST', `callback/${method}`, {
        ...fields,
        csrfToken: json.csrfToken ?? '',
        json: 'true',
      })
      return reply.json.error ?? null
    },
  }
  return browser
}

let count = 0

/** An address nobody else in this test run has. */
export const freshMail = (): string => `reader-${process.pid}-${++count}@school.example`

/** A browser that is signed in to an account of its own, with the address it has. */
export async function openMember(code?: string): Promise<Browser & { readonly mail: string }> {
  const mail = freshMail()
  // Each at an address of its own: from one, only so many accounts are made in an hour.
  const browser = openBrowser({ address: `198.18.${count >> 8}.${count & 255}` })
  const refused =
    (await browser.signUp({ mail, ...(code === undefined ? {} : { code }) })) ??
    (await browser.signIn({ mail, password: PASSWORD }))
  if (refused !== null) throw new Error(`signing up was refused: ${refused}`)
  return { ...browser, mail }
}
