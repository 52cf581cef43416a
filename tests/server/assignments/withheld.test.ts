import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '#core'
import { closeStore, pool } from '#server/db'
import { getOwnScores } from '#server/learning/scores'
import { getStreak } from '#server/learning/streak'
import { rateAnswers, rateEveryone } from '#server/practice/rate'
import { getReview, listMemories } from '#server/reviews/review'
import { settleReviews } from '#server/reviews/settle'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { collectDue } from '../../../server/assignments/collect.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { getOwnAssignment, listOwnAssignments } from '../../../server/assignments/own.ts'
import { releaseGrades } from '../../../server/assignments/release.ts'
import { startAssigned } from '../../../server/assignments/start.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import type { AnswerView } from '../../../server/attempts/view.ts'
import { forgetKept } from '../../../server/kept.ts'
import { answerTo } from '../../support/answers.ts'
import { mask, withOtherKey } from '../../support/other-key.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'
import { type Address, call } from '../../support/site.ts'

afterAll(closeStore)

let own: Awaited<ReturnType<typeof openClass>>
let turn = 0
beforeAll(async () => {
  own = await openClass(80)
})

/** A learner of whom nothing is known yet, so that two of them have the same past. */
const nextLearner = () => own.learners[turn++] as (typeof own.learners)[number]

const ADDRESSES: readonly (readonly [Address, object])[] = [
  ['GET /api/attempts/[id]', {}],
  ['GET /api/attempts/[id]/results', {}],
  ['GET /api/attempts/[id]/source', { query: '?position=1' }],
  ['POST /api/attempts/[id]/submit', { body: {} }],
  ['POST /api/attempts/[id]/keep', { body: { which: 'missed', zone: 'UTC' } }],
  ['POST /api/attempts/[id]/pack', { body: {} }],
  ['POST /api/attempts/[id]/next', { body: { after: 1 } }],
  ['GET /api/me/answers.csv', {}],
  ['GET /api/me/export.json', {}],
  ['GET /api/me/notices', {}],
]

/** The same answer to a question that is shown with other ids: by the words beside them. */
function likewise(answer: AnswerView, shown: unknown, other: unknown): AnswerView {
  const idsOf = (of: unknown) =>
    new Map(
      [...JSON.stringify(of).matchAll(/"id":"([^"]+)","text":"([^"]+)"/g)].map(([, id = '', text = '']) => [
        text,
        id,
      ]),
    )
  const ids = idsOf(other)
  let said = JSON.stringify(answer)
  for (const [text, id] of idsOf(shown)) said = said.replaceAll(id, ids.get(text) ?? '')
  return JSON.parse(said) as AnswerView
}

/** What a teacher does once it has been handed in. */
type Meanwhile = (assignment: string, person: string) => Promise<unknown>

