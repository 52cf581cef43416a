import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { changeAssignment, createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import { askedSchema, getGradebook } from '../../../server/assignments/gradebook.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { getOwnAssignment } from '../../../server/assignments/own.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

const PEOPLE = 6
/** What each person gets right of the eight questions, by assignment; null: not taken. */
const RIGHT: readonly (readonly (number | null)[])[] = [
  [0, 1, 2, 3, 2, null],
  [3, null, 1, 2, null, null],
]
const WEIGHTS = [1, 3]
const NAMES = ['Ada', 'ben', 'Cem', '=Dora', 'Eli', 'Fay']
/** Right answers that do not hang on the order of options, by position. */
const KEYS: readonly (readonly [number, unknown])[] = [
  [2, false],
  [3, 45],
  [8, 640],
]

let own: Awaited<ReturnType<typeof openClass>>
const assignments: string[] = []
const people: string[] = []

beforeAll(async () => {
  own = await openClass(PEOPLE)
  for (const [i, learner] of own.learners.entries()) {
    people.push((await learner.viewer()).personId ?? '')
    await pool().query('UPDATE account SET name = $2 WHERE person_id = $1', [people[i], NAMES[i]])
  }
  for (const [i, right] of RIGHT.entries()) {
    const { set } = await storeQuiz()
    const rules = { ...RULES_OF_TEST, title: `Quiz ${i + 1}`, weight: WEIGHTS[i] ?? 1 }
    const { assignment } = doneOf(
      await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...rules }),
    )
    assignments.push(assignment)
    // All at once: each grade and total is reckoned while others are.
    await Promise.all(right.map((count, person) => count !== null && take(assignment, person, count)))
  }
}, 60_000)

async function take(assignment: string, person: number, right: number): Promise<void> {
  const cookie = own.learners[person]?.cookie() ?? ''
  const started = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const id = started.json.attempt ?? ''
  for (const [position, answer] of KEYS.slice(0, right)) {
    const body = { position, sequence: 1, key: randomUUID(), answer, check: false }
    expect((await call('POST /api/attempts/[id]/responses', { id, cookie, body })).status).toBe(200)
  }
  expect((await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })).status).toBe(200)
}

const look = async (asked: object = {}) => {
  const book = await getGradebook(own.teacher, own.id, askedSchema.parse(asked))
  if (!book) throw new Error('there is no gradebook')
  return book
}
const totals = async () => new Map((await look()).rows.map(({ name, total }) => [name, total]))

/** The mean by the weights, written down apart. */
function totalOf(
  person: number,
  change: (i: number, score: number | null) => number | null = (_, score) => score,
) {
  let [sum, weights] = [0, 0]
  for (const [i, right] of RIGHT.entries()) {
    const count = right[person] ?? null
    const score = change(i, count === null ? null : count / 8)
    if (score === null) continue
    sum += score * (WEIGHTS[i] ?? 0)
    weights += WEIGHTS[i] ?? 0
  }
  return weights === 0 ? null : sum / weights
}

