import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAttempts } from '#server/attempts/history'
import { closeStore, pool } from '#server/db'
import { guestCookie } from '#server/guest'
import { getStart } from '#server/quizzes/start'
import { viewerOf } from '#server/viewer-of'
import { storeQuiz } from '../../support/quiz.ts'
import { type Address, begin, call, cookieOf, type Guest, save } from '../../support/site.ts'

let set: string
let slug: string
beforeAll(async () => {
  const quiz = await storeQuiz()
  set = quiz.set
  slug = quiz.slug
})
afterAll(closeStore)

const body = { position: 1, sequence: 1, key: randomUUID(), answer: null, check: false }
const visits: readonly (readonly [Address, { query?: string; body?: unknown }])[] = [
  ['GET /api/attempts/[id]', {}],
  ['GET /api/attempts/[id]/results', {}],
  ['GET /api/attempts/[id]/source', { query: '?position=1' }],
  ['POST /api/attempts/[id]/responses', { body }],
  ['POST /api/attempts/[id]/submit', {}],
]

describe.each(visits)('%s', (address, more) => {
  test("someone else's attempt, a missing one, none at all and a broken id sound the same", async () => {
    const owner = await begin(set)
    const stranger = await begin(set)
    const known = await call(address, { id: owner.attempt, cookie: stranger.cookie, ...more })
    const others = [
      await call(address, { id: randomUUID(), cookie: stranger.cookie, ...more }),
      await call(address, { id: owner.attempt, ...more }),
      await call(address, { id: owner.attempt, cookie: `${owner.cookie}x`, ...more }),
      await call(address, { id: "'; DROP TABLE attempt; --", cookie: owner.cookie, ...more }),
    ]
    expect([known.status, known.json]).toEqual([
      404,
      { error: 'not-found', message: 'There is nothing here.' },
    ])
    for (const other of others) expect([other.status, other.text]).toEqual([known.status, known.text])
    expect((await pool().query('SELECT FROM response WHERE attempt_id = $1', [owner.attempt])).rowCount).toBe(
      0,
    )
  })
})

describe('flags', () => {
  test('are taken from those who met the question, with thanks', async () => {
    const guest = await begin(set)
    const id = guest.view.items[0]?.question ?? ''
    const reply = await call('POST /api/questions/[id]/flag', {
      id,
      cookie: guest.cookie,
      body: { reason: ' Two are right. ' },
    })
    expect([reply.status, reply.json.thanks]).toEqual([200, expect.stringContaining('Thank you')])
    const { rows } = await pool().query('SELECT reason FROM flag WHERE version_id = $1', [id])
    expect(rows).toEqual([{ reason: 'Two are right.' }])
  })

  test('on a question one has not met are refused as if it did not exist', async () => {
    const guest = await begin(set)
    const other = (await storeQuiz()).versions[0] ?? ''
    for (const id of [other, randomUUID(), 'nonsense'])
      expect(
        (await call('POST /api/questions/[id]/flag', { id, cookie: guest.cookie, body: { reason: 'x' } }))
          .status,
      ).toBe(404)
    expect((await call('POST /api/questions/[id]/flag', { id: other, body: { reason: 'x' } })).status).toBe(
      404,
    )
  })
})

describe('starting', () => {
  const start = (more: object, cookie?: string) =>
    call('POST /api/attempts', { body: { set, mode: 'practice', ...more }, ...(cookie ? { cookie } : {}) })

  test('a double click of a newcomer makes one person and one attempt', async () => {
    const key = randomUUID()
    const replies = await Promise.all([start({ key }), start({ key }), start({ key })])
    expect(new Set(replies.map(({ json }) => json.attempt)).size).toBe(1)
    expect(new Set(replies.map(cookieOf)).size).toBe(1)
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  })

  test('an open attempt of the same set and mode is taken up again, unless asked anew', async () => {
    const guest = await begin(set)
    await save(guest, { position: 2, answer: true })
    const again = await start({ key: randomUUID() }, guest.cookie)
    expect([again.status, again.json.attempt]).toEqual([200, guest.attempt])
    expect(again.json.view.items[1]?.answer).toBe(true)
    expect((await start({ key: randomUUID(), anew: true }, guest.cookie)).json.attempt).not.toBe(
      guest.attempt,
    )
    expect((await start({ key: randomUUID(), mode: 'test' }, guest.cookie)).json.attempt).not.toBe(
      guest.attempt,
    )
  })

  test('a cookie for a person the store does not know gives a guest of its own', async () => {
    const { name, value } = guestCookie(randomUUID())
    const reply = await start({ key: randomUUID() }, `${name}=${value}`)
    expect(reply.status).toBe(201)
    expect(cookieOf(reply)).not.toBe(`${name}=${value}`)
  })

  test('a key that made a guest long ago does not make its finder that guest', async () => {
    const key = randomUUID()
    const first = await start({ key })
    const personId = (await viewerOf(cookieOf(first))).personId
    await pool().query("UPDATE person SET created_at = created_at - interval '1 hour' WHERE id = $1", [
      personId,
    ])
    expect((await viewerOf(cookieOf(await start({ key })))).personId).not.toBe(personId)
  })

  test('of a set that is not there, or of nonsense, is refused', async () => {
    expect((await start({ key: randomUUID(), set: randomUUID() })).status).toBe(404)
    for (const more of [
      { key: '1' },
      { key: randomUUID(), mode: 'exam' },
      { key: randomUUID(), extra: 1 },
      {},
    ])
      expect((await start(more)).status).toBe(400)
  })

  test('mere visits store nobody', async () => {
    const count = async () => (await pool().query('SELECT count(*)::int AS n FROM person')).rows[0].n
    const before = await count()
    const nobody = { personId: null, role: 'guest' } as const
    await getStart(nobody, slug)
    await listAttempts(nobody)
    await call('GET /api/attempts/[id]', { id: randomUUID() })
    expect(await count()).toBe(before)
  })
})

describe('the history', () => {
  test('has the marks of the answers, newest first, and nobody else’s', async () => {
    const guest = await begin(set)
    await save(guest, { position: 2, answer: false, check: true, confidence: 'certain' })
    await save(guest, { position: 3, answer: 46, check: true, confidence: 'certain' })
    const results = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
    const again = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
    expect(again.text).toBe(results.text)
    expect(results.json).toMatchObject({ score: 1, count: 8 })
    expect(results.json.rows.map(({ position }: { position: number }) => position)).toEqual([
      3, 1, 4, 5, 6, 7, 8, 2,
    ])
    const open = await begin(set, 'test', guest.cookie)
    const scores = await listAttempts(await viewerOf(guest.cookie))
    expect(scores.rows.map(({ attempt, score, answered }) => [attempt, score, answered])).toEqual([
      [open.attempt, undefined, 0],
      [guest.attempt, 1, 2],
    ])
    expect(scores.totals).toEqual({ quizzes: 1, questions: 8, score: 1 })
    expect((await getStart(await viewerOf(guest.cookie), slug))?.open).toMatchObject({
      attempt: open.attempt,
      mode: 'test',
    })
    const stranger: Guest = await begin(set)
    expect((await listAttempts(await viewerOf(stranger.cookie))).rows).toHaveLength(1)
  })
})
