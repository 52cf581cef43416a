import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, type Reply, save } from '../../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)

const optionId = ({ view }: Guest, text: string): string => {
  const { shown } = view.items[0] ?? {}
  return (shown?.kind === 'choice' && shown.options.find((option) => option.text === text)?.id) || ''
}
const rowsOf = async ({ attempt }: Guest) =>
  (await pool().query('SELECT * FROM response WHERE attempt_id = $1 ORDER BY position, sequence', [attempt]))
    .rows

describe('one answer', () => {
  test('is on disk when it is acknowledged, with the time of the database', async () => {
    const guest = await begin(set)
    const reply = await save(guest, { position: 2, answer: true, confidence: 'certain' })
    expect(reply.status).toBe(200)
    const [row] = await rowsOf(guest)
    expect(reply.json).toEqual({ savedAt: row.saved_at.toISOString(), sequence: 1, final: false })
    expect(row).toMatchObject({ position: 2, answer: true, confidence: 'certain', final: false })
  })

  test('sent 50 times at once under one key is one row and 50 equal replies', async () => {
    const guest = await begin(set)
    const body = { position: 1, key: randomUUID(), answer: optionId(guest, '8%'), check: true }
    const replies = await Promise.all(Array.from({ length: 50 }, () => save(guest, body)))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
    expect(await rowsOf(guest)).toHaveLength(1)
    const { rows } = await pool().query(
      'SELECT sum(answered)::int AS n FROM question_tally WHERE version_id = $1',
      [guest.view.items[0]?.question],
    )
    expect(rows[0].n).toBe(1)
  })

  test('with another body under the same key is refused, whatever differs', async () => {
    const guest = await begin(set)
    const body = { position: 3, key: randomUUID(), answer: 45, sequence: 1 }
    expect((await save(guest, body)).status).toBe(200)
    for (const other of [{ answer: 46 }, { sequence: 2 }, { position: 4, answer: 'x' }, { check: true }]) {
      const reply = await save(guest, { ...body, ...other })
      expect([reply.status, reply.json.error]).toEqual([409, 'key-reused'])
    }
    expect(await rowsOf(guest)).toHaveLength(1)
  })

  test('that is none for its question is refused and not stored', async () => {
    const guest = await begin(set)
    const bodies = [
      { position: 1, answer: 'no such option' },
      { position: 2, answer: 'maybe' },
      { position: 3, answer: true },
      { position: 4, answer: 'a\0b' },
      { position: 4, answer: 'half \ud800' },
      { position: 4, answer: 'x'.repeat(501) },
      { position: 9, answer: null },
      { position: 0, answer: null },
      { position: 1, sequence: 0, answer: null },
      { position: 1, sequence: 2 ** 31, answer: null },
      { position: 1, key: 'k', answer: null },
    ]
    for (const body of bodies) expect((await save(guest, body)).json.error).toBe('invalid')
    expect(await rowsOf(guest)).toEqual([])
  })
})

describe('two tabs', () => {
  test('the highest sequence number counts, and the other tab is told', async () => {
    const guest = await begin(set)
    expect((await save(guest, { position: 2, sequence: 5, answer: true })).status).toBe(200)
    for (const sequence of [5, 4, 1])
      expect((await save(guest, { position: 2, sequence, answer: false })).json).toMatchObject({
        error: 'other-tab',
        message: expect.stringContaining('another tab'),
      })
    expect((await save(guest, { position: 2, sequence: 6, answer: false })).status).toBe(200)
    const view = await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: guest.cookie })
    expect(view.json.items[1]).toMatchObject({ answer: false, sequence: 6, answered: true })
  })

  test('in any interleaving, sent at once or in turn, the last state is the acknowledged answer with the highest number', async () => {
    const sends = fc.array(
      fc.record({
        sequence: fc.integer({ min: 1, max: 6 }),
        answer: fc.boolean(),
        tab: fc.constantFrom('a', 'b'),
        again: fc.boolean(),
      }),
      { minLength: 2, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(sends, fc.boolean(), async (tabs, atOnce) => {
        const guest = await begin(set)
        const bodies = tabs.flatMap(({ again, tab: _, ...send }) => {
          const body = { position: 2, key: randomUUID(), ...send }
          return again ? [body, body] : [body]
        })
        const replies: Reply[] = []
        if (atOnce) replies.push(...(await Promise.all(bodies.map((body) => save(guest, body)))))
        else for (const body of bodies) replies.push(await save(guest, body))
        const acknowledged = bodies.filter((_, i) => replies[i]?.status === 200)
        const refused = replies.filter(({ status }) => status !== 200)
        expect(refused.every(({ json }) => json.error === 'other-tab')).toBe(true)
        const winner = acknowledged.reduce((best, body) => (body.sequence > best.sequence ? body : best))
        expect(winner.sequence).toBe(Math.max(...bodies.map(({ sequence }) => sequence)))
        const rows = await rowsOf(guest)
        expect(rows.map(({ key }) => key).sort()).toEqual(
          [...new Set(acknowledged.map(({ key }) => key))].sort(),
        )
        expect(rows.at(-1)).toMatchObject({ sequence: winner.sequence, answer: winner.answer })
      }),
      { numRuns: 60 },
    )
  })
})

