import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { inviteByMail } from '#server/accounts/invitations'
import { updateMail } from '#server/accounts/own-account'
import { closeStore, pool } from '#server/db'
import { runJobsOnce } from '#server/jobs/run'
import { askForLetter } from '#server/mail/ask-for-letter'
import { confirmMail } from '#server/mail/confirm-mail'
import { stopMail } from '#server/mail/stop'
import { getMailWish, updateMailWish } from '#server/mail/wishes'
import { notify } from '#server/notices/notify'
import { type Browser, freshMail, openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { type MailServer, startMailServer } from '../../support/mail-server.ts'
import { call } from '../../support/site.ts'

// The environment is read once, when it is first asked for.
const SITE = 'http://quiz.example'
const server: MailServer = await startMailServer()
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'Bellwether <quiz@school.example>'
process.env.BELLWETHER_URL = SITE

beforeEach(() => {
  server.refuse(null)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  await closeStore()
  await server.close()
})

/** Sends what waits, and gives what came for this address since the last time it was asked. */
async function letters(to: string) {
  await runJobsOnce()
  const theirs = server.letters.filter((letter) => letter.to === to)
  server.letters.splice(0)
  return theirs
}
const codeIn = (text = ''): string => /#([\w-]{27})/.exec(text)?.[1] ?? ''
const nobody = openBrowser()

/** A member who has confirmed their address. */
async function openConfirmed(): Promise<Browser & { readonly mail: string; readonly person: string }> {
  const member = await openMember()
  const [letter] = await letters(member.mail)
  const outcome = await confirmMail(await nobody.viewer(), { code: codeIn(letter?.text) })
  expect(outcome).toEqual({ done: { mail: member.mail } })
  return { ...member, person: (await member.viewer()).personId ?? '' }
}

const readJobs = async () =>
  JSON.stringify((await pool().query('SELECT * FROM graphile_worker._private_jobs')).rows)

test('a new account is asked whether its address is its owner’s, once, and the answer counts', async () => {
  const member = await openMember()
  const waiting = await readJobs()
  const [letter, ...more] = await letters(member.mail)
  expect(more).toEqual([])
  expect(letter?.subject).toBe('Confirm your address')
  expect(letter?.text).toContain(`${SITE}/confirm#`)
  expect(letter?.header('auto-submitted')).toBe('auto-generated')
  // What waits in the store opens nothing.
  expect(waiting).not.toContain(codeIn(letter?.text))
  const code = codeIn(letter?.text)
  expect(await confirmMail(await nobody.viewer(), { code })).toEqual({ done: { mail: member.mail } })
  expect(await confirmMail(await nobody.viewer(), { code })).toEqual({ refused: 'code-spent' })
})

test('a code that confirms an address is void once the account has another', async () => {
  const member = await openMember()
  const [letter] = await letters(member.mail)
  const mail = freshMail()
  await updateMail(await member.viewer(), { mail, password: PASSWORD })
  const old = await confirmMail(await nobody.viewer(), { code: codeIn(letter?.text) })
  expect(old).toEqual({ refused: 'code-spent' })
  const [next] = await letters(mail)
  expect(await confirmMail(await nobody.viewer(), { code: codeIn(next?.text) })).toEqual({ done: { mail } })
})

test('an address that was confirmed is told when the account gets another', async () => {
  const member = await openConfirmed()
  await updateMail(await member.viewer(), { mail: freshMail(), password: PASSWORD })
  expect((await letters(member.mail)).map(({ subject }) => subject)).toEqual(['Your address was changed'])
})

test('a link that was mailed signs its owner in, once', async () => {
  const { mail } = await openConfirmed()
  const asked = await askForLetter(
    await nobody.viewer(),
    { mail: mail.toUpperCase(), letter: 'sign-in' },
    nobody.headers(),
  )
  expect(asked).toEqual({ done: { asked: true } })
  const [letter] = await letters(mail)
  expect(letter?.text).toContain(`${SITE}/sign-in#`)
  const browser = openBrowser()
  expect(await browser.signIn({ code: codeIn(letter?.text) }, 'link')).toBeNull()
  expect((await browser.viewer()).role).toBe('learner')
  expect(await openBrowser().signIn({ code: codeIn(letter?.text) }, 'link')).toBe('code-spent')
})

test('an address that nobody has is answered alike, and gets nothing', async () => {
  const mail = freshMail()
  for (const letter of ['sign-in', 'reset-password'] as const)
    expect(await askForLetter(await nobody.viewer(), { mail, letter }, nobody.headers())).toEqual({
      done: { asked: true },
    })
  expect(await letters(mail)).toEqual([])
})

test('one address gets so many letters an hour, whoever asks, and is not told on', async () => {
  const { mail } = await openMember()
  await letters(mail)
  for (let i = 0; i < 20; i++) {
    const asker = openBrowser({ address: `203.0.113.${i}` })
    const reply = await askForLetter(
      await asker.viewer(),
      { mail, letter: 'reset-password' },
      asker.headers(),
    )
    expect(reply).toEqual({ done: { asked: true } })
  }
  expect((await letters(mail)).length).toBe(5)
})

test('an invitation by mail makes an account of its role', async () => {
  const mail = freshMail()
  await inviteByMail({ personId: null, role: 'admin' }, { mail, role: 'teacher', note: '' })
  const [letter] = await letters(mail)
  expect(letter?.text).toContain(`${SITE}/sign-up#`)
  const browser = openBrowser()
  expect(await browser.signUp({ mail, code: codeIn(letter?.text) })).toBeNull()
  await browser.signIn({ mail, password: PASSWORD })
  expect((await browser.viewer()).role).toBe('teacher')
})

test('a letter that the server cannot take now is sent later, and its first code counts for nothing', async () => {
  const { mail } = await openConfirmed()
  server.refuse(451)
  await askForLetter(await nobody.viewer(), { mail, letter: 'sign-in' }, nobody.headers())
  expect(await letters(mail)).toEqual([])
  const codes = await pool().query(`SELECT FROM code WHERE purpose = 'sign-in' AND used_at IS NULL`)
  expect(codes.rowCount).toBe(0)
  server.refuse(null)
  await pool().query(`UPDATE graphile_worker._private_jobs SET run_at = now()`)
  expect((await letters(mail)).length).toBe(1)
})

test('a letter whose address is refused for good is given up', async () => {
  const { mail } = await openConfirmed()
  server.refuse(550)
  await askForLetter(await nobody.viewer(), { mail, letter: 'sign-in' }, nobody.headers())
  expect(await letters(mail)).toEqual([])
  expect(await readJobs()).toBe('[]')
})

test('what an owner must know is mailed unasked; the rest only where it is wished, with one click to stop it', async () => {
  const { mail, person, ...member } = await openConfirmed()
  const tell = async (cause: string) => {
    const client = await pool().connect()
    try {
      await notify(client, [person], { kind: 'codes-off', cause: `urgent ${cause}`, data: {} })
      await notify(client, [person], { kind: 'sessions-ended', cause: `may wait ${cause}`, data: {} })
    } finally {
      client.release()
    }
    return letters(mail)
  }
  const subjects = (await tell('1')).map(({ subject }) => subject)
  expect(subjects).toEqual(['Codes from an app are off'])

  const viewer = await member.viewer()
  await updateMailWish(viewer, { notices: true, remindAt: 7, zone: 'Asia/Tokyo' })
  const wished = await tell('2')
  expect(wished.map(({ subject }) => subject).sort()).toEqual([
    'Codes from an app are off',
    'You were signed out everywhere',
  ])
  const urgent = wished.find(({ subject }) => subject.startsWith('Codes'))
  expect(urgent?.header('list-unsubscribe')).toBeUndefined()
  const letter = wished.find(({ subject }) => subject.startsWith('You'))
  expect(letter?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const stop = new URL(/<(.*)>/.exec(letter?.header('list-unsubscribe') ?? '')?.[1] ?? '')
  expect(stop.pathname).toBe('/api/stop-mail')
  // As a mail program sends it: from nowhere, without a cookie.
  const reply = await call('POST /api/stop-mail', {
    query: stop.search,
    body: 'List-Unsubscribe=One-Click',
    headers: { origin: null, 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(reply.status).toBe(200)
  expect(await getMailWish(viewer)).toEqual({ notices: false, remindAt: 7 })
  expect((await tell('3')).length).toBe(1)
  // What was agreed to and taken back is in their export, once each and with its time.
  await updateMailWish(viewer, { notices: false, remindAt: 8, zone: 'Asia/Tokyo' })
  const { rows } = await pool().query(
    `SELECT deed, details ->> 'what' AS what FROM audit_entry WHERE subject_id = $1 AND deed LIKE '%-mail' ORDER BY at, details ->> 'what'`,
    [person],
  )
  expect(rows.filter(({ deed }) => deed !== 'verify-mail')).toEqual([
    { deed: 'agree-to-mail', what: 'notices' },
    { deed: 'agree-to-mail', what: 'reminders' },
    { deed: 'withdraw-mail', what: 'notices' },
  ])
})

test('a token that was not made here stops nothing', async () => {
  const { person, ...member } = await openConfirmed()
  const viewer = await member.viewer()
  await updateMailWish(viewer, { notices: true, remindAt: 7, zone: 'UTC' })
  for (const token of [
    '',
    person,
    `${person}.notices`,
    `${person}.notices.${'x'.repeat(43)}`,
    `${person}.all.x`,
  ])
    expect(await stopMail(viewer, { token })).toEqual({ refused: 'code-spent' })
  expect(await getMailWish(viewer)).toEqual({ notices: true, remindAt: 7 })
})

test('a notice is mailed to nobody whose address is not confirmed, nor once it has been read', async () => {
  const member = await openMember()
  await letters(member.mail)
  const person = (await member.viewer()).personId ?? ''
  const client = await pool().connect()
  await notify(client, [person], { kind: 'codes-off', cause: 'unconfirmed', data: {} })
  client.release()
  expect(await letters(member.mail)).toEqual([])

  const confirmed = await openConfirmed()
  const other = await pool().connect()
  await notify(other, [confirmed.person], { kind: 'codes-off', cause: 'read before', data: {} })
  other.release()
  await pool().query('UPDATE notice SET read_at = clock_timestamp() WHERE person_id = $1', [confirmed.person])
  expect(await letters(confirmed.mail)).toEqual([])
})
