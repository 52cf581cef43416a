import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeComparing } from '#server/classes/classes'
import { closeStore, pool } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { DEFAULT_LEARNING, updateLearning } from '../../../server/reviews/learning.ts'
import type { Browser } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'
import { begin, call } from '../../support/site.ts'

afterAll(closeStore)

/** A statement and a number: nobody, one or both right. */
const ASKED = QUESTIONS.filter(({ kind }) => kind === 'true-false' || kind === 'number')
let own: Awaited<ReturnType<typeof openClass>>
let set: string
beforeAll(async () => {
  own = await openClass(21)
  set = (await storeQuiz(ASKED)).set
  for (const learner of own.learners) await wish(learner, true)
})

async function wish(browser: Browser, seesOthers: boolean): Promise<void> {
  const { weights: _, fitted: __, ...learning } = DEFAULT_LEARNING
  doneOf(await updateLearning(await browser.viewer(), { ...learning, restDays: [0, 6], seesOthers }))
}
const learner = (i: number): Browser => own.learners[i] as Browser

const assign = async (rules: Partial<AssignmentRules> = {}) =>
  doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST, ...rules }),
  ).assignment

/** Answers so many of the two questions rightly, hands in, and gives the attempt. */
async function answer(attempt: string, cookie: string, right: number): Promise<string> {
  for (const position of [1, 2]) {
    const answers = [position === 1 ? true : 44, position === 1 ? false : 45]
    const body = { position, sequence: 1, key: randomUUID(), answer: answers[right >= position ? 1 : 0] }
    await call('POST /api/attempts/[id]/responses', { id: attempt, cookie, body: { ...body, check: false } })
  }
  await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
  return attempt
}
async function take(assignment: string, i: number, right: number): Promise<string> {
  const cookie = learner(i).cookie()
  const { json } = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  return answer(json.attempt, cookie, right)
}
const look = async (attempt: string, browser: Browser) =>
  (await call('GET /api/attempts/[id]/results', { id: attempt, cookie: browser.cookie() })).json

describe('how the class did', () => {
  test('stands with the results of who wishes it, from ten others on, and changes with every five people', async () => {
    const assignment = await assign()
    const first = await take(assignment, 0, 2)
    const seen: unknown[] = []
    for (let i = 1; i <= 15; i++) {
      await take(assignment, i, i % 3)
      seen.push((await look(first, learner(0))).others)
    }
    const of = (people: number, lower: number, middle: number, upper: number) => ({
      ...{ who: 'class', people },
      ...{ lower, middle, upper },
    })
    expect(seen.slice(0, 9)).toEqual(Array(9).fill(null))
    // Scores of the first ten: 1, ½, 1, 0, ½, 1, 0, ½, 1, 0.
    expect(seen.slice(9, 13)).toEqual(Array(4).fill(of(10, 15, 50, 100)))
    expect(seen.slice(13)).toEqual(Array(2).fill(of(15, 25, 50, 100)))
    // The same for everybody, without a place or a name.
    const last = await take(assignment, 16, 0)
    expect((await look(last, learner(16))).others).toEqual(of(15, 25, 50, 100))
    await wish(learner(0), false)
    expect((await look(first, learner(0))).others).toBeNull()
    await wish(learner(0), true)
  })

  test('is not moved by a second attempt', async () => {
    const assignment = await assign()
    const first = await take(assignment, 0, 2)
    for (let i = 1; i <= 10; i++) await take(assignment, i, 0)
    const before = (await look(first, learner(0))).others
    for (let i = 1; i <= 10; i++) await take(assignment, i, 2)
    expect((await look(first, learner(0))).others).toEqual(before)
    expect(before).toMatchObject({ people: 10, middle: 0 })
  })

  test('is not shown where its teacher has turned it off', async () => {
    const assignment = await assign()
    const first = await take(assignment, 0, 2)
    for (let i = 1; i <= 10; i++) await take(assignment, i, 0)
    doneOf(await changeComparing(own.teacher, { class: own.id, isCompared: false }))
    expect((await look(first, learner(0))).others).toBeNull()
    doneOf(await changeComparing(own.teacher, { class: own.id, isCompared: true }))
    expect((await look(first, learner(0))).others).not.toBeNull()
  })

  test.each(['never', 'after-closing'] as const)(
    'holds nothing of attempts that are told %s, whatever they came to',
    async (feedback) => {
      const closesAt = new Date(Date.now() + 3_600_000).toISOString()
      const seen: unknown[] = []
      for (const right of [0, 2]) {
        const assignment = await assign({ feedback, closesAt })
        const attempts: string[] = []
        for (let i = 0; i <= 16; i++) attempts.push(await take(assignment, i, i < 11 ? 1 : right))
        // Eleven are told, as where those have closed.
        await pool().query('UPDATE attempt SET told_at = submitted_at WHERE id = ANY($1)', [
          attempts.slice(0, 11),
        ])
        const [told, withheld] = [
          await look(attempts[0] ?? '', learner(0)),
          await look(attempts[11] ?? '', learner(11)),
        ]
        expect('others' in withheld).toBe(false)
        seen.push(told.others)
      }
      const others = { who: 'class', people: 10, lower: 50, middle: 50, upper: 50 }
      expect(seen).toEqual([others, others])
    },
  )
})

describe('how other readers did', () => {
  test('stands with one’s own results, of who took it of their own accord', async () => {
    const quiz = await storeQuiz(ASKED)
    const mine = await begin(quiz.set, 'test', learner(0).cookie())
    await answer(mine.attempt, mine.cookie, 2)
    // What a class was given does not count among readers.
    const assignment = doneOf(
      await createAssignment(own.teacher, { class: own.id, set: quiz.set, chosen: null, ...RULES_OF_TEST }),
    ).assignment
    for (let i = 1; i <= 12; i++) await take(assignment, i, 0)
    expect((await look(mine.attempt, learner(0))).others).toBeNull()
    for (let i = 1; i <= 10; i++) {
      const guest = await begin(quiz.set, 'test')
      await answer(guest.attempt, guest.cookie, i <= 5 ? 1 : 2)
    }
    expect((await look(mine.attempt, learner(0))).others).toEqual({
      ...{ who: 'readers', people: 10, lower: 50, middle: 75, upper: 100 },
    })
  })
})
