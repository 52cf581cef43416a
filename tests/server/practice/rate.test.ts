import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { afterAnswer, chanceOf, NEW_ABILITY, newDifficulty, type Rating } from '#core'
import { closeStore, pool } from '#server/db'
import { rateAnswers, rateEveryone } from '#server/practice/rate'
import { getAbility, getDifficulties } from '#server/practice/ratings'
import { viewerOf } from '#server/viewer-of'
import { answerTo } from '../../support/answers.ts'
import { openMember } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'

afterAll(closeStore)

let quiz: Awaited<ReturnType<typeof storeQuiz>>
beforeEach(async () => {
  quiz = await storeQuiz()
})

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
const personOf = async ({ cookie }: Guest): Promise<string> => (await viewerOf(cookie)).personId ?? ''

/** Answers every question of a practice and checks it; gives the marks in order. */
async function answerAll(guest: Guest, turn = 0): Promise<number[]> {
  const marks: number[] = []
  for (const { position, shown } of guest.view.items) {
    const reply = await save(guest, { position, answer: answerTo(shown, turn), check: true })
    marks.push(reply.json.feedback?.mark ?? -1)
  }
  return marks
}

/** What the pure core makes of these marks, each to the question at its place. */
function reckon(marks: readonly number[]): { ability: Rating; difficulties: Rating[] } {
  let ability = NEW_ABILITY
  const difficulties = marks.map((mark, i) => {
    const question = QUESTIONS[i]
    if (!question) throw new Error('there are no so many questions')
    const moved = afterAnswer(
      { ability, difficulty: newDifficulty(0.5) },
      { mark, chance: chanceOf(question) },
    )
    ability = moved.ability
    return moved.difficulty
  })
  return { ability, difficulties }
}

const listDifficulties = async (): Promise<Rating[]> => {
  const found = await getDifficulties(quiz.versions)
  return quiz.versions.map((id) => found.get(id) as Rating)
}

describe('an answer', () => {
  test('moves its person and its question once, in order, however often it is looked at and by however many', async () => {
    const guest = await begin(quiz.set)
    const marks = await answerAll(guest)
    const person = await personOf(guest)
    const { ability, difficulties } = reckon(marks)
    await Promise.all(Array.from({ length: 6 }, () => rateAnswers(person)))
    await rateAnswers(person)
    const seen = await getAbility(person)
    expect(seen.answers).toBe(QUESTIONS.length)
    expect(seen.value).toBeCloseTo(ability.value, 10)
    for (const [i, rating] of (await listDifficulties()).entries()) {
      expect(rating.answers).toBe(1)
      expect(rating.value).toBeCloseTo(difficulties[i]?.value ?? 0, 10)
    }
  })

  test('that was given with the key at hand moves neither', async () => {
    const guest = await begin(quiz.set)
    const { status } = await call('POST /api/attempts/[id]/pack', {
      ...{ id: guest.attempt, cookie: guest.cookie, body: {} },
    })
    expect(status).toBe(200)
    await answerAll(guest)
    const person = await personOf(guest)
    await rateAnswers(person)
    expect(await getAbility(person)).toEqual(NEW_ABILITY)
    expect((await listDifficulties()).map(({ answers }) => answers)).toEqual(QUESTIONS.map(() => 0))
  })

  test('counts later when it comes later, as if all had been looked at once', async () => {
    const guest = await begin(quiz.set)
    const person = await personOf(guest)
    const marks: number[] = []
    for (const { position, shown } of guest.view.items) {
      const reply = await save(guest, { position, answer: answerTo(shown, 1), check: true })
      marks.push(reply.json.feedback?.mark ?? -1)
      await rateAnswers(person)
    }
    expect((await getAbility(person)).value).toBeCloseTo(reckon(marks).ability.value, 10)
  })

  test('that was given up is wrong; one that was left blank, or is not final, is none', async () => {
    const guest = await begin(quiz.set)
    const person = await personOf(guest)
    await save(guest, { position: 3, answer: null, check: true })
    await save(guest, { position: 4, answer: 'Jane Doe', check: false })
    await rateAnswers(person)
    const [rated] = await rows('SELECT position, mark FROM rated_answer WHERE attempt_id = $1', [
      guest.attempt,
    ])
    expect(rated).toEqual({ position: 3, mark: 0 })
    expect((await getAbility(person)).answers).toBe(1)
    expect((await listDifficulties())[2]?.value).toBeGreaterThan(newDifficulty(0.5).value)
    // Handing in makes the typed answer final, and the others blank.
    await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie, body: {} })
    await rateAnswers(person)
    expect((await getAbility(person)).answers).toBe(2)
  })

  test('of a test counts once it is handed in', async () => {
    const guest = await begin(quiz.set, 'test')
    const person = await personOf(guest)
    await save(guest, { position: 1, answer: answerTo(guest.view.items[0]?.shown as never, 0) })
    await rateAnswers(person)
    expect((await getAbility(person)).answers).toBe(0)
    await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie, body: {} })
    await rateAnswers(person)
    expect((await getAbility(person)).answers).toBe(1)
  })
})

