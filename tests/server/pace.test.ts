import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeStore, pool } from '#server/db'
import { isTooOften } from '#server/enter'
import { secondsToWait } from '#server/pace'
import { openMember } from '../support/browser.ts'
import { storeQuiz } from '../support/quiz.ts'
import { begin, call, save } from '../support/site.ts'

const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => asked.headers }))

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
beforeEach(() => pool().query('DELETE FROM rate_limit'))
afterAll(closeStore)

const SCHOOL = '203.0.113.7'
const start = (address: string, cookie?: string) =>
  call('POST /api/attempts', {
    body: { set, mode: 'practice', key: randomUUID(), anew: true },
    headers: { 'x-forwarded-for': address },
    ...(cookie === undefined ? {} : { cookie }),
  })

/** Has something been asked for so often already. */
const spend = (times: number) => pool().query('UPDATE rate_limit SET points = points + $1', [times])

describe('starting quizzes', () => {
  test('is refused to a member who starts sixty in ten minutes, in words and with the time to wait, and to nobody else', async () => {
    const [member, other] = [await openMember(), await openMember()]
    expect((await start(SCHOOL, member.cookie())).status).toBe(201)
    await spend(58)
    expect((await start(SCHOOL, member.cookie())).status).toBe(201)
    const refused = await start('198.51.100.1', member.cookie())
    expect(refused.status).toBe(429)
    expect(refused.json).toEqual({
      error: 'too-often',
      message: expect.stringContaining('Wait a few minutes'),
    })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(500)
    expect(seconds).toBeLessThanOrEqual(600)
    expect((await start(SCHOOL, other.cookie())).status).toBe(201)
    // Nothing was stored for what was refused.
    const { personId } = await member.viewer()
    const { rowCount } = await pool().query('SELECT FROM attempt WHERE person_id = $1', [personId])
    expect(rowCount).toBe(2)
  })

  test('lets three hundred guests of one address in, and is refused to who throws the cookie away six thousand times', async () => {
    const guest = { personId: null, role: 'guest' } as const
    const from = new Headers({ 'x-forwarded-for': SCHOOL })
    for (let i = 0; i < 300; i++) expect(await secondsToWait('start-quiz', guest, from)).toBeNull()
    await spend(5_700)
    expect((await start(SCHOOL)).status).toBe(429)
    const kept = await begin(set)
    expect((await start(SCHOOL, kept.cookie)).status).toBe(429)
    expect((await start('203.0.113.8')).status).toBe(201)
  })

  test('counts no request of a proxy that is not trusted as one person', async () => {
    const guest = { personId: null, role: 'guest' } as const
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '']) {
      expect(await secondsToWait('start-quiz', guest, new Headers({ 'x-forwarded-for': address }))).toBeNull()
      expect((await pool().query('SELECT FROM rate_limit')).rowCount).toBe(0)
    }
  })

  test('counts a network of IPv6 as one address', async () => {
    const guest = { personId: null, role: 'guest' } as const
    for (const end of ['1', '2', 'ffff:1'])
      await secondsToWait('start-quiz', guest, new Headers({ 'x-forwarded-for': `2001:db8:1:2::${end}` }))
    expect((await pool().query('SELECT points FROM rate_limit')).rows).toEqual([{ points: 3 }])
  })

  test('says no address in the store', async () => {
    await start(SCHOOL)
    const { rows } = await pool().query<{ key: string }>('SELECT key FROM rate_limit')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.key).not.toContain('203.0')
  })
})

test('counts of two nodes are one count, for they stand in the store', async () => {
  const member = await (await openMember()).viewer()
  const none = new Headers()
  await secondsToWait('export', member, none)
  vi.resetModules()
  const other = await import('#server/pace')
  const db = await import('#server/db')
  try {
    await other.secondsToWait('export', member, none)
    expect((await pool().query(`SELECT points FROM rate_limit WHERE key LIKE 'export%'`)).rows).toEqual([
      { points: 2 },
    ])
  } finally {
    await db.closeStore()
  }
})

test('a search that is made too often is not made', async () => {
  const viewer = await (await openMember()).viewer()
  expect(await isTooOften(viewer, 'search')).toBe(false)
  await spend(149)
  expect(await isTooOften(viewer, 'search')).toBe(true)
})

test('an export, a flag and what is unsound: only what would be done is counted', async () => {
  const member = await openMember()
  expect((await call('GET /api/me/export.json', { cookie: member.cookie() })).status).toBe(200)
  await spend(60)
  const refused = await call('GET /api/me/answers.csv', { cookie: member.cookie() })
  expect([refused.status, refused.json.error]).toEqual([429, 'too-often'])
  await pool().query('DELETE FROM rate_limit')
  await call('POST /api/attempts', { cookie: member.cookie(), body: { unsound: true } })
  await call('POST /api/attempts', {
    ...{ cookie: member.cookie(), body: { set, mode: 'practice', key: randomUUID() } },
    headers: { origin: 'https://evil.example' },
  })
  expect((await pool().query('SELECT FROM rate_limit')).rowCount).toBe(0)
})

test('saving an answer asks the store as often as before, and counts nothing', async () => {
  const member = await openMember()
  const attempt = await begin(set, 'practice', member.cookie(), 1)
  await save(attempt, { position: 1, sequence: 1 })
  await pool().query('DELETE FROM rate_limit')
  const query = vi.spyOn(pool(), 'query')
  const reply = await save(attempt, { position: 1, sequence: 2 })
  const times = query.mock.calls.length
  query.mockRestore()
  expect(reply.status).toBe(200)
  expect(times).toBe(1)
  expect((await pool().query('SELECT FROM rate_limit')).rowCount).toBe(0)
})
