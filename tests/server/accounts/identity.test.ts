import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { listAudit } from '#server/accounts/audit-trail'
import { carryInvitation } from '#server/accounts/carried'
import { createCode } from '#server/accounts/codes'
import { getAccount } from '#server/accounts/own-account'
import { sayAge } from '#server/accounts/own-age'
import { disconnect } from '#server/accounts/own-services'
import { turnOnTotp } from '#server/accounts/own-totp'
import { suspend } from '#server/accounts/people'
import { listProviders, providers } from '#server/accounts/providers'
import { updateSchool } from '#server/accounts/school'
import { closeStore, pool } from '#server/db'
import { parseEnv } from '#server/env'
import { ANYONE, type Viewer } from '#server/viewer'
import { type Browser, freshMail, openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { type Fault, type Issuer, startIssuer } from '../../support/issuer.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, HOST, save } from '../../support/site.ts'

let issuer: Issuer
beforeAll(async () => {
  issuer = await startIssuer()
  Object.assign(process.env, issuer.environment)
})
beforeEach(() => updateSchool(ANYONE, { signUp: 'open', teacherDomains: [] }))
afterAll(async () => {
  await issuer.stop()
  await closeStore()
})

/** Asks for the service's address, as the button does. */
async function leave(browser: Browser) {
  const { json } = await browser.auth('GET', 'csrf')
  const fields = { csrfToken: json.csrfToken ?? '', json: 'true', callbackUrl: '/library' }
  return browser.auth('POST', 'signin/oidc', fields)
}

/** Is sent back by the service: the address under /api/auth to which. */
async function visit(address: string): Promise<string> {
  const reply = await fetch(address, { redirect: 'manual' })
  const back = new URL(reply.headers.get('location') ?? '')
  expect(`${back.origin}${back.pathname}`).toBe(`http://${HOST}/api/auth/callback/oidc`)
  return `callback/oidc${back.search}`
}

/** Comes back to us, and goes where it is sent until that is a page; gives its path. */
async function arrive(browser: Browser, path: string): Promise<string> {
  const { location, status } = await browser.auth('GET', path)
  expect(status).toBe(302)
  const next = new URL(location ?? '', `http://${HOST}`)
  expect(next.origin).toBe(`http://${HOST}`)
  const [, more] = next.pathname.split('/api/auth/')
  return more === undefined
    ? next.pathname + next.search + next.hash
    : arrive(browser, `${more}${next.search}`)
}

const signIn = async (browser: Browser): Promise<string> =>
  arrive(browser, await visit((await leave(browser)).json.url ?? ''))

const SCHOOL = { id: 'oidc', name: 'Example School' }
const subject = () => `subject-${randomUUID()}`
const countAccounts = async () => (await pool().query('SELECT FROM account')).rowCount
const audited = async () => (await listAudit(ANYONE)).map(({ words, details }) => [words, details])

/** An account whose address has been confirmed. */
async function openVerified() {
  const member = await openMember()
  const { personId } = await member.viewer()
  await pool().query('UPDATE account SET mail_verified_at = clock_timestamp() WHERE person_id = $1', [
    personId,
  ])
  return { ...member, personId: personId ?? '' }
}

describe('another service', () => {
  test('makes a learner of somebody new, who goes on where they wanted to', async () => {
    const [browser, mail] = [openBrowser(), freshMail()]
    issuer.vouchFor({ sub: subject(), name: 'Grace Reader', email: mail, email_verified: true })
    expect(await signIn(browser)).toBe('/library')
    const viewer = await browser.viewer()
    expect(viewer.role).toBe('learner')
    expect(await getAccount(viewer)).toEqual({
      ...{ name: 'Grace Reader', role: 'learner', mail, isMailVerified: true },
      ...{ hasPassword: false, hasTotp: false, services: [SCHOOL] },
    })
    expect(await audited()).toContainEqual(['made an account', { role: 'learner' }])
  })

  test('knows the same person again, whatever their name and address are by then', async () => {
    const sub = subject()
    const [first, second] = [openBrowser(), openBrowser()]
    issuer.vouchFor({ sub, name: 'Grace', email: freshMail(), email_verified: true })
    await signIn(first)
    issuer.vouchFor({ sub, name: 'G. Hopper', email: freshMail(), email_verified: false })
    await signIn(second)
    const [one, two] = [await first.viewer(), await second.viewer()]
    expect(two.personId).toBe(one.personId)
    expect(two.sessionId).not.toBe(one.sessionId)
    expect((await getAccount(two))?.name).toBe('Grace')
  })

  test('makes one account of somebody who arrives five times in one moment', async () => {
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    const before = await countAccounts()
    const browsers = Array.from({ length: 5 }, () => openBrowser())
    expect(await Promise.all(browsers.map(signIn))).toEqual(browsers.map(() => '/library'))
    const people = await Promise.all(browsers.map(async (each) => (await each.viewer()).personId))
    expect(new Set(people).size).toBe(1)
    expect(await countAccounts()).toBe((before ?? 0) + 1)
  })

  test('opens the account with the same address where both have seen that it is theirs', async () => {
    const { mail, personId } = await openVerified()
    const browser = openBrowser()
    issuer.vouchFor({ sub: subject(), email: mail.toUpperCase(), email_verified: true })
    await signIn(browser)
    expect(await browser.viewer()).toMatchObject({ personId, role: 'learner' })
    // The password stays a way in.
    expect(await openBrowser().signIn({ mail, password: PASSWORD })).toBeNull()
  })

  test.each([
    ['the service has not seen it', true, false],
    ['the service says nothing of it', true, undefined],
    ['we have not seen it', false, true],
    ['neither has', false, false],
  ])('opens no account by an address that %s', async (_, isOurs, email_verified) => {
    const { mail } = isOurs ? await openVerified() : await openMember()
    const before = await countAccounts()
    const browser = openBrowser()
    issuer.vouchFor({
      sub: subject(),
      email: mail,
      ...(email_verified === undefined ? {} : { email_verified }),
    })
    expect(await signIn(browser)).toBe('/sign-in?error=mail-taken')
    expect((await browser.viewer()).role).toBe('guest')
    expect(await countAccounts()).toBe(before)
    expect(await audited()).toContainEqual([
      'was refused at sign-in',
      { because: 'mail-taken', method: 'oidc' },
    ])
  })

  test('makes a teacher of an address in the school’s domain, when the service has seen it', async () => {
    await updateSchool(ANYONE, { signUp: 'open', teacherDomains: ['staff.example'] })
    const roles: Record<string, string> = {}
    for (const [email, email_verified] of [
      ['a@staff.example', true],
      ['b@STAFF.example', 'true'],
      ['c@staff.example', false],
      ['d@staff.example', 'yes'],
      ['e@other.staff.example', true],
      ['f@staff.example.evil.example', true],
      ['staff.example@evil.example', true],
    ] as const) {
      const browser = openBrowser()
      issuer.vouchFor({ sub: subject(), email, email_verified })
      await signIn(browser)
      roles[email] = (await browser.viewer()).role
    }
    expect(roles).toEqual({
      ...{ 'a@staff.example': 'teacher', 'b@STAFF.example': 'teacher', 'c@staff.example': 'learner' },
      ...{ 'd@staff.example': 'learner', 'e@other.staff.example': 'learner' },
      ...{ 'f@staff.example.evil.example': 'learner', 'staff.example@evil.example': 'learner' },
    })
  })

  test('lets nobody new in where accounts are made by invitation, and goes on to know the others', async () => {
    const sub = subject()
    issuer.vouchFor({ sub })
    await signIn(openBrowser())
    const { mail, personId } = await openVerified()
    await updateSchool(ANYONE, { signUp: 'invited', teacherDomains: ['school.example'] })
    expect(await signIn(openBrowser())).toBe('/library')
    const before = await countAccounts()
    const stranger = openBrowser()
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    expect(await signIn(stranger)).toBe('/sign-in?error=by-invitation')
    expect([(await stranger.viewer()).role, await countAccounts()]).toEqual(['guest', before])
    const known = openBrowser()
    issuer.vouchFor({ sub: subject(), email: mail, email_verified: true })
    expect(await signIn(known)).toBe('/library')
    expect((await known.viewer()).personId).toBe(personId)
  })

  test('gives what the browser’s guest has done to the account', async () => {
    const guest = await begin((await storeQuiz()).set)
    await save(guest, { position: 1 })
    const browser = openBrowser({ cookies: guest.cookie })
    issuer.vouchFor({ sub: subject() })
    await signIn(browser)
    expect(browser.cookieNamed('bellwether')).toBeUndefined()
    const seen = (cookie: string) => call('GET /api/attempts/[id]', { id: guest.attempt, cookie })
    expect([(await seen(browser.cookie())).status, (await seen(guest.cookie)).status]).toEqual([200, 404])
  })

  test('opens no suspended account, and connects itself with none', async () => {
    const sub = subject()
    const browser = openBrowser()
    issuer.vouchFor({ sub })
    await signIn(browser)
    await suspend(ANYONE, { person: (await browser.viewer()).personId ?? '', isSuspended: true })
    expect(await signIn(openBrowser())).toBe('/sign-in?error=suspended')

    const { mail, personId } = await openVerified()
    await suspend(ANYONE, { person: personId, isSuspended: true })
    issuer.vouchFor({ sub: subject(), email: mail, email_verified: true })
    expect(await signIn(openBrowser())).toBe('/sign-in?error=suspended')
    const { rows } = await pool().query('SELECT FROM identity WHERE person_id = $1', [personId])
    expect(rows).toEqual([])
  })
})

describe('the code of an app', () => {
  test('is asked for before there is a session, and once', async () => {
    const browser = openBrowser()
    issuer.vouchFor({ sub: subject() })
    await signIn(browser)
    const viewer = await browser.viewer()
    const secret = new Secret({ size: 20 }).base32
    const codeAt = (timestamp: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
    await turnOnTotp(viewer, { password: '', secret, code: codeAt(Date.now()) })

    const second = openBrowser()
    const page = await signIn(second)
    expect(page).toMatch(/^\/sign-in#[\w-]{27}$/)
    expect(second.cookieNamed('bellwether-session')).toBeUndefined()
    const { rows } = await pool().query('SELECT FROM session WHERE person_id = $1', [viewer.personId])
    expect(rows).toHaveLength(1)

    const code = page.split('#')[1] ?? ''
    expect(await second.signIn({ code }, 'link')).toBe('totp-needed')
    expect(await second.signIn({ code, totp: '000000' }, 'link')).toBe('totp-wrong')
    // The one that turned it on has been used.
    const totp = codeAt(Date.now() + 30_000)
    expect(await second.signIn({ code, totp }, 'link')).toBeNull()
    expect((await second.viewer()).personId).toBe(viewer.personId)
    expect(await openBrowser().signIn({ code, totp }, 'link')).toBe('code-spent')
  })

  test('cannot be told any more once the installation’s secret was lost: a recovery code opens the account', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    const secret = new Secret({ size: 20 }).base32
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    const outcome = await turnOnTotp(viewer, { password: PASSWORD, secret, code })
    const [recovery = ''] = 'done' in outcome ? outcome.done.recoveryCodes : []
    await pool().query(
      `UPDATE account SET totp = '\\x00112233445566778899aabbccddeeff0011223344556677' WHERE person_id = $1`,
      [viewer.personId],
    )
    const sent = { mail: member.mail, password: PASSWORD }
    expect(await openBrowser().signIn({ ...sent, totp: code })).toBe('totp-wrong')
    expect(await openBrowser().signIn({ ...sent, totp: recovery })).toBeNull()
    expect(await openBrowser().signIn({ ...sent, totp: recovery })).toBe('totp-wrong')
  })
})

describe('a member', () => {
  test('connects a service with the session they have, and is let in by it from then on', async () => {
    const member = await openMember()
    const before = await member.viewer()
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    expect(await signIn(member)).toBe('/account')
    expect(await member.viewer()).toEqual(before)
    expect((await getAccount(before))?.services).toEqual([SCHOOL])
    const other = openBrowser()
    await signIn(other)
    expect((await other.viewer()).personId).toBe(before.personId)
  })

  test('does not become somebody else by a service that knows them', async () => {
    const [owner, member] = [openBrowser(), await openMember()]
    issuer.vouchFor({ sub: subject() })
    await signIn(owner)
    const before = await member.viewer()
    expect(await signIn(member)).toBe('/account?error=service-taken')
    expect(await member.viewer()).toEqual(before)
    expect((await getAccount(before))?.services).toEqual([])
  })

  test('connects none long after signing in: a session that was left open makes no new way in', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    await pool().query(`UPDATE session SET started_at = started_at - interval '16 minutes' WHERE id = $1`, [
      viewer.sessionId,
    ])
    issuer.vouchFor({ sub: subject() })
    expect(await signIn(member)).toBe('/account?error=sign-in-again')
    expect((await getAccount(viewer))?.services).toEqual([])
  })
})

describe('an invitation', () => {
  /** A browser that carries an invitation to be a teacher. */
  async function carry(code: string) {
    const browser = openBrowser()
    const outcome = await carryInvitation(ANYONE, { code })
    for (const { name, value } of ('done' in outcome && outcome.cookies) || [])
      browser.setCookie(`${name}=${value}`)
    return { browser, outcome }
  }
  const invite = () => createCode(pool(), 'invitation', null, { role: 'teacher', note: '' })

  test('is taken up by a service, with its role, once', async () => {
    await updateSchool(ANYONE, { signUp: 'invited', teacherDomains: [] })
    const code = await invite()
    const { browser } = await carry(code)
    // Nothing is used up by leaving.
    const { browser: second } = await carry(code)
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    expect(await signIn(browser)).toBe('/library')
    expect((await browser.viewer()).role).toBe('teacher')
    expect(browser.cookieNamed('bellwether-invitation')).toBeUndefined()
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    expect(await signIn(second)).toBe('/sign-in?error=code-spent')
    expect((await second.viewer()).role).toBe('guest')
    expect((await carry(code)).outcome).toEqual({ refused: 'code-spent' })
  })

  test('makes one account of somebody who arrives three times in one moment', async () => {
    const code = await invite()
    issuer.vouchFor({ sub: subject(), email: freshMail(), email_verified: true })
    const browsers = await Promise.all([carry(code), carry(code), carry(code)])
    expect(await Promise.all(browsers.map(({ browser }) => signIn(browser)))).toEqual(
      browsers.map(() => '/library'),
    )
    const people = await Promise.all(browsers.map(async ({ browser }) => (await browser.viewer()).personId))
    expect(new Set(people).size).toBe(1)
  })

  test('changes nobody who is known already, and stays for somebody else', async () => {
    const code = await invite()
    issuer.vouchFor({ sub: subject() })
    await signIn(openBrowser())
    const { browser } = await carry(code)
    await signIn(browser)
    expect((await browser.viewer()).role).toBe('learner')
    expect((await carry(code)).outcome).toMatchObject({ done: { carried: true } })
  })

  test('is no other code, and nothing made up', async () => {
    const { personId } = await (await openMember()).viewer()
    const reset = await createCode(pool(), 'reset-password', personId)
    for (const code of [reset, 'made up', ''])
      expect((await carry(code)).outcome).toEqual({ refused: 'code-spent' })
  })
})

describe('how old somebody is who comes by a service', () => {
  /** Somebody new, by a service. */
  async function comeIn() {
    const [browser, sub] = [openBrowser(), subject()]
    issuer.vouchFor({ sub })
    await signIn(browser)
    return { browser, viewer: await browser.viewer() }
  }
  const bandOf = async ({ personId }: Viewer) =>
    (
      await pool().query('SELECT age_band, suspended_at, erase_at FROM account WHERE person_id = $1', [
        personId,
      ])
    ).rows[0]

  test('is asked before anything else, and once', async () => {
    const { browser, viewer } = await comeIn()
    expect(viewer.owesAge).toBe(true)
    expect(await sayAge(viewer, { ageBand: '13-to-15' })).toEqual({ done: { isClosed: false } })
    expect(await browser.viewer()).not.toHaveProperty('owesAge')
    expect(await bandOf(viewer)).toEqual({ age_band: '13-to-15', suspended_at: null, erase_at: null })
    expect(await sayAge(viewer, { ageBand: 'under-13' })).toEqual({ refused: 'not-found' })
    expect((await browser.viewer()).role).toBe('learner')
    // Who has a password has said so when they made the account.
    expect(await (await openMember()).viewer()).not.toHaveProperty('owesAge')
  })

  test('under 13 closes the account, on every browser, and has it erased after a week', async () => {
    const { browser, viewer } = await comeIn()
    const second = openBrowser()
    await signIn(second)
    expect(await sayAge(viewer, { ageBand: 'under-13' })).toMatchObject({ done: { isClosed: true } })
    for (const each of [browser, second]) expect((await each.viewer()).role).toBe('guest')
    const { erase_at, ...rest } = await bandOf(viewer)
    expect(rest).toEqual({ age_band: 'under-13', suspended_at: expect.any(Date) })
    expect((erase_at.getTime() - Date.now()) / 86_400_000).toBeCloseTo(7, 1)
    expect(await signIn(openBrowser())).toBe('/sign-in?error=suspended')
    expect(await audited()).toContainEqual(['said how old they are', { isClosed: true, sessionsEnded: 2 }])
  })
})

describe('disconnecting a service', () => {
  const asked = { service: 'oidc', password: PASSWORD }

  test('takes it the right to vouch, after the password; it may be connected again', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    const sub = subject()
    issuer.vouchFor({ sub, email: freshMail(), email_verified: true })
    await signIn(member)
    expect(await disconnect(viewer, { ...asked, password: 'not it' })).toEqual({
      refused: 'not-your-password',
    })
    expect(await disconnect(viewer, { ...asked, service: 'google' })).toEqual({ refused: 'not-found' })
    expect(await disconnect(viewer, asked)).toEqual({ done: { disconnected: true } })
    expect((await getAccount(viewer))?.services).toEqual([])
    expect(await audited()).toContainEqual(['disconnected another service', { service: 'oidc' }])
    expect(await disconnect(viewer, asked)).toEqual({ refused: 'not-found' })
    // Whom it vouches for now is somebody else.
    const other = openBrowser()
    await signIn(other)
    expect((await other.viewer()).personId).not.toBe(viewer.personId)
  })

  test('is refused of the last way in', async () => {
    const browser = openBrowser()
    issuer.vouchFor({ sub: subject() })
    await signIn(browser)
    const viewer = await browser.viewer()
    const refused = { refused: 'last-way-in' }
    expect(await disconnect(viewer, { ...asked, password: '' })).toEqual(refused)
    // One that this installation does not offer is no way in.
    await pool().query('INSERT INTO identity (provider, subject, person_id) VALUES ($1, $2, $3)', [
      ...['github', subject(), viewer.personId],
    ])
    expect(await disconnect(viewer, { ...asked, password: '' })).toEqual(refused)
    expect(await disconnect(viewer, { service: 'github', password: '' })).toEqual({
      done: { disconnected: true },
    })
    expect((await getAccount(viewer))?.services).toEqual([SCHOOL])
  })
})

