import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAttempts } from '#server/attempts/history'
import { closeStore, pool } from '#server/db'
import { viewerOf } from '#server/viewer-of'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, type Reply, save } from '../../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz(QUESTIONS.map((question) => ({ ...question, hint: `HINT for ${question.kind}.` }))))
    .set
})
afterAll(closeStore)

/** Places of the questions in the quiz. */
const [CHOICE, STATEMENT, NUMBER, GAP, SEVERAL] = [1, 2, 3, 4, 5]

const withTries = (tries: number, of = set): Promise<Guest> => begin(of, 'practice', undefined, tries)
const optionId = ({ view }: Guest, position: number, text: string): string => {
  const { shown } = view.items[position - 1] ?? {}
  const options = shown && 'options' in shown ? shown.options : []
  return options.find((option) => option.text === text)?.id ?? ''
}
const tryAnswer = (guest: Guest, position: number, sequence: number, answer: unknown): Promise<Reply> =>
  save(guest, { position, sequence, answer: answer as never, check: true })
const viewOf = async ({ attempt, cookie }: Guest): Promise<Reply['json']> =>
  (await call('GET /api/attempts/[id]', { id: attempt, cookie })).json
const handIn = async ({ attempt, cookie }: Guest): Promise<Reply['json']> =>
  (await call('POST /api/attempts/[id]/submit', { id: attempt, cookie })).json
const rowOf = (results: Reply['json'], position: number) =>
  results.rows.find((row) => row.position === position)
const triedRows = async ({ attempt }: Guest, position: number) =>
  (
    await pool().query(
      'SELECT sequence, tried, final FROM response WHERE attempt_id = $1 AND position = $2 AND tried IS NOT NULL ORDER BY sequence',
      [attempt, position],
    )
  ).rows

describe('a try that is not right', () => {
  test('leaves the question open and tells the hint, the tries left, and nothing else', async () => {
    const guest = await withTries(3)
    const reply = await tryAnswer(guest, NUMBER, 4, 44)
    expect(reply.json).toEqual({
      savedAt: expect.any(String),
      sequence: 4,
      final: false,
      tried: { used: 1, left: 2, sequence: 4, hint: 'HINT for number.' },
    })
    expect((await viewOf(guest)).items[NUMBER - 1]).toMatchObject({ final: false, answer: 44, tries: 3 })
  })

  test('says so without a hint where the question has none', async () => {
    const guest = await withTries(2, (await storeQuiz()).set)
    expect((await tryAnswer(guest, NUMBER, 1, 44)).json.tried).toEqual({ used: 1, left: 1, sequence: 1 })
  })

  test('that is partly right is told no differently', async () => {
    const guest = await withTries(2)
    const [chile, ghana, peru] = ['Chile', 'Ghana', 'Peru'].map((text) => optionId(guest, SEVERAL, text))
    const other = await withTries(2)
    const partly = await tryAnswer(guest, SEVERAL, 1, [chile])
    const wrong = await tryAnswer(other, SEVERAL, 1, [
      optionId(other, SEVERAL, 'Ghana'),
      optionId(other, SEVERAL, 'Peru'),
    ])
    expect(ghana && peru).toBeTruthy()
    expect({ ...partly.json, savedAt: '' }).toEqual({ ...wrong.json, savedAt: '' })
  })

  test('is there again with its hint when the reader comes back, the article still unmarked', async () => {
    const guest = await withTries(2)
    await tryAnswer(guest, GAP, 1, 'Tom Roe')
    const item = (await viewOf(guest)).items[GAP - 1]
    expect(item).toMatchObject({ answer: 'Tom Roe', tried: { used: 1, left: 1, hint: 'HINT for cloze.' } })
    expect(item?.feedback).toBeUndefined()
    const source = await call('GET /api/attempts/[id]/source', {
      id: guest.attempt,
      cookie: guest.cookie,
      query: `?position=${GAP}`,
    })
    expect(source.json.marks).toEqual([])
  })
})

