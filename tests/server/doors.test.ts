import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Deed, deeds, may, ROLES, type Role } from '#server/access'
import { cookieName, writeCookie } from '#server/cookie'
import { closeStore, isStoreAway, pool } from '#server/db'
import { GUEST_COOKIE, guestCookie, guestOf, readGuest } from '#server/guest'
import { isOwnOrigin, siteAddress } from '#server/origin'
import { route } from '#server/route'
import { storeQuiz } from '../support/quiz.ts'
import { begin, call, HOST } from '../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)
afterEach(() => vi.restoreAllMocks())

describe('who may do what', () => {
  /** The table once more, by hand: 1 is allowed. Guest, learner, teacher, admin. */
  const expected: Record<Deed, readonly [number, number, number, number]> = {
    'read-articles': [1, 1, 1, 1],
    'start-attempt': [1, 1, 1, 1],
    'take-attempt': [1, 1, 1, 1],
    'keep-offline': [1, 1, 1, 1],
    'see-own-scores': [1, 1, 1, 1],
    'forget-own-scores': [1, 0, 0, 0],
    'flag-question': [1, 1, 1, 1],
    'review-facts': [1, 1, 1, 1],
    'read-notices': [1, 1, 1, 1],
    'ask-for-letter': [1, 1, 1, 1],
    'confirm-mail': [1, 1, 1, 1],
    'stop-mail': [1, 1, 1, 1],
    'sign-in': [1, 1, 1, 1],
    'sign-up': [1, 0, 0, 0],
    'reset-password': [1, 1, 1, 1],
    'sign-out': [1, 1, 1, 1],
    'export-own-data': [1, 1, 1, 1],
    'keep-own-account': [0, 1, 1, 1],
    'say-own-age': [0, 1, 1, 1],
    'come-to-class': [1, 1, 1, 1],
    'join-class': [0, 1, 1, 1],
    'take-assignment': [0, 1, 1, 1],
    'teach-class': [0, 0, 1, 1],
    'make-sets': [0, 0, 1, 1],
    'correct-articles': [0, 0, 1, 1],
    'decide-flags': [0, 0, 1, 1],
    'administer-people': [0, 0, 0, 1],
    'read-audit-trail': [0, 0, 0, 1],
    'change-school': [0, 0, 0, 1],
    'see-how-it-runs': [0, 0, 0, 1],
    'ask-whether-it-runs': [1, 1, 1, 1],
    'read-metrics': [0, 0, 0, 0],
  }
  const pairs = deeds.flatMap((deed) =>
    ROLES.map((role, i) => [role, deed, expected[deed]?.[i] === 1] as const),
  )

  test.each(pairs)('%s, %s: %s', (role, deed, allowed) => {
    expect(may(role, deed)).toBe(allowed)
  })

  test('nothing the table does not know', () => {
    for (const deed of ['', 'toString', '__proto__', 'constructor', 'delete-everything'])
      for (const role of ROLES) expect(may(role, deed as Deed)).toBe(false)
    for (const role of ['', 'root', '__proto__']) expect(may(role as Role, 'read-articles')).toBe(false)
  })
})

