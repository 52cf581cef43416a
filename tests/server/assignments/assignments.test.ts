import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { leaveClass } from '#server/classes/join'
import { closeStore, pool } from '#server/db'
import { listNotices } from '#server/notices/list'
import type { Viewer } from '#server/viewer'
import { changeAssignment, createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import { collectAll, collectDue } from '../../../server/assignments/collect.ts'
import { extendTime, setOverride } from '../../../server/assignments/overrides.ts'
import { getOwnAssignment, listOwnAssignments } from '../../../server/assignments/own.ts'
import { getTaughtAssignment, listTaughtAssignments } from '../../../server/assignments/taught.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import type { AttemptView } from '../../../server/attempts/view.ts'
import type { Browser } from '../../support/browser.ts'
import { moveBackMinutes } from '../../support/past.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

let own: Awaited<ReturnType<typeof openClass>>
let set: string
beforeEach(async () => {
  own = await openClass(2)
  set = (await storeQuiz()).set
})

const assign = async (rules: Partial<AssignmentRules> = {}, chosen: readonly string[] | null = null) =>
  doneOf(
    await createAssignment(own.teacher, {
      class: own.id,
      set,
      chosen: chosen && [...chosen],
      ...RULES_OF_TEST,
      ...rules,
    }),
  ).assignment

const learner = (i = 0): Browser => own.learners[i] as Browser
const idOf = async (i = 0): Promise<string> => (await learner(i).viewer()).personId ?? ''
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

const start = (assignment: string, i = 0, more: object = {}) =>
  call('POST /api/attempts', {
    body: { assignment, key: randomUUID(), ...more },
    cookie: learner(i).cookie(),
  })

const begun = async (assignment: string, i = 0): Promise<AttemptView> =>
  (await start(assignment, i)).json.view

const save = (attempt: string, position: number, answer: unknown, i = 0, more: object = {}) =>
  call('POST /api/attempts/[id]/responses', {
    id: attempt,
    cookie: learner(i).cookie(),
    body: { position, sequence: 1, key: randomUUID(), answer, check: false, ...more },
  })
const submit = (attempt: string, i = 0) =>
  call('POST /api/attempts/[id]/submit', { id: attempt, cookie: learner(i).cookie(), body: {} })

/** Answers the first so many questions of the set rightly, as far as that can be said without the options. */
async function answerRightly(view: AttemptView, i = 0): Promise<void> {
  for (const { position, shown } of view.items) {
    const question = QUESTIONS.find(({ stem }) => stem === shown.stem)
    if (
      question?.kind === 'number' ||
      question?.kind === 'estimate' ||
      question?.kind === 'cloze' ||
      question?.kind === 'true-false'
    )
      expect((await save(view.id, position, question.answer, i)).status).toBe(200)
  }
}

const standing = async (assignment: string, i = 0) => {
  const id = await idOf(i)
  return (await getTaughtAssignment(own.teacher, assignment))?.people.find(({ person }) => person === id)
}

describe('giving a set to a class', () => {
  test('tells its learners once, and is theirs to take', async () => {
    const assignment = await assign({ dueAt: inMinutes(60), closesAt: inMinutes(120) })
    const viewer = await learner().viewer()
    expect(await listOwnAssignments(viewer)).toMatchObject([
      { id: assignment, title: 'Kettles', class: 'Business 10B', state: 'open', score: null },
    ])
    const view = await getTaughtAssignment(own.teacher, assignment)
    expect(view).toMatchObject({
      count: 8,
      version: 1,
      chosen: null,
      rules: { title: 'Kettles', latePercent: 0 },
    })
    expect(view?.people.map(({ state }) => state)).toEqual(['not-begun', 'not-begun'])
    doneOf(
      await changeAssignment(own.teacher, {
        assignment,
        version: 1,
        chosen: null,
        ...RULES_OF_TEST,
        title: 'Kettles again',
      }),
    )
    const told = (await listNotices(viewer))
      .flatMap(({ notices }) => notices)
      .filter(({ href }) => href.includes(assignment))
    expect(told).toHaveLength(1)
    expect(told[0]?.title).toBe('A quiz for Business 10B')
  })

  test('is for chosen people alone where some are chosen', async () => {
    const assignment = await assign({}, [await idOf(1)])
    expect(await listOwnAssignments(await learner(0).viewer())).toEqual([])
    expect(await getOwnAssignment(await learner(0).viewer(), assignment)).toBeNull()
    expect((await start(assignment, 0)).status).toBe(404)
    expect((await start(assignment, 1)).status).toBe(201)
    const stranger = await (await openTeacher()).viewer()
    for (const chosen of [[stranger.personId ?? ''], [await idOf(0), randomUUID()]])
      expect(await createAssignment(own.teacher, { class: own.id, set, chosen, ...RULES_OF_TEST })).toEqual({
        refused: 'not-found',
      })
    expect(await listTaughtAssignments(own.teacher, own.id)).toHaveLength(1)
  })

  test.each<[string, Partial<AssignmentRules>, string]>([
    ['closes before it is due', { dueAt: inMinutes(60), closesAt: inMinutes(30) }, 'times-crossed'],
    [
      'closes when it opens',
      { opensAt: '2027-01-01T10:00:00Z', closesAt: '2027-01-01T10:00:00Z' },
      'times-crossed',
    ],
    ['tells after a closing that there is not', { feedback: 'after-closing' }, 'no-closing'],
  ])('is refused where it %s', async (_, rules, refused) => {
    const asked = { class: own.id, set, chosen: null, ...RULES_OF_TEST, ...rules }
    expect(await createAssignment(own.teacher, asked)).toEqual({ refused })
  })

  test('is a thing that is not there for the teacher of another class, and for who has left', async () => {
    const assignment = await assign()
    const other = await (await openTeacher()).viewer()
    expect(await getTaughtAssignment(other, assignment)).toBeNull()
    expect(await listTaughtAssignments(other, own.id)).toEqual([])
    const asked = { assignment, version: 1, chosen: null, ...RULES_OF_TEST }
    const person = await idOf()
    const terms = {
      opensAt: null,
      dueAt: null,
      closesAt: null,
      timeFactor: 2,
      extraMinutes: 0,
      moreAttempts: 0,
    }
    for (const outcome of [
      await changeAssignment(other, asked),
      await removeAssignment(other, { assignment }),
      await setOverride(other, { assignment, person, ...terms }),
      await extendTime(other, { assignment, person: null, minutes: 5 }),
      await collectAll(other, { assignment }),
      await createAssignment(other, { class: own.id, set, chosen: null, ...RULES_OF_TEST }),
      await setOverride(own.teacher, { assignment, person: other.personId ?? '', ...terms }),
    ])
      expect(outcome).toEqual({ refused: 'not-found' })
    doneOf(await leaveClass(await learner().viewer(), { class: own.id }))
    expect(await getOwnAssignment(await learner().viewer(), assignment)).toBeNull()
    expect((await start(assignment)).status).toBe(404)
  })

  test('tells the second of two who change it at once, and changes nothing for them', async () => {
    const assignment = await assign()
    const asked = { assignment, version: 1, chosen: null, ...RULES_OF_TEST }
    const outcomes = await Promise.all(
      ['One', 'Two'].map((title) => changeAssignment(own.teacher, { ...asked, title })),
    )
    expect(outcomes).toContainEqual({ done: { version: 2 } })
    expect(outcomes).toContainEqual({ refused: 'changed-meanwhile' })
  })
})

describe('beginning', () => {
  test('waits for the opening, ends with the closing, and goes by one’s own dates', async () => {
    const assignment = await assign({ opensAt: inMinutes(10), closesAt: inMinutes(20) })
    expect((await start(assignment)).json.error).toBe('not-open-yet')
    const terms = { dueAt: null, closesAt: null, timeFactor: 1, extraMinutes: 0, moreAttempts: 0 }
    doneOf(
      await setOverride(own.teacher, { assignment, person: await idOf(1), ...terms, opensAt: inMinutes(-5) }),
    )
    expect((await start(assignment, 1)).status).toBe(201)
    await pool().query(`UPDATE assignment SET opens_at = NULL, closes_at = clock_timestamp() WHERE id = $1`, [
      assignment,
    ])
    expect((await start(assignment)).json.error).toBe('closed')
    expect((await getOwnAssignment(await learner().viewer(), assignment))?.state).toBe('closed')
  })

  test('makes one attempt of two presses, and gives back the one under way', async () => {
    const assignment = await assign({ attempts: 1 })
    const replies = await Promise.all(Array.from({ length: 6 }, () => start(assignment)))
    expect(new Set(replies.map(({ json }) => json.attempt)).size).toBe(1)
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    await submit(replies[0]?.json.attempt ?? '')
    expect((await start(assignment)).json.error).toBe('no-attempts-left')
    const terms = { opensAt: null, dueAt: null, closesAt: null, timeFactor: 1, extraMinutes: 0 }
    doneOf(await setOverride(own.teacher, { assignment, person: await idOf(), ...terms, moreAttempts: 1 }))
    expect((await start(assignment)).status).toBe(201)
    expect((await getOwnAssignment(await learner().viewer(), assignment))?.left).toBe(0)
  })

  test('wants the word its teacher has told the class, and counts the guesses', async () => {
    const assignment = await assign({ word: 'Kettle' })
    for (const word of [undefined, '', 'kettle'])
      expect((await start(assignment, 0, word === undefined ? {} : { word })).json.error).toBe('wrong-word')
    for (let guess = 0; guess < 18; guess++) await start(assignment, 0, { word: `guess ${guess}` })
    expect((await start(assignment, 0, { word: 'Kettle' })).json.error).toBe('throttled')
    expect((await start(assignment, 1, { word: 'Kettle' })).status).toBe(201)
    expect(JSON.stringify(await getOwnAssignment(await learner(1).viewer(), assignment))).not.toContain(
      'Kettle"',
    )
  })

  test('draws each person’s own questions, and leaves out what was taken back', async () => {
    const { set: other, versions } = await storeQuiz()
    set = other
    await pool().query(`INSERT INTO withdrawal (version_id, rule, reason) VALUES ($1, 'a rule', 'a test')`, [
      versions[0],
    ])
    const assignment = await assign({ draw: 3, hasShuffledQuestions: true, attempts: null })
    const drawn: string[] = []
    for (let i = 0; i < 6; i++) {
      const view = await begun(assignment)
      expect(view.count).toBe(3)
      expect(view.items.map(({ question }) => question)).not.toContain(versions[0])
      drawn.push(view.items.map(({ question }) => question).join())
      await submit(view.id)
    }
    expect(new Set(drawn).size).toBeGreaterThan(1)
  })

  test('shuffles neither questions nor options where its teacher says so', async () => {
    const assignment = await assign({ hasShuffledOptions: false })
    const views = [await begun(assignment, 0), await begun(assignment, 1)]
    const orders = views.map(({ items }) =>
      items.map(({ shown }) => [shown.stem, 'options' in shown ? shown.options.map(({ text }) => text) : []]),
    )
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]?.map(([stem]) => stem)).toEqual(QUESTIONS.map(({ stem }) => stem))
  })
})

