import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '#server/accounts/asker'
import { changePassword, resetPassword } from '#server/accounts/change-password'
import { createCode } from '#server/accounts/codes'
import { createAccount } from '#server/accounts/create'
import { endOtherSessions, endOwnSession, signOut } from '#server/accounts/own-account'
import { hashPassword } from '#server/accounts/passwords'
import { listSessions } from '#server/accounts/sessions'
import { signInByPassword } from '#server/accounts/sign-in'
import { closeStore, pool, transaction } from '#server/db'
import { forgetKept } from '#server/kept'
import { freshMail, openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, save } from '../../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)

/** Another process knows nothing that this one remembers. */
const onAnotherNode = async (browser: { viewer(): Promise<{ personId: string | null; role: string }> }) => {
  forgetKept()
  return (await browser.viewer()).role
}

describe('an account', () => {
  test('is made, signed in to by its address however it is written, and is a learner’s', async () => {
    const browser = openBrowser()
    const mail = freshMail()
    expect(await browser.signUp({ mail })).toBeNull()
    expect(await browser.signIn({ mail: mail.toUpperCase(), password: PASSWORD })).toBeNull()
    expect(await browser.viewer()).toMatchObject({ role: 'learner', personId: expect.any(String) })
  })

  test.each([
    ['an address that has one', {}, 'mail-taken'],
    ['a password many use', { password: 'password1' }, 'common-password'],
    ['a password of one letter', { password: 'aaaaaaaaaaaa' }, 'common-password'],
    ['the name as its password', { name: 'Ada Lovelace', password: 'ada lovelace' }, 'common-password'],
    ['a code nobody made', { code: 'x'.repeat(27) }, 'code-spent'],
  ])('is not made with %s', async (_, fields, refused) => {
    const taken = await openMember()
    const mail = refused === 'mail-taken' ? taken.mail : freshMail()
    expect(await openBrowser().signUp({ mail, ...fields })).toBe(refused)
  })

  test('is made once by two who ask for one address in the same moment', async () => {
    const mail = freshMail()
    const replies = await Promise.all(Array.from({ length: 5 }, () => openBrowser().signUp({ mail })))
    expect(replies.filter((reply) => reply === null)).toHaveLength(1)
    expect(replies.filter((reply) => reply === 'mail-taken')).toHaveLength(4)
  })

  test('takes a password of any characters, typed on whatever keyboard', async () => {
    const [browser, mail] = [openBrowser(), freshMail()]
    await browser.signUp({ mail, password: 'ﬁne Å crème brûlée 🍮' })
    expect(await browser.signIn({ mail, password: 'fine A\u030A crème brûlée 🍮' })).toBeNull()
  })

  test('is not told apart from one that is not there', async () => {
    const { mail } = await openMember()
    const wrong = await openBrowser().signIn({ mail, password: 'not this one' })
    const nobody = await openBrowser().signIn({ mail: freshMail(), password: 'not this one' })
    expect([wrong, nobody]).toEqual(['wrong-password', 'wrong-password'])
  })
})

describe('a guest’s progress', () => {
  test('is the account’s after signing in, once, and the guest’s cookie is worth nothing', async () => {
    const guest = await begin(set)
    await save(guest, { position: 1 })
    const browser = openBrowser({ cookies: guest.cookie })
    const mail = freshMail()
    await browser.signUp({ mail })
    await browser.signIn({ mail, password: PASSWORD })
    expect(browser.cookieNamed('bellwether')).toBeUndefined()
    const mine = await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: browser.cookie() })
    expect(mine.status).toBe(200)

    // In the middle of it, on another browser.
    const other = openBrowser()
    await other.signIn({ mail, password: PASSWORD })
    const saved = await save({ ...guest, cookie: other.cookie() }, { position: 1, sequence: 2 })
    expect(saved.status).toBe(200)

    expect((await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: guest.cookie })).status).toBe(
      404,
    )
    expect((await save(guest, { position: 1, sequence: 3 })).status).toBe(404)
    // What is started with the old cookie is somebody else's, and not the account's.
    const later = await begin(set, 'practice', guest.cookie)
    expect(
      (await call('GET /api/attempts/[id]', { id: later.attempt, cookie: browser.cookie() })).status,
    ).toBe(404)
  })

  test('is not doubled by signing in again, nor given to a second account', async () => {
    const guest = await begin(set)
    const [one, two] = [openBrowser({ cookies: guest.cookie }), openBrowser({ cookies: guest.cookie })]
    const [mailOne, mailTwo] = [freshMail(), freshMail()]
    await one.signUp({ mail: mailOne })
    await two.signUp({ mail: mailTwo })
    await one.signIn({ mail: mailOne, password: PASSWORD })
    one.setCookie(guest.cookie)
    await one.signIn({ mail: mailOne, password: PASSWORD })
    await two.signIn({ mail: mailTwo, password: PASSWORD })
    const { personId } = await one.viewer()
    const { rows } = await pool().query('SELECT person_id FROM attempt WHERE id = $1', [guest.attempt])
    expect(rows).toEqual([{ person_id: personId }])
  })

  test('goes to nobody but who claims the guest, whatever a statement says', async () => {
    const [guest, other] = [await begin(set), await openMember()]
    const { personId } = await other.viewer()
    await expect(
      pool().query('UPDATE attempt SET person_id = $2 WHERE id = $1', [guest.attempt, personId]),
    ).rejects.toThrow('to nobody else')
  })
})