describe('the last of the tries', () => {
  test.each([
    [2, 0.5],
    [3, 0.25],
  ])('right at try %i earns %d', async (tries, mark) => {
    const guest = await withTries(3)
    for (let sequence = 1; sequence < tries; sequence++) await tryAnswer(guest, NUMBER, sequence, 44)
    const reply = await tryAnswer(guest, NUMBER, tries, 45)
    expect(reply.json).toMatchObject({ final: true, feedback: { mark, tries, given: expect.any(String) } })
    expect(reply.json.tried).toBeUndefined()
    const item = (await viewOf(guest)).items[NUMBER - 1]
    expect(item?.tried).toBeUndefined()
    expect(item?.feedback).toEqual(reply.json.feedback)
    const results = await handIn(guest)
    expect(rowOf(results, NUMBER)?.feedback).toMatchObject({ mark, tries })
    expect(results.score).toBe(mark)
  })

  test('at the first try says nothing of tries, and earns the whole mark', async () => {
    const { feedback } = (await tryAnswer(await withTries(3), NUMBER, 1, 45)).json
    expect(feedback?.mark).toBe(1)
    expect(feedback).not.toHaveProperty('tries')
  })

  test('wrong, is final with its feedback, and takes no other', async () => {
    const guest = await withTries(2)
    await tryAnswer(guest, NUMBER, 1, 44)
    expect((await tryAnswer(guest, NUMBER, 2, 46)).json).toMatchObject({
      final: true,
      feedback: { mark: 0, tries: 2 },
    })
    expect((await tryAnswer(guest, NUMBER, 3, 45)).json.error).toBe('already-final')
  })

  test('partly right, is halved too', async () => {
    const guest = await withTries(2)
    const chile = optionId(guest, SEVERAL, 'Chile')
    await tryAnswer(guest, SEVERAL, 1, [optionId(guest, SEVERAL, 'Peru')])
    expect((await tryAnswer(guest, SEVERAL, 2, [chile])).json.feedback?.mark).toBe(0.25)
  })

  test('comes sooner where one more wrong answer would tell the right one', async () => {
    const guest = await withTries(3)
    expect(guest.view.items.map(({ tries }) => tries)).toEqual([2, 1, 3, 3, 3, 3, 3, 3])
    expect((await tryAnswer(guest, STATEMENT, 1, true)).json).toMatchObject({
      final: true,
      feedback: { mark: 0 },
    })
    expect((await tryAnswer(guest, CHOICE, 1, optionId(guest, CHOICE, '8%'))).json.tried?.left).toBe(1)
    expect((await tryAnswer(guest, CHOICE, 2, optionId(guest, CHOICE, '20%'))).json.final).toBe(true)
  })

  test('is where the reader asks for the answer', async () => {
    const guest = await withTries(3)
    await tryAnswer(guest, GAP, 1, 'Tom Roe')
    expect((await tryAnswer(guest, GAP, 2, null)).json).toMatchObject({
      final: true,
      feedback: { mark: 0, key: 'Jane Doe', given: '' },
    })
  })

  test('is the first where nobody asked for more, and in a test', async () => {
    const plain = await begin(set)
    expect(plain.view).toMatchObject({ tries: 1 })
    expect((await tryAnswer(plain, NUMBER, 1, 44)).json.final).toBe(true)
    const body = { set, key: randomUUID() }
    for (const other of [
      { mode: 'test', tries: 2 },
      { mode: 'practice', tries: 4 },
      { mode: 'practice', tries: 0 },
      { mode: 'practice', tries: 1.5 },
    ])
      expect((await call('POST /api/attempts', { body: { ...body, ...other } })).status).toBe(400)
    expect((await call('POST /api/attempts', { body: { ...body, mode: 'test', tries: 1 } })).status).toBe(201)
  })
})

