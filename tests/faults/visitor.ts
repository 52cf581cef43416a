/** A browser at the sign-in page: it keeps its cookies, and says where it comes from as a proxy of ours would. */
export interface Visitor {
  /** Its cookies, as it sends them. */
  cookie(): string
  /** Signs in as the page does: the form's token first, then the form. Gives the refusal, or null where it is in. */
  signIn(method: 'password' | 'link', fields: Readonly<Record<string, string>>): Promise<string | null>
  /** Asks for the way to another service to sign in by, as the page does. Gives the refusal, or null where there is one. */
  askFor(service: string): Promise<string | null>
}

/** What a school's browsers all call themselves. */
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Opens one at an address, of the app that serves at `url`. */
export function openVisitor(url: string, address: string): Visitor {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, form?: URLSearchParams): Promise<unknown> => {
    const response = await fetch(`${url}/api/auth/${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { origin: url, 'user-agent': AGENT, 'x-forwarded-for': address, cookie: cookie() },
      ...(form ? { body: form } : {}),
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split('; ')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response.json()
  }
  const press = async (path: string, fields: Readonly<Record<string, string>>): Promise<string | null> => {
    const { csrfToken } = (await ask('csrf')) as { csrfToken: string }
    const form = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
    const reply = (await ask(path, form)) as { error?: string }
    return reply.error ?? null
  }
  return {
    cookie,
    signIn: (method, fields) => press(`callback/${method}`, fields).catch(() => 'busy'),
    askFor: (service) => press(`signin/${service}`, { callbackUrl: '/me' }).catch(() => 'busy'),
  }
}