describe('a copied cookie', () => {
  test('is dead after signing out, on every node', async () => {
    const member = await openMember()
    const copy = openBrowser({ cookies: member.cookie() })
    expect(await onAnotherNode(copy)).toBe('learner')
    await signOut(await member.viewer())
    expect(await onAnotherNode(copy)).toBe('guest')
    expect(await copy.viewer()).toMatchObject({ personId: null, isSignedOut: true })
  })

  test('is dead after ‘end this session’ and ‘end all others’', async () => {
    const member = await openMember()
    const [second, third] = [openBrowser(), openBrowser()]
    for (const each of [second, third]) await each.signIn({ mail: member.mail, password: PASSWORD })
    const viewer = await member.viewer()
    const sessions = await listSessions(viewer)
    expect(sessions.map(({ agent, isThisOne }) => [agent, isThisOne])).toContainEqual([
      'Firefox on Linux',
      true,
    ])
    const { sessionId } = await second.viewer()
    await endOwnSession(viewer, { id: sessionId ?? '' })
    expect([await onAnotherNode(second), await onAnotherNode(third)]).toEqual(['guest', 'learner'])
    await endOtherSessions(viewer)
    expect([await onAnotherNode(third), await onAnotherNode(member)]).toEqual(['guest', 'learner'])
  })

  test('is dead after a change of the password, and after a new one set by a link', async () => {
    const member = await openMember()
    const copy = openBrowser()
    await copy.signIn({ mail: member.mail, password: PASSWORD })
    const viewer = await member.viewer()
    expect(await changePassword(viewer, { current: 'not it', password: 'another good one' })).toEqual({
      refused: 'not-your-password',
    })
    expect(await changePassword(viewer, { current: PASSWORD, password: 'another good one' })).toMatchObject({
      done: { sessionsEnded: 1 },
    })
    expect([await onAnotherNode(copy), await onAnotherNode(member)]).toEqual(['guest', 'learner'])

    const code = await createCode(pool(), 'reset-password', viewer.personId)
    await resetPassword(viewer, { code, password: 'a third good one' })
    expect(await onAnotherNode(member)).toBe('guest')
    expect(await resetPassword(viewer, { code, password: 'a fourth good one' })).toEqual({
      refused: 'code-spent',
    })
    expect(await openBrowser().signIn({ mail: member.mail, password: 'a third good one' })).toBeNull()
  })

  test('saves nothing once its session has ended, and is told why', async () => {
    const member = await openMember()
    const attempt = await begin(set, 'practice', member.cookie())
    expect((await save(attempt, { position: 1 })).status).toBe(200)
    await signOut(await member.viewer())
    const refused = await save(attempt, { position: 1, sequence: 2 })
    expect([refused.status, refused.json.error]).toEqual([401, 'signed-out'])
    forgetKept()
    const again = await save(attempt, { position: 1, sequence: 3 })
    expect([again.status, again.json.error]).toEqual([401, 'signed-out'])
    const { rows } = await pool().query('SELECT max(sequence) AS last FROM response WHERE attempt_id = $1', [
      attempt.attempt,
    ])
    expect(rows).toEqual([{ last: 1 }])
  })

  test('that is older than its limits, idle for too long, or of a suspended account counts for nothing', async () => {
    const ways = [
      `UPDATE session SET expires_at = clock_timestamp() WHERE id = $1`,
      `UPDATE session SET seen_at = clock_timestamp() - interval '31 days' WHERE id = $1`,
      `UPDATE account SET suspended_at = clock_timestamp() WHERE person_id = (SELECT person_id FROM session WHERE id = $1)`,
    ]
    for (const way of ways) {
      const member = await openMember()
      await pool().query(way, [(await member.viewer()).sessionId])
      expect(await onAnotherNode(member)).toBe('guest')
    }
  })

  test('is another one after each sign-in, and the one before is dead', async () => {
    const member = await openMember()
    const before = openBrowser({ cookies: member.cookie() })
    await member.signIn({ mail: member.mail, password: PASSWORD })
    expect([await onAnotherNode(before), await onAnotherNode(member)]).toEqual(['guest', 'learner'])
  })

  test('that was made up, or signed with another secret, is nobody’s', async () => {
    const made = [
      `bellwether-session=${randomUUID()}`,
      'bellwether-session=e30.e30.e30',
      'bellwether-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c',
    ]
    for (const cookies of made)
      expect(await openBrowser({ cookies }).viewer()).toEqual({ personId: null, role: 'guest' })
    const member = await openMember()
    process.env.BELLWETHER_SECRET = 'another secret that nobody needs to keep'
    expect((await openBrowser({ cookies: member.cookie() }).viewer()).role).toBe('learner')
  })
})

