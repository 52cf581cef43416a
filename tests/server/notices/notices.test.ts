import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { changePassword } from '#server/accounts/change-password'
import { changeRole } from '#server/accounts/people'
import { closeStore, pool } from '#server/db'
import { askToErase, eraseDue } from '#server/mine/erase'
import { clearNotices } from '#server/notices/clear'
import { type Notice, sayNotice } from '#server/notices/kinds'
import { countUnread, listNotices, markRead } from '#server/notices/list'
import { notify } from '#server/notices/notify'
import { tellOfWithdrawals } from '#server/notices/tell-of-withdrawals'
import type { Viewer } from '#server/viewer'
import { openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call } from '../../support/site.ts'

const quiz = await storeQuiz()
afterAll(closeStore)

async function tell(people: readonly (string | null)[], notice: Notice): Promise<void> {
  const client = await pool().connect()
  try {
    await notify(
      client,
      people.filter((each) => each !== null),
      notice,
    )
  } finally {
    client.release()
  }
}
const titles = async (viewer: Viewer) =>
  (await listNotices(viewer)).flatMap(({ notices }) => notices.map(({ title }) => title))
const unread = async (viewer: Viewer) => {
  const outcome = await countUnread(viewer)
  return 'done' in outcome ? outcome.done.unread : null
}
const note = (cause: string): Notice => ({ kind: 'codes-on', cause, data: {} })

test('each is told of a cause once, however often it is told', async () => {
  const [ada, ben] = [await (await openMember()).viewer(), await (await openMember()).viewer()]
  await tell([ada.personId], note('a'))
  await tell([ada.personId, ben.personId], note('a'))
  await tell([ada.personId], note('b'))
  expect([await unread(ada), await unread(ben)]).toEqual([2, 1])
})

test('what is read stays, and counts no more; nobody reads for another', async () => {
  const [ada, ben] = [await (await openMember()).viewer(), await (await openMember()).viewer()]
  await tell([ada.personId, ben.personId], note('c'))
  await tell([ada.personId], note('d'))
  const [first] = (await listNotices(ada))[0]?.notices ?? []
  await markRead(ben, { notice: first?.id })
  expect([await unread(ada), await unread(ben)]).toEqual([2, 1])
  await markRead(ada, { notice: first?.id })
  expect(await unread(ada)).toBe(1)
  await markRead(ada, {})
  expect(await unread(ada)).toBe(0)
  expect(await titles(ada)).toHaveLength(2)
})

test('a notice is kept for 90 days', async () => {
  const ada = await (await openMember()).viewer()
  await tell([ada.personId], note('old'))
  await tell([ada.personId], note('new'))
  await pool().query(
    `UPDATE notice SET created_at = clock_timestamp() - interval '90 days 1 minute' WHERE cause = 'old'`,
  )
  expect([await unread(ada), (await titles(ada)).length]).toEqual([1, 1])
  expect(await clearNotices()).toBe(1)
  expect(await clearNotices()).toBe(0)
})

test('a guest is told in this browser, and takes it along into an account', async () => {
  const guest = openBrowser({ cookies: (await begin(quiz.set)).cookie })
  const seen = await guest.viewer()
  await tell([seen.personId], note('of a guest'))
  expect((await call('GET /api/me/notices', { cookie: guest.cookie() })).json).toEqual({ unread: 1 })
  const mail = `claims-${randomUUID()}@school.example`
  await guest.signUp({ mail })
  await guest.signIn({ mail, password: PASSWORD })
  expect(await titles(await guest.viewer())).toEqual(['Codes from an app are on'])
  expect(await unread(seen)).toBe(0)
})

test('somebody who has stored nothing is told nothing, and costs no query', async () => {
  expect((await call('GET /api/me/notices')).json).toEqual({ unread: 0 })
})

test('what happens to an account is told its owner', async () => {
  const ada = await openMember()
  const seen = await ada.viewer()
  const elsewhere = openBrowser({ address: '203.0.113.77' })
  expect(await elsewhere.signIn({ mail: ada.mail, password: PASSWORD })).toBeNull()
  await elsewhere.signIn({ mail: ada.mail, password: PASSWORD })
  await changePassword(seen, { current: PASSWORD, password: 'another good kettle' })
  await changeRole({ personId: null, role: 'admin' }, { person: seen.personId ?? '', role: 'teacher' })
  expect(await titles(seen)).toEqual([
    'Your role was changed',
    'Your password was changed',
    'You signed in on a new browser',
  ])
})

test('who flagged a question is told when it is taken back, once', async () => {
  const guest = openBrowser({ cookies: (await begin(quiz.set)).cookie })
  const seen = await guest.viewer()
  const version = quiz.versions[0]
  await pool().query(
    `INSERT INTO flag (id, person_id, version_id, reason, created_at)
     VALUES (gen_random_uuid(), $1, $2, 'wrong', clock_timestamp() - interval '1 hour')`,
    [seen.personId, version],
  )
  await tellOfWithdrawals()
  expect(await titles(seen)).toEqual([])
  await pool().query(`INSERT INTO withdrawal (version_id, rule, reason) VALUES ($1, 'by-hand', '')`, [
    version,
  ])
  await tellOfWithdrawals()
  await tellOfWithdrawals()
  expect(await titles(seen)).toEqual(['A question you flagged was taken back'])
})

test('erasing somebody erases what they were told', async () => {
  const ada = await openMember()
  const seen = await ada.viewer()
  await askToErase(seen, { password: PASSWORD })
  expect(await titles(seen)).toEqual(['Your account is going to be erased'])
  await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [seen.personId])
  await eraseDue()
  expect((await pool().query('SELECT FROM notice WHERE person_id = $1', [seen.personId])).rowCount).toBe(0)
  await tell([seen.personId], note('to a tombstone'))
  expect((await pool().query('SELECT FROM notice WHERE person_id = $1', [seen.personId])).rowCount).toBe(0)
})

test('what an older or newer version stored is left out where it cannot be said', () => {
  expect(sayNotice('of-tomorrow', {})).toBeNull()
  expect(sayNotice('role-changed', { role: 'emperor' })).toBeNull()
  expect(sayNotice('toString', {})).toBeNull()
})
