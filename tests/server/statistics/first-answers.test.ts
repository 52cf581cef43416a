import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnswerMatrix, type FinalAnswer, setStatistics, sumsOf } from '#core'
import { closeStore } from '#server/db'
import { getSet, type QuizSet } from '../../../server/quizzes/sets.ts'
import { listFirstAnswers } from '../../../server/statistics/first-answers.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'

/** Places of the questions in the quiz, from 1. */
const [CHOICE, STATEMENT, , , SEVERAL, ORDER] = [1, 2, 3, 4, 5, 6]

let set: QuizSet
beforeAll(async () => {
  const found = await getSet((await storeQuiz()).set)
  if (!found) throw new Error('the quiz is not there')
  set = found
})
afterAll(closeStore)

const idOf = ({ view }: Guest, position: number, text: string): string => {
  const { shown } = view.items[position - 1] ?? {}
  const parts = shown && 'options' in shown ? shown.options : shown && 'items' in shown ? shown.items : []
  const part = parts.find((each) => each.text === text)
  if (!part) throw new Error(`nothing shown says ${text}`)
  return part.id
}
const handIn = ({ attempt, cookie }: Guest) => call('POST /api/attempts/[id]/submit', { id: attempt, cookie })

/** The rows that handing in `guest` has added. */
async function added(guest: Guest): Promise<AnswerMatrix> {
  const before = (await listFirstAnswers(set)).map((row) => JSON.stringify(row))
  await handIn(guest)
  const after = await listFirstAnswers(set)
  const left = [...before]
  return after.filter((row) => {
    const at = left.indexOf(JSON.stringify(row))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

test('an attempt counts once it is handed in, question by question, with what was chosen', async () => {
  const guest = await begin(set.id, 'test')
  await save(guest, {
    position: CHOICE,
    answer: idOf(guest, CHOICE, '20%'),
    confidence: 'certain',
    seconds: 12,
  })
  await save(guest, {
    position: SEVERAL,
    answer: [idOf(guest, SEVERAL, 'Peru'), idOf(guest, SEVERAL, 'Chile')],
  })
  await save(guest, {
    position: ORDER,
    answer: ['Toasters', 'Kettles', 'Irons', 'Fans'].map((text) => idOf(guest, ORDER, text)),
  })
  const given: FinalAnswer = { mark: 0, isBlank: false, chosen: [], seconds: null, confidence: null }
  const row = set.versions.map((): FinalAnswer => ({ ...given, isBlank: true }))
  expect(await added(guest)).toEqual([
    row
      .with(CHOICE - 1, { ...given, chosen: [2], seconds: 12, confidence: 'certain' })
      .with(SEVERAL - 1, { ...given, chosen: [0, 3] })
      // One of six pairs stands the wrong way round: (5 - 1) / 6.
      .with(ORDER - 1, { ...given, mark: 2 / 3 }),
  ])
})

test('the first try counts as it stands, whatever came after it', async () => {
  const guest = await begin(set.id, 'practice', undefined, 2)
  const check = (position: number, sequence: number, answer: unknown, confidence: 'guess' | 'certain') =>
    save(guest, { position, sequence, answer: answer as never, check: true, confidence })
  await check(CHOICE, 1, idOf(guest, CHOICE, '8%'), 'certain')
  await check(CHOICE, 2, idOf(guest, CHOICE, '12%'), 'guess')
  // Saved, then changed, then tried.
  await save(guest, { position: STATEMENT, sequence: 1, answer: true })
  await check(STATEMENT, 2, false, 'guess')
  const [row] = await added(guest)
  expect(row?.[CHOICE - 1]).toMatchObject({ mark: 0, chosen: [0], confidence: 'certain' })
  expect(row?.[STATEMENT - 1]).toMatchObject({ mark: 1, isBlank: false, confidence: 'guess' })
})

test('the last answer counts where nothing was tried', async () => {
  const guest = await begin(set.id, 'test')
  await save(guest, { position: CHOICE, sequence: 1, answer: idOf(guest, CHOICE, '8%') })
  await save(guest, { position: CHOICE, sequence: 2, answer: idOf(guest, CHOICE, '12%') })
  const [row] = await added(guest)
  expect(row?.[CHOICE - 1]).toMatchObject({ mark: 1, chosen: [1] })
})

test('of one person the attempt handed in first counts, and no other', async () => {
  const guest = await begin(set.id, 'test')
  expect(await added(guest)).toHaveLength(1)
  const again = await begin(set.id, 'test', guest.cookie)
  await save(again, { position: CHOICE, answer: idOf(again, CHOICE, '12%') })
  expect(await added(again)).toEqual([])
})

test('no more people are read than asked for', async () => {
  expect(await listFirstAnswers(set, 3)).toHaveLength(3)
})

test('a question that was handed out with its key is as if it had not been asked', async () => {
  const guest = await begin(set.id, 'practice')
  const pack = await call('POST /api/attempts/[id]/pack', {
    id: guest.attempt,
    cookie: guest.cookie,
    body: {},
  })
  expect(pack.status).toBe(200)
  await save(guest, { position: CHOICE, answer: idOf(guest, CHOICE, '12%') })
  expect(await added(guest)).toEqual([])
})

test('the statistics of the set follow from them', async () => {
  const matrix = await listFirstAnswers(set)
  const options = set.versions.map(({ question }) => ('options' in question ? question.options.length : 0))
  const { people, items } = setStatistics(sumsOf(matrix, options))
  expect(people).toBe(4)
  // 20%, 8%, 12% and a blank.
  expect(items[CHOICE - 1]?.options.map(({ chosen }) => chosen.people)).toEqual([1, 1, 1])
  expect(items[CHOICE - 1]?.blanks.people).toBe(1)
  expect(items[CHOICE - 1]?.right).toEqual({ people: 1, of: 4, share: 0.25 })
})
