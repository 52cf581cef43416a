import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kind } from '#core'
import { listAttempts } from '#server/attempts/history'
import { closeStore, pool } from '#server/db'
import { viewerOf } from '#server/viewer-of'
import type { ShownOf, ShownPart } from '../../../core/learner.ts'
import { answerTo } from '../../support/answers.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)

const positionOf = (kind: string): number => QUESTIONS.findIndex((question) => question.kind === kind) + 1
const shownOf = <K extends Kind>({ view }: Guest, kind: K) =>
  view.items[positionOf(kind) - 1]?.shown as ShownOf<K>
const idsOf = (parts: readonly ShownPart[], ...texts: readonly string[]): string[] =>
  texts.map((text) => parts.find((part) => part.text === text)?.id ?? '')
const countRows = async ({ attempt }: Guest) =>
  (await pool().query('SELECT FROM response WHERE attempt_id = $1', [attempt])).rowCount

describe.each(QUESTIONS.map(({ kind }, index) => [kind, index + 1] as const))(
  'a %s answer',
  (_, position) => {
    test('is kept as it was sent, comes back as it was, and can be changed until it is final', async () => {
      const guest = await begin(set)
      const shown = guest.view.items[position - 1]?.shown
      if (!shown) throw new Error('nothing is shown')
      for (const sequence of [1, 2]) {
        const answer = answerTo(shown, sequence)
        expect((await save(guest, { position, sequence, answer })).status).toBe(200)
        const view = await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: guest.cookie })
        expect(view.json.items[position - 1]).toMatchObject({ answer, answered: true, sequence })
      }
      const last = { position, sequence: 3, answer: answerTo(shown, 2), check: true }
      const { feedback } = (await save(guest, last)).json
      expect(feedback?.mark).toBeGreaterThanOrEqual(0)
      expect((await save(guest, { ...last, sequence: 4 })).json.error).toBe('already-final')
    })

    test('that is a blank takes what stood there back', async () => {
      const guest = await begin(set, 'test')
      const shown = guest.view.items[position - 1]?.shown
      if (!shown) throw new Error('nothing is shown')
      await save(guest, { position, answer: answerTo(shown, 1) })
      await save(guest, { position, sequence: 2, answer: null })
      const view = await call('GET /api/attempts/[id]', { id: guest.attempt, cookie: guest.cookie })
      expect(view.json.items[position - 1]).toMatchObject({ answer: null, answered: false })
    })

    test('of any other shape is refused as invalid, never with a failure, and not stored', async () => {
      const guest = await begin(set)
      const all = JSON.stringify(guest.view).match(/\b[0-9a-f]{12}\b/g) ?? []
      const id = fc.oneof(fc.constantFrom(...all), fc.string({ maxLength: 14 }), fc.constant('__proto__'))
      const nonsense = fc.oneof(
        fc.jsonValue({ maxDepth: 4 }),
        fc.array(id, { maxLength: 40 }),
        fc.array(fc.array(id, { maxLength: 3 }), { maxLength: 40 }),
        id.map((one) => [one, one]),
        fc.tuple(id, id).map((pair) => [pair, pair]),
        fc.constantFrom([[[[]]]], [null], [[null, null]], 1e308, -0, '1e999', { length: 2, 0: 'a' }),
      )
      let sequence = 0
      await fc.assert(
        fc.asyncProperty(nonsense, async (answer) => {
          const before = await countRows(guest)
          const reply = await save(guest, { position, sequence: ++sequence, answer: answer as never })
          expect([200, 400]).toContain(reply.status)
          expect(await countRows(guest)).toBe((before ?? 0) + (reply.status === 200 ? 1 : 0))
          if (reply.status === 400) expect(reply.json.error).toBe('invalid')
        }),
        { numRuns: 60 },
      )
    })
  },
)

