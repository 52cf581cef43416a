import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arrangePlainly, type RemedyName, show } from '#core'
import { closeStore, pool } from '#server/db'
import { runJobsOnce } from '#server/jobs/run'
import { getOwnScores } from '#server/learning/scores'
import { rateAnswers } from '#server/practice/rate'
import type { Viewer } from '#server/viewer'
import { getAnalysis } from '../../../server/assignments/analysis.ts'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { askedSchema, getGradebook } from '../../../server/assignments/gradebook.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { getOwnAssignment } from '../../../server/assignments/own.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { listNotices } from '../../../server/notices/list.ts'
import { getRegradePage, querySchema } from '../../../server/regrades/page.ts'
import { regradeQuestion, regradeSchema, undoRegrade } from '../../../server/regrades/regrade.ts'
import type { RegradePageView, RehearsalView } from '../../../server/regrades/view.ts'
import { mask } from '../../support/other-key.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, openTeacherViewer, RULES_OF_TEST } from '../../support/school.ts'
import { type Address, call } from '../../support/site.ts'

afterAll(closeStore)

const [CHOICE, STATEMENT, NUMBER, , , , MATCHING] = QUESTIONS.map((_, i) => i)
const COUNT = QUESTIONS.length

/** What four people say to the choice, the statement and the number; null is a blank. */
const GIVEN = [
  ['12%', false, 45],
  ['20%', null, 44],
  ['20%', false, 45],
  [null, null, null],
] as const
/** The marks that follow, written down apart. */
const MARKS = [
  [1, 1, 1],
  [0, 0, 0],
  [0, 1, 1],
  [0, 0, 0],
] as const
const sum = (marks: readonly number[]): number => marks.reduce((all, mark) => all + mark, 0)
const SCORES = MARKS.map((marks) => sum(marks) / COUNT)

let own: Awaited<ReturnType<typeof openClass>>
let people: Viewer[]
let names: string[]
beforeAll(async () => {
  own = await openClass(6)
  people = []
  names = ['Ada', 'Ben', 'Cem', 'Dora', 'Eli', 'Fay']
  for (const [i, learner] of own.learners.entries()) {
    people.push(await learner.viewer())
    await pool().query('UPDATE account SET name = $2 WHERE person_id = $1', [people[i]?.personId, names[i]])
  }
})

interface Given {
  readonly assignment: string
  readonly versions: readonly string[]
  /** By person. */
  readonly attempts: string[]
}

async function assign(rules: Partial<AssignmentRules> = {}): Promise<Given> {
  const { set, versions } = await storeQuiz()
  const made = await createAssignment(own.teacher, {
    ...{ class: own.id, set, chosen: null },
    ...RULES_OF_TEST,
    ...rules,
  })
  return { assignment: doneOf(made).assignment, versions, attempts: [] }
}

const cookieOf = (person: number): string => own.learners[person]?.cookie() ?? ''

/** Begins an attempt and answers as it is given. */
async function answer(given: Given, person: number, like: number = person): Promise<string> {
  const cookie = cookieOf(person)
  const { assignment } = given
  const started = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const { attempt, view } = started.json
  given.attempts[person] = attempt
  for (const [i, text] of (GIVEN[like] ?? []).entries()) {
    const { shown, position } = view.items[i] ?? {}
    if (text === null || !shown || position === undefined) continue
    const id =
      typeof text === 'string' && 'options' in shown
        ? shown.options.find((option) => option.text === text)?.id
        : text
    const body = { position, sequence: 1, key: randomUUID(), answer: id, check: false }
    expect((await call('POST /api/attempts/[id]/responses', { id: attempt, cookie, body })).status).toBe(200)
  }
  return attempt
}

const handIn = (given: Given, person: number) =>
  call('POST /api/attempts/[id]/submit', {
    id: given.attempts[person] ?? '',
    cookie: cookieOf(person),
    body: {},
  })