describe('what is wrong is refused in words, and everything else goes on', () => {
  const NOT_SAID = '/sign-in?error=OAuthCallback'
  const refused = async (browser: Browser, path: string) => {
    const before = await countAccounts()
    const page = new URL(await arrive(browser, path), `http://${HOST}`)
    expect(`${page.pathname}?error=${page.searchParams.get('error')}`).toBe(NOT_SAID)
    expect(await browser.viewer()).toEqual({ personId: null, role: 'guest' })
    expect(await countAccounts()).toBe(before)
  }
  const faults: readonly Fault[] = [
    ...(['another nonce', 'another issuer', 'another audience', 'another key', 'no signature'] as const),
    ...(['too old', 'an answer for another verifier', 'another name in its document'] as const),
  ]

  test.each(faults)('%s', async (fault) => {
    const browser = openBrowser()
    issuer.vouchFor({ sub: subject() }, fault)
    await refused(browser, await visit((await leave(browser)).json.url ?? ''))
  })

  test('no by the service, or by the person there', async () => {
    const browser = openBrowser()
    issuer.vouchFor({ sub: subject() }, 'no at the door')
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = await arrive(browser, await visit((await leave(browser)).json.url ?? ''))
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
    expect(new URL(page, `http://${HOST}`).searchParams.get('error')).toMatch(/Callback/)
    expect((await browser.viewer()).role).toBe('guest')
  })

  test('another state, none, and a way back that another browser began', async () => {
    issuer.vouchFor({ sub: subject() })
    const [browser, other] = [openBrowser(), openBrowser()]
    const back = await visit((await leave(browser)).json.url ?? '')
    await refused(other, back)
    await leave(other)
    await refused(other, back)
    await refused(browser, back.replace(/state=[^&]*/, 'state=another'))
    const again = await visit((await leave(browser)).json.url ?? '')
    await refused(browser, again.replace(/&?state=[^&]*/, ''))
  })

  test('a code that has been used before', async () => {
    issuer.vouchFor({ sub: subject() })
    const browser = openBrowser()
    const back = await visit((await leave(browser)).json.url ?? '')
    expect(await arrive(browser, back)).toBe('/library')
    await refused(openBrowser(), back)
  })

  test('a service that is away, or says nothing: passwords still sign in', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const member = await openMember()
    issuer.vouchFor({ sub: subject() }, 'silence')
    const silent = await leave(openBrowser())
    expect([silent.status, silent.json]).toEqual([
      503,
      { error: 'service-away', message: expect.stringContaining('cannot be reached') },
    ])
    expect(await openBrowser().signIn({ mail: member.mail, password: PASSWORD })).toBeNull()
    // What is noted of it names no address and no secret.
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/127\.0\.0\.1|a secret/)
    log.mockRestore()
  })

  test('a service that nobody has set up', async () => {
    const browser = openBrowser()
    const { json } = await browser.auth('GET', 'csrf')
    const reply = await browser.auth('POST', 'signin/google', {
      csrfToken: json.csrfToken ?? '',
      json: 'true',
    })
    expect(reply.json.url ?? '').not.toContain('google')
    expect(listProviders()).toEqual([{ id: 'oidc', name: 'Example School' }])
  })
})

test('every service that speaks OpenID Connect is asked with PKCE, state and nonce, and needs id and secret', () => {
  const base = { DATABASE_URL: 'postgresql://x', BELLWETHER_SECRET: 's'.repeat(32) }
  const ids = { AUTH_GOOGLE_ID: 'g', AUTH_MICROSOFT_ID: 'm', AUTH_GITHUB_ID: 'h', AUTH_OIDC_ID: 'o' }
  expect(providers(parseEnv({ ...base, ...ids }))).toEqual([])
  const list = providers(
    parseEnv({
      ...{ ...base, ...ids, AUTH_OIDC_ISSUER: 'https://login.school.example/' },
      ...{ AUTH_GOOGLE_SECRET: 's', AUTH_MICROSOFT_SECRET: 's' },
      ...{ AUTH_GITHUB_SECRET: 's', AUTH_OIDC_SECRET: 's' },
    }),
  )
  expect(list.map(({ id, name }) => [id, name])).toEqual([
    ['google', 'Google'],
    ['microsoft', 'Microsoft'],
    ['github', 'GitHub'],
    ['oidc', 'your school'],
  ])
  for (const each of list)
    if (each.id !== 'github') expect(each).toMatchObject({ checks: ['pkce', 'state', 'nonce'] })
})