describe('answers that come close to one and are none', () => {
  const refused = async (guest: Guest, kind: Kind, answers: readonly unknown[]) => {
    for (const answer of answers) {
      const reply = await save(guest, { position: positionOf(kind), answer: answer as never })
      expect([reply.status, reply.json.error], JSON.stringify(answer).slice(0, 80)).toEqual([400, 'invalid'])
    }
    expect(await countRows(guest)).toBe(0)
  }

  test('options of another question, the same twice, more than there are, one alone', async () => {
    const guest = await begin(set)
    const [a = '', b = ''] = shownOf(guest, 'multiple-response').options.map(({ id }) => id)
    const foreign = shownOf(guest, 'ordering').items[0]?.id
    const many = Array.from({ length: 200 }, () => a)
    await refused(guest, 'multiple-response', [
      [a, foreign],
      [a, a],
      [[a, b]],
      [a, 1],
      [a, null],
      a,
      many,
      'x',
    ])
  })

  test('an order that lacks an item, has one twice or one too many', async () => {
    const guest = await begin(set)
    const ids = shownOf(guest, 'ordering').items.map(({ id }) => id)
    const [first = ''] = ids
    await refused(guest, 'ordering', [
      ids.slice(1),
      [...ids.slice(1), ids[1]],
      [...ids, first],
      [ids],
      1,
      first,
    ])
  })

  test('pairs the wrong way round, a left or a right in two pairs, halves of pairs', async () => {
    const guest = await begin(set)
    const { lefts, rights } = shownOf(guest, 'matching')
    const [a = '', b = ''] = lefts.map(({ id }) => id)
    const [x = '', y = ''] = rights.map(({ id }) => id)
    await refused(guest, 'matching', [
      [[x, a]],
      [
        [a, x],
        [a, y],
      ],
      [
        [a, x],
        [b, x],
      ],
      [[a]],
      [[a, x, y]],
      [a, x],
      [[a, 'x']],
      [[[a], [x]]],
    ])
  })

  test('an estimate that is no number, or not one JSON can carry', async () => {
    const guest = await begin(set)
    await refused(guest, 'estimate', ['640', true, [640], { value: 640 }])
    const raw = `{"position":${positionOf('estimate')},"sequence":1,"key":"00000000-0000-4000-8000-000000000000","check":false,"answer":`
    for (const number of ['NaN', '1e999', '-Infinity', '0x10']) {
      const body = `${raw}${number}}`
      const reply = await call('POST /api/attempts/[id]/responses', {
        id: guest.attempt,
        cookie: guest.cookie,
        body,
      })
      expect([reply.status, reply.json.error], number).toEqual([400, 'invalid'])
    }
  })
})

test('marks in part are told part by part, add up in the results and in the history, and count as not wholly right', async () => {
  const guest = await begin(set)
  const options = shownOf(guest, 'multiple-response').options
  const { items } = shownOf(guest, 'ordering')
  const { lefts, rights } = shownOf(guest, 'matching')
  const check = async (kind: Kind, answer: unknown) =>
    (await save(guest, { position: positionOf(kind), answer: answer as never, check: true })).json.feedback

  expect(await check('multiple-response', idsOf(options, 'Chile'))).toMatchObject({
    mark: 0.5,
    parts: expect.arrayContaining([
      {
        id: idsOf(options, 'Norway')[0],
        isRight: false,
        key: 'right',
        why: 'WHY-RIGHT: exports went there too.',
      },
      { id: idsOf(options, 'Peru')[0], isRight: true, key: 'wrong', why: 'WHY-WRONG: nothing went to Peru.' },
    ]),
  })
  const order = await check('ordering', idsOf(items, 'Toasters', 'Kettles', 'Irons', 'Fans'))
  expect(order?.mark).toBeCloseTo(2 / 3)
  expect(order?.parts?.map(({ key, isRight }) => [key, isRight])).toEqual([
    ['1', false],
    ['2', false],
    ['3', true],
    ['4', true],
  ])
  const pairs = await check('matching', [
    [idsOf(lefts, 'Jane Doe')[0], idsOf(rights, 'Chair')[0]],
    [idsOf(lefts, 'Tom Roe')[0], idsOf(rights, 'Head of exports')[0]],
  ])
  expect(pairs?.mark).toBeCloseTo(1 / 3)
  expect(pairs?.parts?.find(({ id }) => id === idsOf(lefts, 'Ana Lima')[0])).toMatchObject({
    isRight: false,
    key: 'Head of exports',
  })
  const estimate = await check('estimate', 730)
  expect(estimate).toMatchObject({
    mark: 0.6875,
    figure: { value: 640, whole: [600, 680], some: [440, 840] },
    howMany: { right: 0 },
  })

  const results = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
  expect(results.json.score).toBeCloseTo(0.5 + 2 / 3 + 1 / 3 + 0.6875)
  const [row] = (await listAttempts(await viewerOf(guest.cookie))).rows
  expect(row?.score).toBeCloseTo(results.json.score)
})