/** Everything a learner can learn of answers they have handed in, of questions that nobody else has answered. */
async function overhear(
  asked: Question | readonly Question[],
  rules: Partial<AssignmentRules>,
  meanwhile: Meanwhile = async () => {},
): Promise<string> {
  forgetKept()
  const questions = [asked].flat() as Question[]
  const { set } = await storeQuiz(questions)
  const browser = nextLearner()
  const made = await createAssignment(own.teacher, {
    ...{ class: own.id, set, chosen: [(await browser.viewer()).personId ?? ''] },
    ...RULES_OF_TEST,
    ...rules,
  })
  const { assignment } = doneOf(made)
  const cookie = browser.cookie()
  const began = await startAssigned(await browser.viewer(), {
    assignment,
    key: randomUUID(),
    seed: 'the same',
  })
  const { attempt: id, view } = doneOf(began)
  const first = view.items[0]?.shown
  if (!first || view.items.length !== questions.length) throw new Error('the attempt did not start')
  // By what is shown, so that all are answered alike, rightly in one and wrongly in the other.
  for (const { position, shown } of view.items) {
    const answer = likewise(answerTo(first, 1), first, shown)
    const rest = { sequence: 1, key: randomUUID(), check: false, confidence: 'certain', seconds: 4 }
    const body = { position, answer, ...rest }
    const saved = await call('POST /api/attempts/[id]/responses', { id, cookie, body })
    expect(saved.status).toBe(200)
  }
  const heard: string[] = []
  const submitted = await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })
  heard.push(`${submitted.status} ${submitted.text}`)
  const viewer = await browser.viewer()
  await meanwhile(assignment, viewer.personId ?? '')
  await collectDue()
  await settleReviews(viewer.personId ?? '')
  await rateAnswers(viewer.personId ?? '')
  await rateEveryone()
  for (const [address, more] of ADDRESSES) {
    const reply = await call(address, { id, cookie, ...more })
    heard.push(`${address} ${reply.status} ${reply.text}`)
  }
  // What the pages are drawn from.
  const drawn = [
    await getOwnAssignment(viewer, assignment),
    (await listOwnAssignments(viewer)).find((each) => each.id === assignment),
    await getOwnScores(viewer),
    await getStreak(viewer),
    await getReview(viewer),
    await listMemories(viewer),
  ]
  heard.push(...drawn.map((each) => JSON.stringify(each)))
  // How many have it right is told with the feedback of the next who answers it.
  const { rows: tally } = await pool().query(
    'SELECT sum(answered), sum(answered_right) FROM question_tally JOIN quiz_set_item USING (version_id) WHERE set_id = $1',
    [set],
  )
  const { rows: able } = await pool().query('SELECT value, answers FROM ability WHERE person_id = $1', [
    viewer.personId,
  ])
  heard.push(JSON.stringify([tally, able]))
  await pool().query('UPDATE assignment SET removed_at = clock_timestamp() WHERE id = $1', [assignment])
  return mask(heard.join('\n').replaceAll(browser.mail, '<mail>'))
}

const soon = (): string => new Date(Date.now() + 3_600_000).toISOString()

describe.each<[string, Partial<AssignmentRules>]>([
  ['after closing', { feedback: 'after-closing', closesAt: soon() }],
  ['never', { feedback: 'never' }],
])('where it is told %s', (_, rules) => {
  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'two %s questions that differ only in the key give the same bytes once they are handed in',
    async (_kind, question) => {
      const one = await overhear(question, rules)
      expect(await overhear(withOtherKey(question as never), rules)).toBe(one)
      for (const word of ['WHY-', 'EXPLANATION', 'CORRECTION', 'FACT-1', 'ACCEPTED', '"passages"'])
        expect(one).not.toContain(word)
    },
  )
})

test('a policy that tells turns this red', async () => {
  const [question] = QUESTIONS
  if (!question) throw new Error('no question')
  const rules = { feedback: 'after-attempt' } as const
  expect(await overhear(withOtherKey(question as never), rules)).not.toBe(await overhear(question, rules))
})

/** Says something of the grade, and lets it be seen. */
const release =
  (what: 'scores' | 'answers'): Meanwhile =>
  async (assignment, person) => {
    const word = { own: null, reason: null, isExcused: false, comment: 'Well said' }
    doneOf(await setGrade(own.teacher, { assignment, person, ...word }))
    doneOf(await releaseGrades(own.teacher, { assignment, what }))
  }

describe.each<[string, Partial<AssignmentRules>]>([
  ['after closing', { feedback: 'after-closing', closesAt: soon() }],
  ['never', { feedback: 'never' }],
])('where only the score of it is released and the rest is told %s', (_, rules) => {
  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'which of two %s questions was right is told by nothing, where the sum is the same',
    async (_kind, question) => {
      const other = withOtherKey(question as never)
      const one = await overhear([question, other], rules, release('scores'))
      expect(await overhear([other, question], rules, release('scores'))).toBe(one)
      for (const word of ['WHY-', 'EXPLANATION', 'CORRECTION', 'FACT-1', 'ACCEPTED', 'OTHER', '"passages"'])
        expect(one).not.toContain(word)
      expect(one).toMatch(/"state":"handed-in","score":[01]/)
      expect(one).toContain('"comment":"Well said"')
      expect(one).toContain('"kind": "released"')
    },
  )
})