test('twelve people who are rated at the same time lose no answer to any question', async () => {
  const guests = await Promise.all(Array.from({ length: 12 }, () => begin(quiz.set)))
  for (const [turn, guest] of guests.entries()) await answerAll(guest, turn)
  const people = await Promise.all(guests.map(personOf))
  await Promise.all([...people, ...people].map(rateAnswers))
  for (const { answers } of await listDifficulties()) expect(answers).toBe(12)
})

test('questions learn from those too who never practise', async () => {
  const guest = await begin(quiz.set)
  await answerAll(guest)
  await Promise.all([rateEveryone(), rateEveryone()])
  for (const { answers } of await listDifficulties()) expect(answers).toBe(1)
  const other = await begin(quiz.set, 'test')
  await save(other, { position: 3, answer: 45 })
  await call('POST /api/attempts/[id]/submit', { id: other.attempt, cookie: other.cookie, body: {} })
  await rateEveryone()
  expect((await listDifficulties()).map(({ answers }) => answers)).toEqual([1, 1, 2, 1, 1, 1, 1, 1])
})

test('a new version of a question takes over how hard the one before has proved', async () => {
  const guest = await begin(quiz.set)
  await answerAll(guest)
  await rateAnswers(await personOf(guest))
  const [old = ''] = quiz.versions
  const [before] = await listDifficulties()
  const next = randomUUID()
  await rows(
    `INSERT INTO question_version
       (id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash)
     SELECT $2, question_id, revision_id, 2, kind, stem, body, passages, provenance, engine_version, verdict, content_hash
     FROM question_version WHERE id = $1`,
    [old, next],
  )
  expect((await getDifficulties([next])).get(next)).toEqual(before)
})

test('a guest’s ability is the account’s once it is claimed, and what was not rated yet still counts', async () => {
  const member = await openMember()
  const own = await begin(quiz.set, 'practice', member.cookie())
  await answerAll(own)
  const account = (await member.viewer()).personId ?? ''
  await rateAnswers(account)
  const guest = await begin(quiz.set)
  const person = await personOf(guest)
  const [first, second] = guest.view.items
  await save(guest, { position: 1, answer: answerTo(first?.shown as never, 0), check: true })
  await rateAnswers(person)
  await save(guest, { position: 2, answer: answerTo(second?.shown as never, 0), check: true })
  const [of, and] = [await getAbility(account), await getAbility(person)]
  await rows('SELECT claim_guest($1, $2)', [person, account])
  const both = await getAbility(account)
  expect(both.answers).toBe(of.answers + 1)
  expect(both.value).toBeCloseTo((of.value * of.answers + and.value) / (of.answers + 1), 10)
  await rateAnswers(account)
  expect((await getAbility(account)).answers).toBe(of.answers + 2)
  expect(await rows('SELECT FROM ability WHERE person_id = $1', [person])).toEqual([])
})

test('nothing more is reckoned of somebody who was erased', async () => {
  const guest = await begin(quiz.set)
  await answerAll(guest)
  const person = await personOf(guest)
  await rows('UPDATE person SET erased_at = clock_timestamp() WHERE id = $1', [person])
  await rateEveryone()
  expect(await rows('SELECT FROM ability WHERE person_id = $1', [person])).toEqual([])
})