describe('the gradebook of a class', () => {
  test('has everybody’s scores and totals, as they are reckoned apart', async () => {
    const { rows, columns, found } = await look()
    expect(columns.map(({ title, weight }) => [title, weight])).toEqual([
      ['Quiz 1', 1],
      ['Quiz 2', 3],
    ])
    expect(found).toBe(PEOPLE)
    for (const [person, name] of NAMES.entries()) {
      const row = rows.find((each) => each.name === name)
      expect(row?.cells).toEqual(
        RIGHT.map((right) => (right[person] == null ? null : (right[person] ?? 0) / 8)),
      )
      const total = totalOf(person)
      if (total === null) expect(row?.total).toBeNull()
      else expect(row?.total).toBeCloseTo(total, 12)
    }
  })

  test.each<[string, object, readonly string[]]>([
    ['by name', {}, ['=Dora', 'Ada', 'ben', 'Cem', 'Eli', 'Fay']],
    ['by name, turned round', { down: '1' }, ['Fay', 'Eli', 'Cem', 'ben', 'Ada', '=Dora']],
    [
      'by total, the highest first',
      { sort: 'total', down: '1' },
      ['=Dora', 'Ada', 'Eli', 'Cem', 'ben', 'Fay'],
    ],
    [
      'by total, the lowest first, without one last',
      { sort: 'total' },
      ['ben', 'Cem', 'Eli', '=Dora', 'Ada', 'Fay'],
    ],
    ['found by a part of the name', { find: 'E' }, ['ben', 'Cem', 'Eli']],
    [
      'by name where nothing is known by that id',
      { sort: randomUUID() },
      ['=Dora', 'Ada', 'ben', 'Cem', 'Eli', 'Fay'],
    ],
  ])('is sorted %s', async (_, asked, names) => {
    expect((await look(asked)).rows.map(({ name }) => name)).toEqual(names)
  })

  test('is sorted by one quiz', async () => {
    const { rows } = await look({ sort: assignments[0], down: '1' })
    expect(rows.map(({ name }) => name)).toEqual(['=Dora', 'Cem', 'Eli', 'ben', 'Ada', 'Fay'])
  })

  test('is turned page by page', async () => {
    const { rows, pages, page } = await look({ page: '2' })
    expect([rows.length, page]).toEqual([0, 2])
    expect(pages).toBe(1)
  })

  test('leaves as a file in which no cell begins a formula', async () => {
    const cookie = (await openTeacher()).cookie()
    expect((await call('GET /api/classes/[id]/gradebook.csv', { id: own.id, cookie })).status).toBe(404)
    const reply = await call('GET /api/classes/[id]/gradebook.csv', { id: own.id, cookie: own.cookie() })
    expect(reply.status).toBe(200)
    expect(reply.text.replace('\uFEFF', '').split('\n').slice(0, 3)).toEqual([
      'name,Quiz 1,Quiz 2,total',
      "'=Dora,37.5,25,28.1",
      'Ada,0,37.5,28.1',
    ])
  })

  test('is not there for the teacher of another class, nor for its learners', async () => {
    const other = await (await openTeacher()).viewer()
    const learner = await own.learners[0]?.viewer()
    for (const viewer of [other, learner])
      if (viewer) expect(await getGradebook(viewer, own.id, askedSchema.parse({}))).toBeNull()
    const asked = {
      assignment: assignments[0] ?? '',
      person: people[0] ?? '',
      isExcused: false,
      comment: null,
    }
    expect(await setGrade(other, { ...asked, own: 1, reason: 'so' })).toEqual({ refused: 'not-found' })
  })
})

describe('a teacher’s own word', () => {
  const [, BEN, CEM] = [0, 1, 2]
  const lay = (person: number, change: object) =>
    setGrade(own.teacher, {
      ...{ assignment: assignments[0] ?? '', person: people[person] ?? '' },
      ...{ own: null, reason: null, isExcused: false, comment: null },
      ...change,
    })

  test('stands in place of the score, with its reason, and nothing that is reckoned overwrites it', async () => {
    expect(await lay(BEN, { own: 0.9 })).toEqual({ refused: 'no-reason' })
    doneOf(await lay(BEN, { own: 0.9, reason: 'Answered aloud', comment: 'Well done' }))
    expect((await totals()).get('ben')).toBeCloseTo(
      totalOf(BEN, (i, score) => (i === 0 ? 0.9 : score)) ?? -1,
      12,
    )
    await take(assignments[0] ?? '', BEN, 3)
    const { rows } = await look({ find: 'ben' })
    expect(rows[0]?.cells[0]).toMatchObject({ score: 3 / 8, own: 0.9, reason: 'Answered aloud' })
    expect(rows[0]?.total).toBeCloseTo(0.9, 12)
    const seen = await getOwnAssignment(
      (await own.learners[BEN]?.viewer()) ?? own.teacher,
      assignments[0] ?? '',
    )
    expect(seen).toMatchObject({ score: 0.9, comment: 'Well done' })
    doneOf(await lay(BEN, {}))
    expect((await totals()).get('ben')).toBeCloseTo(3 / 8, 12)
  })

  test('excuses from what counts', async () => {
    doneOf(await lay(CEM, { isExcused: true }))
    expect((await totals()).get('Cem')).toBeCloseTo(1 / 8, 12)
    doneOf(await lay(CEM, {}))
    expect((await totals()).get('Cem')).toBeCloseTo(totalOf(CEM) ?? -1, 12)
  })

  test('can be had without an attempt, and by nobody whom the quiz is not for', async () => {
    doneOf(await lay(5, { own: 1, reason: 'Elsewhere' }))
    expect((await totals()).get('Fay')).toBe(1)
    doneOf(await lay(5, {}))
    expect((await totals()).get('Fay')).toBeNull()
    const asked = { own: 1, reason: 'so', person: own.teacher.personId ?? '' }
    expect(await lay(0, asked)).toEqual({ refused: 'not-found' })
  })
})

test('weights and what is taken back change every total at once', async () => {
  const [first = '', second = ''] = assignments
  doneOf(
    await changeAssignment(own.teacher, {
      ...{ assignment: second, version: 1, chosen: null },
      ...RULES_OF_TEST,
      weight: 0,
    }),
  )
  expect((await totals()).get('Ada')).toBe(0)
  doneOf(await removeAssignment(own.teacher, { assignment: first }))
  // Of weight 0 alone nothing can be made.
  expect([...(await totals()).values()]).toEqual([null, null, null, null, null, null])
})