async function take(given: Given, person: number, like: number = person): Promise<void> {
  await answer(given, person, like)
  expect((await handIn(given, person)).status).toBe(200)
}

/** An assignment that the first four have handed in. */
async function taken(rules: Partial<AssignmentRules> = {}): Promise<Given> {
  const given = await assign(rules)
  for (const person of GIVEN.keys()) await take(given, person)
  return given
}

const look = async (
  { assignment }: Given,
  query: Readonly<Record<string, string>> = {},
  viewer = own.teacher,
): Promise<RegradePageView> => {
  const page = await getRegradePage(viewer, assignment, querySchema.parse(query))
  if (!page) throw new Error('there is no such page')
  return page
}

const rehearsalOf = ({ rehearsal }: RegradePageView): RehearsalView => {
  if (!rehearsal || 'problem' in rehearsal) throw new Error(rehearsal?.problem ?? 'nothing was asked for')
  return rehearsal
}

/** The id by which the option that says so is given as a key. */
function optionOf(place: number, text: string): string {
  const question = QUESTIONS[place]
  const shown = question && show(question, arrangePlainly(question))
  const found = shown && 'options' in shown && shown.options.find((option) => option.text === text)
  if (!found) throw new Error(`nothing says '${text}'`)
  return found.id
}

const seenOf = async (given: Given): Promise<number> =>
  rehearsalOf(await look(given, { question: given.versions[0] ?? '', remedy: 'void', reason: 'To see.' }))
    .seen

async function regrade(
  given: Given,
  place: number,
  remedy: RemedyName,
  key: unknown = null,
  viewer = own.teacher,
  seen?: number,
) {
  return regradeQuestion(
    viewer,
    regradeSchema.parse({
      ...{ assignment: given.assignment, question: given.versions[place], remedy, key },
      ...{ reason: 'It was printed wrongly.', seen: seen ?? (await seenOf(given)) },
    }),
  )
}

async function undo(given: Given, regrade?: string) {
  const page = await look(given)
  const last = regrade ?? page.regrades.find(({ undone }) => !undone)?.id ?? ''
  return undoRegrade(own.teacher, { assignment: given.assignment, regrade: last, seen: await seenOf(given) })
}

/** Everything of marks, scores and totals there is, as one text. */
const state = async (): Promise<string> =>
  (
    await pool().query(`SELECT (SELECT json_agg(m ORDER BY attempt_id, position) FROM item_mark m)::text
      || (SELECT json_agg(g ORDER BY assignment_id, person_id) FROM grade g)::text
      || (SELECT json_agg(json_build_array(person_id, round(total::numeric, 12)) ORDER BY person_id) FROM enrolment
        WHERE class_id = '${own.id}')::text AS text`)
  ).rows[0].text

/** What the gradebook has of the first four for an assignment. */
async function gradesOf({ assignment }: Given): Promise<(number | null)[]> {
  const book = await getGradebook(own.teacher, own.id, askedSchema.parse({}))
  const column = book?.columns.findIndex(({ id }) => id === assignment) ?? -1
  return GIVEN.map((_, i) => {
    const cell = book?.rows.find(({ name }) => name === names[i])?.cells[column] ?? null
    return typeof cell === 'number' ? cell : (cell?.score ?? null)
  })
}

const close = (found: readonly (number | null)[], expected: readonly (number | null)[]) => {
  expect(found.map((each) => each !== null)).toEqual(expected.map((each) => each !== null))
  for (const [i, each] of expected.entries()) if (each !== null) expect(found[i]).toBeCloseTo(each, 9)
}

/** What each remedy for the choice makes of the marks of the first four: their mark for it, and out of how many. */
const REMEDIES: readonly (readonly [RemedyName, string | null, readonly number[], number])[] = [
  ['void', null, [0, 0, 0, 0], COUNT - 1],
  ['full-credit', null, [1, 1, 1, 1], COUNT],
  ['accept-also', '20%', [1, 1, 1, 0], COUNT],
  ['corrected-key', '20%', [0, 1, 1, 0], COUNT],
]