describe('guesses', () => {
  test('by the ten thousand at one account are stopped, and lock its owner out of nothing', async () => {
    const owner = await openMember()
    const guesser = openBrowser({ address: '203.0.113.9' })
    const guess = async () => {
      const password = `guess ${randomUUID()}`
      return signInByPassword({ mail: owner.mail, password, totp: '' }, askerOf(guesser.headers()))
    }
    const replies: Record<string, number> = {}
    for (let round = 0; round < 100; round++)
      for (const reply of await Promise.all(Array.from({ length: 100 }, guess))) {
        const refused = 'refused' in reply ? reply.refused : 'in'
        replies[refused] = (replies[refused] ?? 0) + 1
      }
    expect(replies).toEqual({ 'wrong-password': 10, throttled: 9_990 })
    // The right one does not get through there either.
    expect(await guesser.signIn({ mail: owner.mail, password: PASSWORD })).toBe('throttled')
    // The owner's own browser, at the guesser's very address, and a new one elsewhere.
    const known = openBrowser({
      address: '203.0.113.9',
      cookies: `bellwether-browser=${owner.cookieNamed('bellwether-browser')}`,
    })
    expect(await known.signIn({ mail: owner.mail, password: PASSWORD })).toBeNull()
    expect(
      await openBrowser({ address: '198.51.100.7' }).signIn({ mail: owner.mail, password: PASSWORD }),
    ).toBeNull()
  })

  test('from many addresses are stopped as well, and the owner’s browser is not', async () => {
    const owner = await openMember()
    let wrong = 0
    for (let from = 0; from < 13; from++) {
      const guesser = openBrowser({ address: `203.0.113.${100 + from}` })
      for (let i = 0; i < 10; i++)
        if ((await guesser.signIn({ mail: owner.mail, password: 'not it at all' })) === 'wrong-password')
          wrong++
    }
    expect(wrong).toBe(100)
    const known = openBrowser({ cookies: `bellwether-browser=${owner.cookieNamed('bellwether-browser')}` })
    expect(await known.signIn({ mail: owner.mail, password: PASSWORD })).toBeNull()
  })

  test('of a whole school behind one address, three hundred at once, are no guesses when they are right', async () => {
    const members = Array.from({ length: 300 }, freshMail)
    const passwordHash = await hashPassword(PASSWORD)
    const account = { name: 'A pupil', passwordHash, ageBand: '16-or-over', role: 'learner' } as const
    for (const mail of members) await transaction((client) => createAccount(client, { ...account, mail }))
    const replies = await Promise.all(
      members.map((mail) => openBrowser({ address: '198.51.100.1' }).signIn({ mail, password: PASSWORD })),
    )
    expect(replies.filter((reply) => reply !== null)).toEqual([])
  })
})

describe('next-auth’s own doors', () => {
  test('take a form only with its token and from our own pages', async () => {
    const { mail } = await openMember()
    const browser = openBrowser()
    const fields = { mail, password: PASSWORD, json: 'true' }
    const withoutToken = await browser.auth('POST', 'callback/password', fields)
    expect([withoutToken.status, withoutToken.json.error]).toEqual([403, 'bad-origin'])
    expect((await browser.viewer()).role).toBe('guest')
  })

  test('show no session, and nothing that was not asked for', async () => {
    const member = await openMember()
    for (const path of ['session', 'providers', 'verify-request', 'signout', '_log'])
      expect((await member.auth('GET', path)).status).toBe(404)
    expect((await member.auth('POST', 'session', {})).status).toBe(404)
    expect((await member.auth('POST', '_log', {})).status).toBe(404)
  })

  test('set cookies that no script reads, and lead nowhere else', async () => {
    const browser = openBrowser()
    const mail = freshMail()
    await browser.signUp({ mail })
    const { json } = await browser.auth('GET', 'csrf')
    for (const callbackUrl of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const reply = await browser.auth('POST', 'callback/password', {
        ...{ mail, password: PASSWORD, callbackUrl },
        ...{ csrfToken: json.csrfToken ?? '', json: 'true' },
      })
      expect(new URL(reply.json.url ?? '').origin).toBe('http://quiz.example')
      for (const line of reply.headers.getSetCookie()) expect(line).toMatch(/HttpOnly; SameSite=Lax/i)
      expect(reply.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('end the session that signs out there', async () => {
    const member = await openMember()
    const copy = openBrowser({ cookies: member.cookie() })
    const { json } = await member.auth('GET', 'csrf')
    await member.auth('POST', 'signout', { csrfToken: json.csrfToken ?? '', json: 'true' })
    expect(await onAnotherNode(copy)).toBe('guest')
  })
})
