import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { getCounting } from '../../../server/assignments/categories.ts'
import { collectDue } from '../../../server/assignments/collect.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { getOwnAssignment } from '../../../server/assignments/own.ts'
import { releaseGrades, takeBackScores } from '../../../server/assignments/release.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

let own: Awaited<ReturnType<typeof openClass>>
beforeAll(async () => {
  own = await openClass(2)
}, 60_000)

const soon = (): string => new Date(Date.now() + 3_600_000).toISOString()

async function assign(rules: Partial<AssignmentRules>): Promise<string> {
  const { set } = await storeQuiz()
  const sent = { class: own.id, set, chosen: null, ...RULES_OF_TEST, ...rules }
  return doneOf(await createAssignment(own.teacher, sent)).assignment
}

/** Takes it with so many right answers, none of which hangs on the order of options. */
async function take(assignment: string, person: number, right: number): Promise<string> {
  const cookie = own.learners[person]?.cookie() ?? ''
  const started = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const id = started.json.attempt ?? ''
  for (const [position, answer] of [[2, false] as const, [3, 45] as const, [8, 640] as const].slice(
    0,
    right,
  )) {
    const body = { position, sequence: 1, key: randomUUID(), answer, check: false }
    expect((await call('POST /api/attempts/[id]/responses', { id, cookie, body })).status).toBe(200)
  }
  expect((await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })).status).toBe(200)
  return id
}

async function seenBy(person: number, assignment: string) {
  const viewer = await own.learners[person]?.viewer()
  return viewer ? getOwnAssignment(viewer, assignment) : null
}
const scoreOf = async (person: number, assignment: string) => (await seenBy(person, assignment))?.score
const results = async (person: number, id: string) =>
  (await call('GET /api/attempts/[id]/results', { id, cookie: own.learners[person]?.cookie() ?? '' })).status
const stateOf = async (assignment: string) =>
  (await getCounting(own.teacher, own.id))?.assignments.find(({ id }) => id === assignment)

/** How often somebody has been told that something was released. */
async function told(person: number): Promise<number> {
  const { rows } = await pool().query(
    `SELECT count(*)::int AS count FROM notice WHERE kind = 'released' AND person_id = $1`,
    [(await own.learners[person]?.viewer())?.personId],
  )
  return rows[0].count
}

describe('released scores', () => {
  let quiz: string
  let first: string
  beforeAll(async () => {
    quiz = await assign({ feedback: 'never' })
    first = await take(quiz, 0, 2)
  })

  test('are seen by who had handed in, with their teacher’s word and without the answers', async () => {
    const person = (await own.learners[0]?.viewer())?.personId ?? ''
    const word = { own: null, reason: null, isExcused: false, comment: 'Well said' }
    doneOf(await setGrade(own.teacher, { assignment: quiz, person, ...word }))
    expect(await seenBy(0, quiz)).toMatchObject({ score: null, comment: null })
    expect(await stateOf(quiz)).toMatchObject({ areScoresReleased: false, isWaiting: true })
    doneOf(await releaseGrades(own.teacher, { assignment: quiz, what: 'scores' }))
    const seen = await seenBy(0, quiz)
    expect(seen).toMatchObject({ score: 2 / 8, comment: 'Well said' })
    expect(seen?.attempts).toMatchObject([{ isTold: false, score: null }])
    expect(await results(0, first)).toBe(409)
    await collectDue()
    expect(await results(0, first)).toBe(409)
    expect(await stateOf(quiz)).toMatchObject({ areScoresReleased: true, isWaiting: false })
    expect([await told(0), await told(1)]).toEqual([1, 0])
  })

  test('are none of what is handed in afterwards, until they are released again', async () => {
    await take(quiz, 1, 1)
    await take(quiz, 0, 3)
    // By what it would come to now, one might grope for the key.
    expect([await scoreOf(0, quiz), await scoreOf(1, quiz)]).toEqual([null, null])
    expect(await stateOf(quiz)).toMatchObject({ areScoresReleased: true, isWaiting: true })
    doneOf(await releaseGrades(own.teacher, { assignment: quiz, what: 'scores' }))
    expect([await scoreOf(0, quiz), await scoreOf(1, quiz)]).toEqual([3 / 8, 1 / 8])
    expect([await told(0), await told(1)]).toEqual([1, 1])
  })

  test('are taken back, and so is the notice that nobody has read', async () => {
    await pool().query(
      `UPDATE notice SET read_at = clock_timestamp() WHERE kind = 'released' AND person_id = $1`,
      [(await own.learners[1]?.viewer())?.personId],
    )
    doneOf(await takeBackScores(own.teacher, { assignment: quiz }))
    expect([await scoreOf(0, quiz), await scoreOf(1, quiz)]).toEqual([null, null])
    expect(await seenBy(0, quiz)).toMatchObject({ comment: null })
    expect([await told(0), await told(1)]).toEqual([0, 1])
  })

  test('of a quiz that keeps its key are all there is to release', async () => {
    expect(await releaseGrades(own.teacher, { assignment: quiz, what: 'answers' })).toEqual({
      refused: 'key-stays',
    })
    await collectDue()
    expect(await results(0, first)).toBe(409)
    const { rows } = await pool().query(
      'SELECT FROM attempt WHERE assignment_id = $1 AND told_at IS NOT NULL',
      [quiz],
    )
    expect(rows).toEqual([])
  })
})

test('released answers are told at once to who has handed in, and to who does so later', async () => {
  const quiz = await assign({ feedback: 'after-closing', closesAt: soon() })
  const first = await take(quiz, 0, 2)
  const before = await told(0)
  expect(await results(0, first)).toBe(409)
  doneOf(await releaseGrades(own.teacher, { assignment: quiz, what: 'answers' }))
  expect(await results(0, first)).toBe(200)
  expect(await scoreOf(0, quiz)).toBe(2 / 8)
  expect(await told(0)).toBe(before + 1)
  expect(await results(1, await take(quiz, 1, 1))).toBe(200)
  // What was told stays told.
  doneOf(await takeBackScores(own.teacher, { assignment: quiz }))
  expect(await results(0, first)).toBe(200)
  expect(await stateOf(quiz)).toMatchObject({ areAnswersReleased: true, isWaiting: false })
})

test('nobody releases anything but the teachers of the class', async () => {
  const quiz = await assign({ feedback: 'after-closing', closesAt: soon() })
  const id = await take(quiz, 0, 2)
  const learner = await own.learners[0]?.viewer()
  for (const viewer of [await (await openTeacher()).viewer(), learner ?? own.teacher]) {
    for (const what of ['scores', 'answers'] as const)
      expect(await releaseGrades(viewer, { assignment: quiz, what })).toEqual({ refused: 'not-found' })
    expect(await takeBackScores(viewer, { assignment: quiz })).toEqual({ refused: 'not-found' })
  }
  expect([await scoreOf(0, quiz), await results(0, id)]).toEqual([null, 409])
})