describe.each(REMEDIES)('%s', (remedy, text, choice, count) => {
  const key = text === null ? null : optionOf(CHOICE ?? 0, text)
  const expected = MARKS.map((marks, i) => ((choice[i] ?? 0) + sum(marks.slice(1))) / count)
  let given: Given
  let before: string
  beforeAll(async () => {
    given = await taken()
    before = await state()
  })

  test('is previewed by every score that changes, reckoned apart, and the preview changes nothing', async () => {
    const page = await look(given, {
      ...{ question: given.versions[0] ?? '', remedy, reason: 'It was printed wrongly.', sort: 'name' },
      ...(key === null ? {} : { key: JSON.stringify(key) }),
    })
    const { lines, changed } = rehearsalOf(page)
    const apart = expected.flatMap((after, i) =>
      after === SCORES[i] ? [] : [{ name: names[i], before: SCORES[i], after }],
    )
    expect(changed).toBe(apart.length)
    expect(lines.map(({ name }) => name)).toEqual(apart.map(({ name }) => name))
    close(
      lines.map((line) => line.before),
      apart.map((line) => line.before ?? null),
    )
    close(
      lines.map((line) => line.after),
      apart.map((line) => line.after),
    )
    expect(await state()).toBe(before)
    expect(page.regrades).toEqual([])
  })

  test('changes gradebook, own page, results and own scores alike, and says so', async () => {
    const changed = expected.filter((after, i) => after !== SCORES[i]).length
    expect(doneOf(await regrade(given, CHOICE ?? 0, remedy, key))).toEqual({ changed })
    close(await gradesOf(given), expected)
    for (const [i, viewer] of people.slice(0, GIVEN.length).entries()) {
      const score = expected[i] ?? 0
      close([(await getOwnAssignment(viewer, given.assignment))?.score ?? null], [score])
      const { json } = await call('GET /api/attempts/[id]/results', {
        id: given.attempts[i] ?? '',
        cookie: cookieOf(i),
      })
      expect(json.count).toBe(count)
      expect(json.score).toBeCloseTo(score * count, 6)
      const row = json.rows.find(({ position }: { position: number }) => position === 1)
      expect(row?.feedback.regraded).toEqual({
        ...{ at: expect.any(String), remedy, reason: 'It was printed wrongly.' },
        mark: remedy === 'void' ? null : choice[i],
      })
      const line = (await getOwnScores(viewer)).lines.find(({ attempt }) => attempt === given.attempts[i])
      expect(line?.count).toBe(count)
      expect(line?.score).toBeCloseTo(score * count, 6)
      const { text } = await call('GET /api/me/export.json', { cookie: cookieOf(i) })
      const exported = JSON.parse(text).attempts.find(
        (each: { attempt: string }) => each.attempt === given.attempts[i],
      )
      expect(exported.questions[0]).toMatchObject({
        mark: remedy === 'void' ? null : choice[i],
        regraded: { remedy },
      })
    }
  })

  test('is listed with who did it, when and why, and what it changed', async () => {
    const [line] = (await look(given)).regrades
    expect(line).toMatchObject({
      ...{ remedy, key: text, reason: 'It was printed wrongly.', by: 'Ada Reader', undone: null },
      question: { number: 1 },
      changed: expected.filter((after, i) => after !== SCORES[i]).length,
    })
    expect(Date.now() - Date.parse(line?.at ?? '')).toBeLessThan(120_000)
  })

  test('holds for who hands in later', async () => {
    await take(given, 4, 1)
    close(
      [(await getOwnAssignment(people[4] ?? own.teacher, given.assignment))?.score ?? null],
      [expected[1] ?? null],
    )
  })

  test('is undone to the very bytes', async () => {
    // The one who has come later is marked as the question stood before.
    const { rows } = await pool().query(
      'SELECT mark, counts_as FROM item_mark WHERE attempt_id = $1 AND position = 1',
      [given.attempts[4]],
    )
    expect(rows).toHaveLength(1)
    const preview = rehearsalOf(await look(given, { undo: (await look(given)).regrades[0]?.id ?? '' }))
    const { changed } = doneOf(await undo(given))
    expect(preview.changed).toBe(changed)
    await pool().query('DELETE FROM item_mark WHERE attempt_id = $1', [given.attempts[4]])
    await pool().query('DELETE FROM grade WHERE assignment_id = $1 AND person_id = $2', [
      given.assignment,
      people[4]?.personId,
    ])
    await pool().query('SELECT total_grades($1)', [own.id])
    expect(await state()).toBe(before)
    expect((await look(given)).regrades[0]?.undone).toMatchObject({ by: 'Ada Reader' })
    expect(await undo(given, (await look(given)).regrades[0]?.id)).toEqual({ refused: 'regraded-meanwhile' })
  })
})

