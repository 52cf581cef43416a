import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { collectAll, collectDue } from '../../../server/assignments/collect.ts'
import { extendTime } from '../../../server/assignments/overrides.ts'
import { getTaughtAssignment } from '../../../server/assignments/taught.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { moveBackMinutes } from '../../support/past.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

const LIMIT = 30
/** The number question of the set, and an answer to it that is right. */
const NUMBER = 3
const RIGHT = 45

let own: Awaited<ReturnType<typeof openClass>>
beforeEach(async () => {
  own = await openClass(1)
})
const cookie = () => own.learners[0]?.cookie() ?? ''

/** An attempt of an assignment with a time limit, that has just begun. */
async function begin(rules: Partial<AssignmentRules> = {}) {
  const { set } = await storeQuiz()
  const given = { class: own.id, set, chosen: null, ...RULES_OF_TEST, limitMinutes: LIMIT, ...rules }
  const { assignment } = doneOf(await createAssignment(own.teacher, given))
  const started = await call('POST /api/attempts', {
    body: { assignment, key: randomUUID() },
    cookie: cookie(),
  })
  return { assignment, attempt: started.json.attempt }
}

const save = (attempt: string, body: object = {}) =>
  call('POST /api/attempts/[id]/responses', {
    id: attempt,
    cookie: cookie(),
    body: { position: NUMBER, sequence: 1, key: randomUUID(), answer: RIGHT, check: false, ...body },
  })

const submit = (attempt: string) =>
  call('POST /api/attempts/[id]/submit', { id: attempt, cookie: cookie(), body: {} })

/** What the teacher sees of the one learner. */
const standing = async (assignment: string) => (await getTaughtAssignment(own.teacher, assignment))?.people[0]

describe('an answer that comes when the time is over', () => {
  test('is kept, shown to the teacher with what it would have come to, and counts nowhere', async () => {
    const { assignment, attempt } = await begin()
    expect((await save(attempt, { answer: 12 })).json).not.toHaveProperty('late')
    await moveBackMinutes(attempt, LIMIT + 1)
    expect((await save(attempt, { sequence: 2 })).json).toMatchObject({
      sequence: 2,
      final: false,
      late: expect.stringContaining('does not count'),
    })
    await collectDue()
    const seen = await standing(assignment)
    expect(seen).toMatchObject({ state: 'handed-in', answered: 1, score: 0 })
    expect(seen?.late).toMatchObject([
      { position: NUMBER, mark: 1, given: expect.stringContaining('45'), isAfterTelling: false },
    ])
  })

  test('is told to who sent it, with the results', async () => {
    const { attempt } = await begin()
    await moveBackMinutes(attempt, LIMIT + 1)
    await save(attempt)
    await save(attempt, { position: 2, answer: true })
    expect((await submit(attempt)).json).toMatchObject({ score: 0, lateAnswers: 2 })
  })

  test('is told too where results are withheld', async () => {
    const { attempt } = await begin({ feedback: 'never' })
    await moveBackMinutes(attempt, LIMIT + 1)
    await save(attempt)
    expect((await submit(attempt)).json).toMatchObject({ isEverTold: false, answered: 0, lateAnswers: 1 })
  })

  test('is kept when it comes after the attempt was taken in, and says so where all had been told', async () => {
    const { assignment, attempt } = await begin()
    await moveBackMinutes(attempt, LIMIT + 1)
    await collectDue()
    expect((await save(attempt)).json).toHaveProperty('late')
    expect((await standing(assignment))?.late).toMatchObject([{ position: NUMBER, isAfterTelling: true }])
  })

  test('is kept when the teacher took the attempt in before its time was over', async () => {
    const { assignment, attempt } = await begin({ feedback: 'never' })
    doneOf(await collectAll(own.teacher, { assignment }))
    expect((await save(attempt)).json).toHaveProperty('late')
    expect((await standing(assignment))?.late).toMatchObject([{ position: NUMBER, isAfterTelling: false }])
  })

  test('gets the same reply under the same key, and is there once; another body is refused', async () => {
    const { assignment, attempt } = await begin()
    await moveBackMinutes(attempt, LIMIT + 1)
    const key = randomUUID()
    const replies = await Promise.all(Array.from({ length: 10 }, () => save(attempt, { key })))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect((await save(attempt, { key, answer: 44 })).json.error).toBe('key-reused')
    expect((await standing(assignment))?.late).toHaveLength(1)
  })

  test('the highest number is what is shown; a lower one is of another tab', async () => {
    const { assignment, attempt } = await begin()
    await save(attempt, { sequence: 2, answer: 12 })
    await moveBackMinutes(attempt, LIMIT + 1)
    expect((await save(attempt, { sequence: 1 })).json.error).toBe('other-tab')
    await save(attempt, { sequence: 4, answer: 44 })
    expect((await save(attempt, { sequence: 3 })).json.error).toBe('other-tab')
    await save(attempt, { sequence: 5 })
    const { late = [] } = (await standing(assignment)) ?? {}
    expect(late.map(({ given }) => given)).toEqual([expect.stringContaining('45')])
  })

  test('a blank is no answer', async () => {
    const { assignment, attempt } = await begin()
    await moveBackMinutes(attempt, LIMIT + 1)
    expect((await save(attempt, { answer: null })).json).toHaveProperty('late')
    expect((await standing(assignment))?.late).toEqual([])
  })

  test('is shown no more once time was given and used', async () => {
    const { assignment, attempt } = await begin()
    await moveBackMinutes(attempt, LIMIT + 1)
    await save(attempt)
    doneOf(await extendTime(own.teacher, { assignment, person: null, minutes: 5 }))
    expect((await save(attempt, { sequence: 2 })).json).not.toHaveProperty('late')
    expect((await standing(assignment))?.late).toEqual([])
    expect((await submit(attempt)).json).toMatchObject({ score: 1, lateAnswers: 0 })
  })
})

test('whoever has handed in can add nothing', async () => {
  const { attempt } = await begin()
  await submit(attempt)
  await moveBackMinutes(attempt, LIMIT + 1)
  expect((await save(attempt)).json.error).toBe('handed-in')
})

test('whoever was told what is right about a question can add nothing to it', async () => {
  const { attempt } = await begin({ feedback: 'at-once' })
  expect((await save(attempt, { answer: 12, check: true })).json.final).toBe(true)
  await moveBackMinutes(attempt, LIMIT + 1)
  await collectDue()
  expect((await save(attempt, { sequence: 2 })).json.error).toBe('handed-in')
})

test('what is kept as late is never changed', async () => {
  const { attempt } = await begin()
  await moveBackMinutes(attempt, LIMIT + 1)
  await save(attempt)
  await expect(pool().query(`UPDATE late_response SET answer = '1'`)).rejects.toThrow(/never changed/)
})
