import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONFIDENCES, setStatistics, sumsOf } from '#core'
import type { ItemView } from '#server/attempts/view'
import { closeStore, pool } from '#server/db'
import { getAnalysis } from '../../../server/assignments/analysis.ts'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { completeMarks } from '../../../server/attempts/complete-marks.ts'
import { getSet, type QuizSet } from '../../../server/quizzes/sets.ts'
import { sumAssignment } from '../../../server/statistics/assignment-sums.ts'
import { listFirstAnswers } from '../../../server/statistics/first-answers.ts'
import { answerTo } from '../../support/answers.ts'
import { expectClose } from '../../support/close.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

const PEOPLE = 14
const TRIES = 2

let own: Awaited<ReturnType<typeof openClass>>
let set: QuizSet
let assignment: string
let options: readonly number[]

beforeAll(async () => {
  own = await openClass(PEOPLE)
  const { set: id } = await storeQuiz()
  set = (await getSet(id)) as QuizSet
  options = set.versions.map(({ question }) => ('options' in question ? question.options.length : 0))
  const rules = { ...RULES_OF_TEST, feedback: 'at-once', tries: TRIES, hasShuffledQuestions: true } as const
  assignment = doneOf(
    await createAssignment(own.teacher, { class: own.id, set: id, chosen: null, ...rules }),
  ).assignment
  for (let person = 0; person < PEOPLE; person++) await take(person, person)
  // A second attempt of the first four.
  for (let person = 0; person < 4; person++) await take(person, person + 5)
}, 60_000)

/** Takes the quiz: some questions stay blank, some are only saved, most are tried, up to twice. */
async function take(person: number, turn: number): Promise<void> {
  const cookie = own.learners[person]?.cookie() ?? ''
  const started = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const { attempt: id, view } = started.json
  const answer = async ({ position, shown }: ItemView, sequence: number, check: boolean) => {
    const confidence = CONFIDENCES[(turn + position) % 4]
    const body = {
      ...{ position, sequence, key: randomUUID(), check, seconds: 5 + ((turn * 7 + position) % 9) },
      answer: answerTo(shown as never, turn + position * sequence),
      ...(confidence ? { confidence } : {}),
    }
    const saved = await call('POST /api/attempts/[id]/responses', { id, cookie, body })
    expect(saved.status).toBe(200)
    return saved.json.final
  }
  for (const item of view.items) {
    const way = (turn + item.position) % 6
    if (way === 0) continue
    const isFinal = await answer(item, 1, way !== 1)
    if (way > 2 && !isFinal) await answer(item, 2, way !== 3)
  }
  expect((await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })).status).toBe(200)
}

const look = () => sumAssignment(assignment, options)

describe('the sums of an assignment', () => {
  test('are those of what was first answered, of every kind, with tries and blanks among them', async () => {
    const { rows } = await pool().query<{ later: number; blank: number; parts: number }>(
      `SELECT count(first_mark)::int AS later, count(*) FILTER (WHERE is_blank)::int AS blank,
         count(*) FILTER (WHERE coalesce(first_mark, mark) NOT IN (0, 1))::int AS parts FROM item_mark`,
    )
    // There is something to be told apart.
    for (const count of Object.values(rows[0] ?? {})) expect(count).toBeGreaterThan(5)
    const matrix = await listFirstAnswers(set)
    expect(matrix).toHaveLength(PEOPLE)
    const { places, sums } = await look()
    expect(places).toEqual(set.versions.map((_, place) => place))
    expectClose(sums, sumsOf(matrix, options))
    expectClose(setStatistics(sums), setStatistics(sumsOf(matrix, options)))
  })

  test('leave out what was answered with the key at hand', async () => {
    const before = await look()
    await pool().query('UPDATE item_mark SET is_at_hand = true WHERE place = 2 AND is_first')
    const { places, sums } = await look()
    expect(places).toEqual(before.places.filter((place) => place !== 2))
    expect(sums.items).toHaveLength(set.versions.length - 1)
    expect(setStatistics(sums).alpha.people).toBe(PEOPLE)
    await pool().query('UPDATE item_mark SET is_at_hand = false')
    expectClose(await look(), before)
  })

  test('follow a mark that has changed', async () => {
    const [choice] = set.versions
    const right = async () =>
      (await getAnalysis(own.teacher, assignment))?.questions.find(({ id }) => id === choice?.id)?.right
        .people
    const { rows } = await pool().query<{ id: string; mark: number }>(
      `SELECT attempt_id AS id, mark FROM item_mark WHERE place = 0 AND is_first AND first_mark IS NULL AND mark < 1`,
    )
    const before = (await right()) ?? 0
    await pool().query('UPDATE item_mark SET mark = 1 WHERE place = 0 AND attempt_id = ANY($1)', [
      rows.map(({ id }) => id),
    ])
    expect(await right()).toBe(before + rows.length)
    for (const { id, mark } of rows)
      await pool().query('UPDATE item_mark SET mark = $2 WHERE place = 0 AND attempt_id = $1', [id, mark])
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('what was handed in before all of it was kept', () => {
  /** As the rows stood then: a mark to seven digits, and nothing else. */
  const forget = () =>
    pool().query(
      `UPDATE item_mark SET mark = mark::real, first_mark = NULL, chosen = NULL, is_blank = NULL, seconds = NULL,
         confidence = NULL, is_at_hand = NULL WHERE assignment_id = $1`,
      [assignment],
    )
  const marks = async () =>
    (
      await pool().query('SELECT * FROM item_mark WHERE assignment_id = $1 ORDER BY attempt_id, position', [
        assignment,
      ])
    ).rows

  test('is made good, and no mark that has been changed since is put back', async () => {
    const before = await marks()
    await forget()
    expect(await marks()).not.toEqual(before)
    await Promise.all([completeMarks(), completeMarks(assignment)])
    expect(await marks()).toEqual(before)
    await forget()
    const [changed] = before.filter(({ mark }) => mark === 0)
    const where = 'WHERE attempt_id = $1 AND position = $2'
    await pool().query(`UPDATE item_mark SET mark = 1 ${where}`, [changed.attempt_id, changed.position])
    await completeMarks()
    expect(await marks()).toEqual(before.map((row) => (row === changed ? { ...row, mark: 1 } : row)))
    await pool().query(`UPDATE item_mark SET mark = 0 ${where}`, [changed.attempt_id, changed.position])
  })

  test('is in the analysis at once', async () => {
    const before = await getAnalysis(own.teacher, assignment)
    expect(before?.people).toBe(PEOPLE)
    await forget()
    expectClose(await getAnalysis(own.teacher, assignment), before)
  })
})