test('several regrades of one question, and of two, are undone in any order to what the others make of it', async () => {
  const given = await taken()
  const before = await state()
  doneOf(await regrade(given, CHOICE ?? 0, 'corrected-key', optionOf(CHOICE ?? 0, '20%')))
  const one = await state()
  doneOf(await regrade(given, CHOICE ?? 0, 'void'))
  doneOf(await regrade(given, NUMBER ?? 0, 'accept-also', 44))
  const [number, voided, corrected] = (await look(given)).regrades
  doneOf(await undo(given, corrected?.id))
  // Still out of the score: what was undone is only what it is counted by were it in.
  close(
    await gradesOf(given),
    MARKS.map(([, statement, right], i) => (statement + (i === 1 ? 1 : right)) / (COUNT - 1)),
  )
  doneOf(await undo(given, voided?.id))
  doneOf(await undo(given, number?.id))
  expect(await state()).toBe(before)
  expect(one).not.toBe(before)
})

test('a class whose questions are all void has no score, and nothing that counts in its total', async () => {
  const given = await taken()
  const before = await state()
  for (const place of QUESTIONS.keys()) doneOf(await regrade(given, place, 'void'))
  close(await gradesOf(given), [null, null, null, null])
  for (const _ of QUESTIONS) doneOf(await undo(given))
  expect(await state()).toBe(before)
})

test('the analysis goes by the keys that are right by now, and leaves out what is void', async () => {
  const given = await taken()
  const question = async (place: number) =>
    (await getAnalysis(own.teacher, given.assignment))?.questions.find(({ number }) => number === place + 1)
  expect((await question(CHOICE ?? 0))?.facility.value).toBeCloseTo(1 / 4, 9)
  doneOf(await regrade(given, CHOICE ?? 0, 'accept-also', optionOf(CHOICE ?? 0, '20%')))
  const also = await question(CHOICE ?? 0)
  expect(also?.facility.value).toBeCloseTo(3 / 4, 9)
  expect(also?.key).toBe('12% or 20%')
  expect(also?.options.map(({ text, isKey }) => [text, isKey])).toEqual([
    ['8%', false],
    ['12%', true],
    ['20%', true],
  ])
  // Everybody has the mark; what they answered says of the question what it said before.
  doneOf(await regrade(given, CHOICE ?? 0, 'full-credit'))
  expect((await question(CHOICE ?? 0))?.facility.value).toBeCloseTo(3 / 4, 9)
  doneOf(await regrade(given, CHOICE ?? 0, 'void'))
  expect(await question(CHOICE ?? 0)).toBeUndefined()
  expect(await question(STATEMENT ?? 1)).toBeDefined()
})