test('the score alone is told where a score is released, and more than that where answers are', async () => {
  const [question] = QUESTIONS
  if (!question) throw new Error('no question')
  const other = withOtherKey(question as never)
  const rules = { feedback: 'after-closing', closesAt: soon() } as const
  expect(await overhear([question, other], rules, release('answers'))).not.toBe(
    await overhear([other, question], rules, release('answers')),
  )
  // Nothing at all is told before.
  expect(await overhear([question, other], rules)).not.toContain('Well said')
})

test('once it has closed for everybody, all of it is told, counted and learned from', async () => {
  const { set } = await storeQuiz()
  const rules = { ...RULES_OF_TEST, feedback: 'after-closing', closesAt: soon() } as const
  const { assignment } = doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...rules }),
  )
  const browser = nextLearner()
  const cookie = browser.cookie()
  const started = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const { attempt: id } = started.json
  const body = { position: 3, sequence: 1, key: randomUUID(), answer: 45, check: false }
  await call('POST /api/attempts/[id]/responses', { id, cookie, body })
  const handedIn = await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })
  expect(handedIn.json).toEqual({
    ...{ id, assignment, title: 'Kettles', answered: 1, count: 8, lateAnswers: 0, isEverTold: true },
    submittedAt: expect.any(String),
    toldFrom: rules.closesAt,
  })
  const viewer = await browser.viewer()
  expect((await getOwnScores(viewer)).totals.quizzes).toBe(0)
  await pool().query('UPDATE assignment SET closes_at = clock_timestamp() WHERE id = $1', [assignment])
  const results = await call('GET /api/attempts/[id]/results', { id, cookie })
  expect(results.json).toMatchObject({ score: 1, count: 8, assignment })
  expect((await getOwnScores(viewer)).totals).toMatchObject({ quizzes: 1, score: 1 })
  expect((await getOwnAssignment(viewer, assignment))?.score).toBe(1 / 8)
  const { rows } = await pool().query(
    'SELECT sum(answered)::int AS answered, sum(answered_right)::int AS "right" FROM question_tally JOIN quiz_set_item USING (version_id) WHERE set_id = $1',
    [set],
  )
  expect(rows).toEqual([{ answered: 1, right: 1 }])
  await rateAnswers(viewer.personId ?? '')
  const { rows: able } = await pool().query('SELECT answers FROM ability WHERE person_id = $1', [
    viewer.personId,
  ])
  expect(able).toEqual([{ answers: 1 }])
})

test('no key of a question that an open assignment asks leaves in an offline pack, whichever practice asks it', async () => {
  const { set, versions } = await storeQuiz()
  const browser = nextLearner()
  const cookie = browser.cookie()
  const pack = async (id: string) => call('POST /api/attempts/[id]/pack', { id, cookie, body: {} })
  const begin = async (body: object) =>
    (await call('POST /api/attempts', { body: { ...body, key: randomUUID() }, cookie })).json.attempt ?? ''
  const before = await pack(await begin({ set, mode: 'practice' }))
  expect(before.json.items).toHaveLength(versions.length)
  const rules = { ...RULES_OF_TEST, feedback: 'at-once', closesAt: soon() } as const
  const { assignment } = doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...rules }),
  )
  for (const body of [{ assignment }, { set, mode: 'practice', anew: true }])
    expect((await pack(await begin(body))).json.items).toEqual([])
  await pool().query('UPDATE assignment SET closes_at = clock_timestamp() WHERE id = $1', [assignment])
  expect((await pack(await begin({ set, mode: 'practice', anew: true }))).json.items).toHaveLength(
    versions.length,
  )
})