describe('time', () => {
  test('is over for answers after the grace, and what was saved is taken in', async () => {
    const assignment = await assign({ limitMinutes: 30, graceMinutes: 5 })
    const { id } = await begun(assignment)
    expect((await save(id, 3, 45)).status).toBe(200)
    await moveBackMinutes(id, 33)
    expect((await save(id, 3, 44, 0, { sequence: 2 })).json).not.toHaveProperty('late')
    await moveBackMinutes(id, 3)
    const late = await save(id, 3, 45, 0, { sequence: 3 })
    expect(late.json).toMatchObject({ sequence: 3, final: false, late: expect.stringContaining('over') })
    await collectDue()
    expect(await standing(assignment)).toMatchObject({
      state: 'handed-in',
      attempts: 1,
      answered: 1,
      lateDays: 1,
      score: 0,
    })
    // Once more does nothing.
    await collectDue()
    expect((await start(assignment)).status).toBe(201)
  })

  test('an attempt whose time is over makes way for the next', async () => {
    const assignment = await assign({ limitMinutes: 10, attempts: 2 })
    const first = await begun(assignment)
    await moveBackMinutes(first.id, 11)
    const second = await start(assignment)
    expect(second.status).toBe(201)
    expect(second.json.attempt).not.toBe(first.id)
    expect((await standing(assignment))?.attempts).toBe(2)
  })

  test('extra time beats the closing, for who has it', async () => {
    const assignment = await assign({ limitMinutes: 40, closesAt: inMinutes(40) })
    const terms = { opensAt: null, dueAt: null, closesAt: null, extraMinutes: 0, moreAttempts: 0 }
    doneOf(await setOverride(own.teacher, { assignment, person: await idOf(1), ...terms, timeFactor: 1.5 }))
    const views = [await begun(assignment, 0), await begun(assignment, 1)]
    await pool().query(
      `UPDATE assignment SET closes_at = clock_timestamp() - interval '5 minutes' WHERE id = $1`,
      [assignment],
    )
    for (const [i, { id }] of views.entries()) await moveBackMinutes(id, 45 - i)
    expect((await save(views[0]?.id ?? '', 3, 45, 0)).json).toHaveProperty('late')
    expect((await save(views[1]?.id ?? '', 3, 45, 1)).json).not.toHaveProperty('late')
    expect((await submit(views[1]?.id ?? '', 1)).status).toBe(200)
    expect(await standing(assignment, 1)).toMatchObject({ lateDays: 0, score: 1 / 8 })
  })

  test('can be given while it runs, to one or to all', async () => {
    const assignment = await assign({ limitMinutes: 10, closesAt: inMinutes(60) })
    const views = [await begun(assignment, 0), await begun(assignment, 1)]
    for (const { id } of views) await moveBackMinutes(id, 11)
    expect((await save(views[0]?.id ?? '', 3, 45)).json).toHaveProperty('late')
    doneOf(await extendTime(own.teacher, { assignment, person: await idOf(0), minutes: 5 }))
    expect((await save(views[0]?.id ?? '', 3, 45)).json).not.toHaveProperty('late')
    expect((await save(views[1]?.id ?? '', 3, 45, 1)).json).toHaveProperty('late')
    doneOf(await extendTime(own.teacher, { assignment, person: null, minutes: 5 }))
    expect((await save(views[1]?.id ?? '', 3, 45, 1)).json).not.toHaveProperty('late')
    expect((await getTaughtAssignment(own.teacher, assignment))?.rules.limitMinutes).toBe(15)
  })

  test('late is what comes after it was due, and costs what was laid down for each day begun', async () => {
    const assignment = await assign({ dueAt: inMinutes(30), latePercent: 20, counts: 'latest' })
    const view = await begun(assignment)
    await answerRightly(view)
    await submit(view.id)
    expect(await standing(assignment)).toMatchObject({ lateDays: 0, score: 0.5 })
    const { rows } = await pool().query<{ at: Date }>(
      'SELECT submitted_at AS at FROM attempt WHERE id = $1',
      [view.id],
    )
    const handedIn = rows[0]?.at.getTime() ?? 0
    for (const [version, days, score] of [
      [1, 1, 0.4],
      [2, 3, 0.2],
      [3, 9, 0],
    ] as const) {
      // Half an hour short of so many days before it was handed in.
      const dueAt = new Date(handedIn - days * 86_400_000 + 1_800_000).toISOString()
      const rules = { ...RULES_OF_TEST, dueAt, latePercent: 20, counts: 'latest' } as const
      doneOf(await changeAssignment(own.teacher, { assignment, version, chosen: null, ...rules }))
      const now = await standing(assignment)
      expect(now?.lateDays).toBe(days)
      expect(now?.score).toBeCloseTo(score, 9)
    }
  })

  test('everything under way can be taken in', async () => {
    const assignment = await assign()
    const views = [await begun(assignment, 0), await begun(assignment, 1)]
    for (const [i, view] of views.entries()) await answerRightly(view, i)
    expect(doneOf(await collectAll(own.teacher, { assignment })).collected).toBe(2)
    expect((await save(views[0]?.id ?? '', 1, null, 0, { sequence: 9 })).json).toHaveProperty('late')
    expect((await standing(assignment, 1))?.score).toBe(0.5)
  })
})

describe('of several attempts', () => {
  test.each([
    ['best', 0.5],
    ['latest', 0.125],
    ['average', 0.3125],
  ] as const)('the %s counts', async (counts, score) => {
    const assignment = await assign({ counts })
    const first = await begun(assignment)
    await answerRightly(first)
    await submit(first.id)
    const second = await begun(assignment)
    await save(second.id, 3, 45)
    await submit(second.id)
    expect(await standing(assignment)).toMatchObject({ attempts: 2, score })
    expect((await getOwnAssignment(await learner().viewer(), assignment))?.score).toBe(score)
  })
})

test('what was taken back is gone for everybody, and what was done in it stays', async () => {
  const assignment = await assign()
  const { id } = await begun(assignment)
  doneOf(await removeAssignment(own.teacher, { assignment }))
  const viewer: Viewer = await learner().viewer()
  expect([await listOwnAssignments(viewer), await getTaughtAssignment(own.teacher, assignment)]).toEqual([
    [],
    null,
  ])
  expect((await start(assignment)).status).toBe(404)
  expect((await submit(id)).status).toBe(200)
})