test('a try that is right by the corrected key counts as the try it was', async () => {
  const given = await assign({ feedback: 'at-once', tries: 2 })
  const cookie = cookieOf(0)
  const started = await call('POST /api/attempts', {
    body: { assignment: given.assignment, key: randomUUID() },
    cookie,
  })
  const { attempt: id } = started.json
  given.attempts[0] = id
  for (const [i, answer] of [44, 45].entries()) {
    const body = { position: 3, sequence: i + 1, key: randomUUID(), answer, check: true }
    await call('POST /api/attempts/[id]/responses', { id, cookie, body })
  }
  await handIn(given, 0)
  const scores = async () => (await getOwnAssignment(people[0] ?? own.teacher, given.assignment))?.score
  expect(await scores()).toBeCloseTo(0.5 / COUNT, 9)
  doneOf(await regrade(given, NUMBER ?? 0, 'corrected-key', 44))
  expect(await scores()).toBeCloseTo(1 / COUNT, 9)
  const { json } = await call('GET /api/attempts/[id]/results', { id, cookie })
  expect(json.rows.find(({ position }: { position: number }) => position === 3)).toMatchObject({
    answer: 44,
    feedback: { mark: 1, key: '44 million dollars' },
  })
})

describe('what is refused', () => {
  let given: Given
  beforeAll(async () => {
    given = await taken()
  })

  test('a regrade without a reason, or with a key that says nothing or not all', async () => {
    const seen = await seenOf(given)
    const sent = { assignment: given.assignment, seen, question: given.versions[0] ?? '', reason: 'So.' }
    const run = (change: object) => regradeQuestion(own.teacher, regradeSchema.parse({ ...sent, ...change }))
    const before = await state()
    expect(await run({ remedy: 'void', key: null, reason: '  ' })).toEqual({ refused: 'regrade-why' })
    for (const key of [null, 'part-9', true, ['part-1']])
      expect(await run({ remedy: 'corrected-key', key })).toEqual({ refused: 'no-key' })
    const matching = { question: given.versions[MATCHING ?? 6], remedy: 'accept-also' }
    expect(await run({ ...matching, key: [['part-1', 'part-4']] })).toEqual({ refused: 'no-key' })
    expect(regradeSchema.safeParse({ ...sent, remedy: 'void', key: null, reason: 'a\0b' }).success).toBe(
      false,
    )
    const { versions } = await storeQuiz()
    expect(await run({ remedy: 'void', key: null, question: versions[0] })).toEqual({ refused: 'not-found' })
    expect(await state()).toBe(before)
    const page = await look(given, {
      question: given.versions[0] ?? '',
      remedy: 'corrected-key',
      reason: 'So.',
    })
    expect(page.rehearsal).toEqual({ problem: expect.stringContaining('whole right answer') })
  })

  test('the teacher of another class, a learner of this one and a guest: nothing is there for them', async () => {
    const other = await openTeacherViewer()
    const before = await state()
    const seen = await seenOf(given)
    const guest: Viewer = { ...other, personId: null }
    for (const viewer of [other, people[0] ?? other, guest]) {
      expect(await getRegradePage(viewer, given.assignment, querySchema.parse({}))).toBeNull()
      expect(await regrade(given, 0, 'void', null, viewer, seen)).toEqual({ refused: 'not-found' })
    }
    doneOf(await regrade(given, 0, 'void'))
    const id = (await look(given)).regrades[0]?.id ?? ''
    for (const viewer of [other, people[0] ?? other, guest])
      expect(
        await undoRegrade(viewer, { assignment: given.assignment, regrade: id, seen: seen + 1 }),
      ).toEqual({ refused: 'not-found' })
    // Nor by way of an assignment that is theirs.
    const theirs = await openClass(0)
    const { set } = await storeQuiz()
    const { assignment } = doneOf(
      await createAssignment(theirs.teacher, { class: theirs.id, set, chosen: null, ...RULES_OF_TEST }),
    )
    expect(await undoRegrade(theirs.teacher, { assignment, regrade: id, seen: 0 })).toEqual({
      refused: 'not-found',
    })
    doneOf(await undo(given))
    expect(await state()).toBe(before)
  })

  test('the second of two teachers who regrade at once, whose preview does not hold any more', async () => {
    const colleague = await openTeacher()
    const viewer = await colleague.viewer()
    await pool().query(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'teacher')`, [
      own.id,
      viewer.personId,
    ])
    const seen = await seenOf(given)
    const outcomes = await Promise.all([
      regrade(given, CHOICE ?? 0, 'void', null, own.teacher, seen),
      regrade(given, NUMBER ?? 0, 'full-credit', null, viewer, seen),
    ])
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'regraded-meanwhile' }])
    expect((await look(given, {}, viewer)).regrades.filter(({ undone }) => !undone)).toHaveLength(1)
    doneOf(await undo(given))
    await pool().query('DELETE FROM enrolment WHERE person_id = $1', [viewer.personId])
  })

  test('any later change of what was written down', async () => {
    for (const sql of [
      `UPDATE regrade SET reason = 'x'`,
      'UPDATE regrade SET changed = 99',
      'UPDATE regrade SET undone_at = NULL, undone_by = NULL',
      'DELETE FROM regrade',
      'TRUNCATE regrade',
    ])
      await expect(pool().query(sql)).rejects.toThrow('never changed or deleted')
  })
})

test('who hands in while it is regraded has the mark of the question as it stands then', async () => {
  const given = await assign()
  for (const person of people.keys()) await answer(given, person, 1)
  const seen = await seenOf(given)
  const [outcome] = await Promise.all([
    regrade(given, CHOICE ?? 0, 'corrected-key', optionOf(CHOICE ?? 0, '20%'), own.teacher, seen),
    ...people.map((_, person) => handIn(given, person)),
  ])
  doneOf(outcome)
  const { rows } = await pool().query(
    'SELECT score FROM grade WHERE assignment_id = $1 AND score IS DISTINCT FROM $2',
    [given.assignment, 1 / COUNT],
  )
  expect(rows).toEqual([])
})

describe('learners', () => {
  const noticesOf = async (person: number) =>
    (await listNotices(people[person] ?? own.teacher)).flatMap(({ notices }) =>
      notices
        .filter(({ title }) => title === 'Your score has changed')
        .map(({ text, href }) => ({ text, href })),
    )
  let before: number[]
  beforeEach(async () => {
    await runJobsOnce()
    before = await Promise.all(people.map(async (_, i) => (await noticesOf(i)).length))
  })
  const news = async () => {
    await runJobsOnce()
    return Promise.all(people.map(async (_, i) => (await noticesOf(i)).length - (before[i] ?? 0)))
  }

  test('are told once, of what they have been told before, and only where their score changes', async () => {
    const given = await taken()
    doneOf(
      await setGrade(own.teacher, {
        ...{ assignment: given.assignment, person: people[2]?.personId ?? '' },
        ...{ own: 0.9, reason: 'Answered aloud', isExcused: false, comment: null },
      }),
    )
    doneOf(await regrade(given, CHOICE ?? 0, 'corrected-key', optionOf(CHOICE ?? 0, '20%')))
    // Cem has a grade of the teacher's own, which stays; Dora said nothing.
    expect(await news()).toEqual([1, 1, 0, 0, 0, 0])
    expect((await noticesOf(0))[0]).toEqual({
      text: 'A question of ‘Kettles’, for Business 10B, was regraded: It was printed wrongly.',
      href: `/assignments/${given.assignment}`,
    })
    doneOf(await undo(given))
    expect(await news()).toEqual([2, 2, 0, 0, 0, 0])
    expect((await noticesOf(0))[0]?.text).toContain('counts again as it did before')
  })

  const ADDRESSES: readonly (readonly [Address, object])[] = [
    ['GET /api/attempts/[id]', {}],
    ['GET /api/attempts/[id]/results', {}],
    ['GET /api/attempts/[id]/source', { query: '?position=1' }],
    ['GET /api/me/answers.csv', {}],
    ['GET /api/me/export.json', {}],
    ['GET /api/me/notices', {}],
  ]
  const overhear = async (given: Given, person: number): Promise<string> => {
    const heard: string[] = []
    for (const [address, more] of ADDRESSES) {
      const id = given.attempts[person] ?? ''
      const reply = await call(address, { id, cookie: cookieOf(person), ...more })
      heard.push(`${address} ${reply.status} ${reply.text}`)
    }
    const viewer = people[person] ?? own.teacher
    heard.push(JSON.stringify([await getOwnAssignment(viewer, given.assignment), await getOwnScores(viewer)]))
    return mask(heard.join('\n'))
  }
  const soon = (): string => new Date(Date.now() + 3_600_000).toISOString()

  test.each<[string, Partial<AssignmentRules>]>([
    ['after closing', { feedback: 'after-closing', closesAt: soon() }],
    ['never', { feedback: 'never' }],
  ])('hear nothing of a regrade as long as it is told %s, handed in or not', async (_, rules) => {
    const given = await assign(rules)
    await take(given, 0)
    await answer(given, 1)
    const silent = [await overhear(given, 0), await overhear(given, 1)]
    for (const [remedy, key] of [
      ['corrected-key', optionOf(CHOICE ?? 0, '20%')],
      ['void', null],
      ['full-credit', null],
    ] as const) {
      doneOf(await regrade(given, CHOICE ?? 0, remedy, key))
      expect([await overhear(given, 0), await overhear(given, 1)]).toEqual(silent)
    }
    expect(await news()).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('who are under way with what is told at once hear nothing of it before they hand in', async () => {
    const given = await assign({ feedback: 'at-once' })
    await answer(given, 0)
    const silent = await overhear(given, 0)
    doneOf(await regrade(given, CHOICE ?? 0, 'corrected-key', optionOf(CHOICE ?? 0, '20%')))
    expect(await overhear(given, 0)).toBe(silent)
    await handIn(given, 0)
    expect(await overhear(given, 0)).toContain('It was printed wrongly.')
  })

  test('see it beside their results once those are told, by the key as it stands, and learn from it', async () => {
    const given = await assign({ feedback: 'after-closing', closesAt: soon() })
    await take(given, 5, 0)
    doneOf(await regrade(given, CHOICE ?? 0, 'corrected-key', optionOf(CHOICE ?? 0, '20%')))
    doneOf(await regrade(given, STATEMENT ?? 1, 'void'))
    doneOf(await regrade(given, NUMBER ?? 2, 'full-credit'))
    const { rows: ratedBefore } = await pool().query('SELECT count(*)::int AS count FROM rated_answer')
    await pool().query('UPDATE assignment SET closes_at = clock_timestamp() WHERE id = $1', [
      given.assignment,
    ])
    const { json } = await call('GET /api/attempts/[id]/results', {
      id: given.attempts[5] ?? '',
      cookie: cookieOf(5),
    })
    expect(json).toMatchObject({ score: 1, count: COUNT - 1 })
    expect(await news()).toEqual([0, 0, 0, 0, 0, 0])
    await rateAnswers(people[5]?.personId ?? '')
    // The choice alone: nothing is learned of anybody from what counts for nobody or for everybody.
    const { rows } = await pool().query(
      'SELECT position, mark FROM rated_answer WHERE attempt_id = $1 ORDER BY position',
      [given.attempts[5]],
    )
    expect(ratedBefore).toHaveLength(1)
    expect(rows).toEqual([{ position: 1, mark: 0 }])
    const { answers } = await getOwnScores(people[5] ?? own.teacher)
    doneOf(await undo(given))
    expect((await getOwnScores(people[5] ?? own.teacher)).answers).toBe(answers + 1)
  })
})