describe('a try counts once', () => {
  test('sent 50 times at once under one key', async () => {
    const guest = await withTries(2)
    const body = { position: NUMBER, key: randomUUID(), answer: 44, check: true }
    const replies = await Promise.all(Array.from({ length: 50 }, () => save(guest, body)))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.json.tried).toMatchObject({ used: 1, left: 1 })
    expect(await triedRows(guest, NUMBER)).toHaveLength(1)
  })

  test('and gives the same reply for ever, whatever came after it', async () => {
    const guest = await withTries(3)
    const body = { position: NUMBER, key: randomUUID(), sequence: 2, answer: 44, check: true }
    const first = await save(guest, body)
    await tryAnswer(guest, NUMBER, 3, 46)
    expect((await save(guest, body)).text).toBe(first.text)
    const last = await tryAnswer(guest, NUMBER, 4, 45)
    expect(last.json.final).toBe(true)
    expect((await save(guest, body)).text).toBe(first.text)
    await handIn(guest)
    expect((await save(guest, body)).text).toBe(first.text)
    expect((await save(guest, { ...body, answer: 45 })).json.error).toBe('key-reused')
  })

  test('in any interleaving of two tabs, none of which wins a try more', async () => {
    const sends = fc.array(
      fc.record({
        sequence: fc.integer({ min: 1, max: 8 }),
        answer: fc.constantFrom(44, 46, 45),
        check: fc.boolean(),
        again: fc.boolean(),
      }),
      { minLength: 3, maxLength: 9 },
    )
    await fc.assert(
      fc.asyncProperty(sends, fc.boolean(), fc.integer({ min: 1, max: 3 }), async (tabs, atOnce, tries) => {
        const guest = await withTries(tries)
        const bodies = tabs.flatMap(({ again, ...send }) => {
          const body = { position: NUMBER, key: randomUUID(), ...send }
          return again ? [body, body] : [body]
        })
        const replies: Reply[] = []
        if (atOnce) replies.push(...(await Promise.all(bodies.map((body) => save(guest, body)))))
        else for (const body of bodies) replies.push(await save(guest, body))
        const rows = await triedRows(guest, NUMBER)
        expect(rows.length).toBeLessThanOrEqual(tries)
        expect(rows.map(({ tried }) => tried)).toEqual(rows.map((_, i) => i + 1))
        expect(rows.slice(0, -1).some(({ final }) => final)).toBe(false)
        const told = replies.filter(({ json }) => json.feedback).map(({ json }) => json.feedback?.mark)
        expect(new Set(told).size).toBeLessThanOrEqual(1)
        if (rows.at(-1)?.final) expect(told.length).toBeGreaterThan(0)
        else expect(rows.length).toBeLessThan(tries)
        for (const { json, status } of replies)
          if (status !== 200) expect(['other-tab', 'already-final']).toContain(json.error)
      }),
      { numRuns: 60 },
    )
  })

  test('a question counts once in its statistics, as right only at the first try', async () => {
    const quiz = await storeQuiz()
    const version = quiz.versions[NUMBER - 1]
    const tallyOf = async () =>
      (
        await pool().query(
          'SELECT coalesce(sum(answered), 0)::int AS answered, coalesce(sum(answered_right), 0)::int AS right FROM question_tally WHERE version_id = $1',
          [version],
        )
      ).rows[0]
    const second = await withTries(2, quiz.set)
    await tryAnswer(second, NUMBER, 1, 44)
    expect(await tallyOf()).toEqual({ answered: 0, right: 0 })
    expect((await tryAnswer(second, NUMBER, 2, 45)).json.feedback?.howMany).toEqual({ answered: 1, right: 0 })
    await tryAnswer(await withTries(2, quiz.set), NUMBER, 1, 45)
    const gaveUp = await withTries(2, quiz.set)
    await tryAnswer(gaveUp, NUMBER, 1, 44)
    await tryAnswer(gaveUp, NUMBER, 2, null)
    const left = await withTries(2, quiz.set)
    await tryAnswer(left, NUMBER, 1, 44)
    await save(left, { position: NUMBER, sequence: 2, answer: 45 })
    await handIn(left)
    expect(await tallyOf()).toEqual({ answered: 4, right: 1 })
  })
})

describe('handing in between two tries', () => {
  test('counts what was put down since as the next try', async () => {
    const guest = await withTries(3)
    await tryAnswer(guest, NUMBER, 1, 44)
    await save(guest, { position: NUMBER, sequence: 2, answer: 45 })
    expect(rowOf(await handIn(guest), NUMBER)?.feedback).toMatchObject({ mark: 0.5, tries: 2 })
  })

  test('counts what was tried last as what it was', async () => {
    const guest = await withTries(3)
    const [chile, norway] = ['Chile', 'Norway'].map((text) => optionId(guest, SEVERAL, text))
    await tryAnswer(guest, SEVERAL, 1, [chile])
    const results = await handIn(guest)
    expect(norway).toBeTruthy()
    expect(rowOf(results, SEVERAL)?.feedback.mark).toBe(0.5)
    expect(rowOf(results, SEVERAL)?.feedback).not.toHaveProperty('tries')
    expect(results.tries).toBe(3)
  })
})

test('an open attempt is found again only with as many tries', async () => {
  const guest = await withTries(2)
  const start = (tries: number) =>
    call('POST /api/attempts', {
      cookie: guest.cookie,
      body: { set, mode: 'practice', key: randomUUID(), tries },
    })
  expect((await start(2)).json.attempt).toBe(guest.attempt)
  const other = await start(3)
  expect(other.status).toBe(201)
  expect(other.json.view.tries).toBe(3)
})

test('the scores of a reader count what later tries earned, and say how many there were', async () => {
  const guest = await withTries(2)
  await tryAnswer(guest, NUMBER, 1, 44)
  const [between] = (await listAttempts(await viewerOf(guest.cookie))).rows
  expect(between).toMatchObject({ tries: 2, score: 0, answered: 1 })
  await tryAnswer(guest, NUMBER, 2, 45)
  await tryAnswer(guest, GAP, 1, 'Jane Doe')
  expect((await listAttempts(await viewerOf(guest.cookie))).rows[0]).toMatchObject({ tries: 2, score: 1.5 })
  await handIn(guest)
  expect((await listAttempts(await viewerOf(guest.cookie))).totals.score).toBe(1.5)
})