describe('where a change comes from', () => {
  const start = (headers: Record<string, string | null>) =>
    call('POST /api/attempts', { body: { set, mode: 'practice', key: randomUUID() }, headers })

  test.each([
    ['no Origin', { origin: null }],
    ['a null Origin', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
    ['a longer name', { origin: `http://${HOST}.evil.example` }],
    ['another port', { origin: `http://${HOST}:8080` }],
    ['another scheme', { origin: `ftp://${HOST}` }],
    [
      'a host that is forwarded without a trusted proxy',
      { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('%s is refused', async (_, headers) => {
    const reply = await start(headers)
    expect([reply.status, reply.json.error]).toEqual([403, 'bad-origin'])
  })

  test('every route that changes something asks', async () => {
    const guest = await begin(set)
    const headers = { origin: 'https://evil.example' }
    const sent = { cookie: guest.cookie, headers, body: {} }
    for (const address of [
      'POST /api/attempts/[id]/responses',
      'POST /api/attempts/[id]/submit',
      'POST /api/questions/[id]/flag',
    ] as const)
      expect((await call(address, { id: guest.attempt, ...sent })).status).toBe(403)
  })

  test('the known address, behind a proxy, and the forwarded host are taken', () => {
    const headers = (more: Record<string, string>) => new Headers({ host: '10.0.0.1:3000', ...more })
    const known = { BELLWETHER_URL: 'https://quiz.school.example', TRUST_PROXY: false }
    expect(isOwnOrigin(headers({ origin: 'https://quiz.school.example' }), known)).toBe(true)
    expect(
      isOwnOrigin(headers({ origin: 'http://quiz.school.example', host: 'quiz.school.example' }), known),
    ).toBe(false)
    const proxied = headers({
      origin: 'http://quiz.school.example',
      'x-forwarded-host': 'quiz.school.example',
    })
    expect(isOwnOrigin(proxied, { BELLWETHER_URL: undefined, TRUST_PROXY: true })).toBe(true)
    expect(isOwnOrigin(proxied, { BELLWETHER_URL: undefined, TRUST_PROXY: false })).toBe(false)
  })

  test('a page names the address the site is known by, else the one that was asked', () => {
    const asked = new Headers({ host: 'quiz.example:4000', 'x-forwarded-host': 'front.example, inner' })
    asked.set('x-forwarded-proto', 'https')
    const unknown = { BELLWETHER_URL: undefined, TRUST_PROXY: false }
    expect(siteAddress(asked, { ...unknown, BELLWETHER_URL: 'https://quiz.school.example' })).toBe(
      'https://quiz.school.example',
    )
    expect(siteAddress(asked, unknown)).toBe('http://quiz.example:4000')
    expect(siteAddress(asked, { ...unknown, TRUST_PROXY: true })).toBe('https://front.example')
    expect(siteAddress(new Headers({ host: 'a b"<' }), unknown)).toBe('http://localhost')
  })
})

describe('what is carried through', () => {
  test('more than the limit is refused, whatever its length is said to be', async () => {
    const body = JSON.stringify({ set, mode: 'practice', key: 'k'.repeat(20_000) })
    expect((await call('POST /api/attempts', { body })).status).toBe(413)
    expect((await call('POST /api/attempts', { body, headers: { 'content-length': null } })).status).toBe(413)
  })

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['deep nesting', '['.repeat(8000) + ']'.repeat(8000)],
  ])('%s is refused in words', async (_, body) => {
    const reply = await call('POST /api/attempts', { body })
    expect([reply.status, reply.json.error]).toEqual([400, 'invalid'])
  })

  test('a form is refused: only JSON comes from our own pages', async () => {
    const body = JSON.stringify({ set, mode: 'practice', key: randomUUID() })
    const headers = { 'content-type': 'text/plain' }
    expect((await call('POST /api/attempts', { body, headers })).status).toBe(400)
  })

  test('the id of the address wins over one in the body', async () => {
    const [mine, other] = [await begin(set), await begin(set)]
    const body = { id: mine.attempt, position: 1, sequence: 1, key: randomUUID(), answer: null, check: false }
    const reply = await call('POST /api/attempts/[id]/responses', {
      id: other.attempt,
      cookie: mine.cookie,
      body,
    })
    expect(reply.status).toBe(404)
  })

  test('replies are kept by nobody', async () => {
    const reply = await call('GET /api/attempts/[id]', { id: randomUUID() })
    expect(reply.headers.get('cache-control')).toContain('no-store')
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('failures', () => {
  const door = { deed: 'read-articles', input: z.object({}) } as const
  const failing = (error: unknown) =>
    route(door, () => Promise.reject(error))(new Request(`http://${HOST}/`), { params: Promise.resolve({}) })

  test('of ours show and log no word of what was caught', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const reply = await failing(new Error('SECRET in the message'))
    const text = await reply.text()
    expect([reply.status, text]).toEqual([500, expect.stringContaining('went wrong')])
    expect(log).toHaveBeenCalledOnce()
    expect(`${text} ${JSON.stringify(log.mock.calls)}`).not.toContain('SECRET')
    expect(String(log.mock.calls[0])).toContain('read-articles')
  })

  test('of the database ask to come back', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const code of ['ECONNREFUSED', '57P01', '53300', '53100', '57014', '08006']) {
      const reply = await failing(Object.assign(new Error('SECRET'), { code }))
      expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '2'])
      expect(await reply.text()).not.toContain('SECRET')
    }
    expect(log).not.toHaveBeenCalled()
  })

  test('are told apart: a mistake in SQL is ours', async () => {
    const mistake = await pool()
      .query('SELECT nothing FROM nowhere')
      .catch((error) => error)
    expect(isStoreAway(mistake)).toBe(false)
    const killed = await pool()
      .query('SELECT pg_terminate_backend(pg_backend_pid())')
      .catch((error) => error)
    expect(isStoreAway(killed)).toBe(true)
    expect((await pool().query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})

describe('the guest cookie', () => {
  const plain = { BELLWETHER_SECRET: 's'.repeat(32), BELLWETHER_URL: undefined }
  const secure = { ...plain, BELLWETHER_URL: 'https://quiz.example' }
  const id = randomUUID()

  test('is signed, and any change of it is believed by nobody', () => {
    const { value } = guestCookie(id, plain)
    expect(readGuest(value, plain)).toBe(id)
    for (let i = 0; i < value.length; i++) {
      const changed = value.slice(0, i) + (value[i] === 'a' ? 'b' : 'a') + value.slice(i + 1)
      expect(readGuest(changed, plain)).toBeNull()
    }
    const others = [
      undefined,
      '',
      '.',
      '..',
      `1.${id}`,
      `1.${id}.`,
      `${value}.x`,
      `2${value.slice(1)}`,
      value.toUpperCase(),
    ]
    for (const other of others) expect(readGuest(other, plain)).toBeNull()
    expect(readGuest(value, { ...plain, BELLWETHER_SECRET: 't'.repeat(32) })).toBeNull()
  })

  test('says HttpOnly and SameSite, and by https Secure and __Host-', () => {
    expect(writeCookie(guestCookie(id, plain))).toMatch(
      /^bellwether=1\.[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    expect(writeCookie(guestCookie(id, secure))).toMatch(
      /^__Host-bellwether=1\.[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    )
  })

  test('is found among others, and sent twice is not believed', () => {
    const pair = `${cookieName(GUEST_COOKIE, plain)}=${guestCookie(id, plain).value}`
    expect(guestOf(`a=b; ${pair}; c=d`, plain)).toBe(id)
    expect(guestOf(`x${pair}`, plain)).toBeNull()
    expect(guestOf(`${pair}; ${pair}`, plain)).toBeNull()
    expect(guestOf(`${pair.replace('bellwether', '__Host-bellwether')}`, plain)).toBeNull()
  })
})