describe('finality', () => {
  test('in practice a checked answer brings feedback and takes no other', async () => {
    const guest = await begin(set)
    const reply = await save(guest, { position: 1, answer: optionId(guest, '8%'), check: true })
    expect(reply.json).toMatchObject({
      final: true,
      feedback: {
        mark: 0,
        key: '12%',
        given: '8%',
        why: 'WHY-WRONG: that is nobody.',
        keyId: optionId(guest, '12%'),
        explanation: 'EXPLANATION: the article says so.',
        passages: [
          {
            quote: expect.stringContaining('revenue rose 12%'),
            articleSlug: expect.stringContaining('acme'),
          },
        ],
        howMany: { answered: expect.any(Number) },
      },
    })
    const later = await save(guest, { position: 1, sequence: 2, answer: optionId(guest, '12%') })
    expect([later.status, later.json.error]).toEqual([409, 'already-final'])
    const view = await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: guest.cookie })
    expect(view.json.items[0]?.feedback).toEqual(reply.json.feedback)
    expect(view.json.items[1]?.feedback).toBeUndefined()
  })

  test('a blank can be checked, which shows the key and counts as no answer', async () => {
    const guest = await begin(set)
    const reply = await save(guest, { position: 4, answer: null, check: true })
    expect(reply.json.feedback).toMatchObject({
      mark: 0,
      key: 'Jane Doe',
      given: '',
      howMany: { answered: 0 },
    })
  })

  test('in a test, check brings nothing and the answer stays open until the test is handed in', async () => {
    const guest = await begin(set, 'test')
    expect((await save(guest, { position: 2, answer: true, check: true })).json).toEqual({
      savedAt: expect.any(String),
      sequence: 1,
      final: false,
    })
    expect((await save(guest, { position: 2, sequence: 2, answer: false })).status).toBe(200)
    const early = await call('GET /api/attempts/[id]/results', { id: guest.attempt, cookie: guest.cookie })
    expect([early.status, early.json.error]).toEqual([409, 'not-yet'])
    const handedIn = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
    expect(handedIn.json).toMatchObject({ score: 1, count: 8 })
    expect((await save(guest, { position: 3, answer: 45 })).json.error).toBe('handed-in')
  })

  test('saving races handing in: what was acknowledged is in the results, the rest is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const guest = await begin(set, 'test')
      const [saved, handedIn] = await Promise.all([
        save(guest, { position: 2, answer: false }),
        call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie }),
      ])
      expect([200, 409]).toContain(saved.status)
      expect(handedIn.json.score).toBe(saved.status === 200 ? 1 : 0)
    }
  })

  test('how many got it right counts everyone once', async () => {
    const quiz = await storeQuiz()
    const answers = ['12%', '8%', '12%']
    const replies = []
    for (const text of answers) {
      const guest = await begin(quiz.set)
      const body = { position: 1, key: randomUUID(), answer: optionId(guest, text), check: true }
      await save(guest, body)
      replies.push((await save(guest, body)).json.feedback?.howMany)
    }
    expect(replies).toEqual([
      { answered: 1, right: 1 },
      { answered: 2, right: 1 },
      { answered: 3, right: 2 },
    ])
  })
})
