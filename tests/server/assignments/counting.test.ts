import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { changeAssignment, createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import { countAllMissed, getCounting, setCounting } from '../../../server/assignments/categories.ts'
import { collectDue } from '../../../server/assignments/collect.ts'
import { askedSchema, getGradebook } from '../../../server/assignments/gradebook.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { extendTime, setOverride } from '../../../server/assignments/overrides.ts'
import { startAssigned } from '../../../server/assignments/start.ts'
import { removeMember, restoreMember } from '../../../server/classes/members.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'

afterAll(closeStore)

const NAMES = ['Ada', 'Ben', 'Cem']
/** Given by hand, by assignment: what counts is the same whoever says it. */
const GRADES: readonly (readonly (number | null)[])[] = [
  [0.5, 1, null],
  [0.9, 0.2, null],
  [0.4, null, 0.7],
  [1, 0.6, null],
]
const WEIGHTS = [1, 3, 2, 1]
/** The place of each assignment's category; null for none. */
const PLACES = [0, 0, 1, null]
const CATEGORIES = [
  { name: 'Homework', weight: 40 },
  { name: 'Tests', weight: 60 },
  { name: 'Projects', weight: 100 },
]

let own: Awaited<ReturnType<typeof openClass>>
const people: string[] = []
const assignments: string[] = []

async function assign(rules: object): Promise<string> {
  const { set } = await storeQuiz()
  const sent = { class: own.id, set, chosen: null, ...RULES_OF_TEST, ...rules }
  return doneOf(await createAssignment(own.teacher, sent)).assignment
}

const NOTHING = { own: null, reason: null, isExcused: false, comment: null }
const lay = async (assignment: string, person: string, change: object) =>
  doneOf(await setGrade(own.teacher, { assignment, person, ...NOTHING, ...change }))

beforeAll(async () => {
  own = await openClass(NAMES.length)
  for (const [i, learner] of own.learners.entries()) {
    people.push((await learner.viewer()).personId ?? '')
    await pool().query('UPDATE account SET name = $2 WHERE person_id = $1', [people[i], NAMES[i]])
  }
  for (const [i, weight] of WEIGHTS.entries()) {
    const assignment = await assign({ title: `Quiz ${i + 1}`, weight })
    assignments.push(assignment)
    for (const [j, grade] of (GRADES[i] ?? []).entries())
      if (grade !== null) await lay(assignment, people[j] ?? '', { own: grade, reason: 'so' })
  }
}, 60_000)

async function rows() {
  const book = await getGradebook(own.teacher, own.id, askedSchema.parse({}))
  return new Map((book?.rows ?? []).map((row) => [row.name, row]))
}
const totals = async () => Object.fromEntries([...(await rows())].map(([name, { total }]) => [name, total]))

const look = async () => {
  const counting = await getCounting(own.teacher, own.id)
  if (!counting) throw new Error('there is nothing there')
  return counting
}

type Wanted = Parameters<typeof setCounting>[1]

/** What is to be sent for these categories, and the places of assignments in them; all else as it is. */
async function wanted(
  categories: readonly { readonly name: string; readonly weight: number }[],
  places: readonly (number | null)[],
  counts: (id: string) => boolean = () => false,
): Promise<Wanted> {
  const { seen, categories: known, assignments: all } = await look()
  return {
    ...{ class: own.id, seen },
    categories: categories.map(({ name, weight }) => ({
      ...{ name, weight },
      id: known.find((each) => each.name === name)?.id ?? null,
    })),
    assignments: all.map(({ id }) => ({
      id,
      category: places[assignments.indexOf(id)] ?? null,
      countsMissing: counts(id),
    })),
  }
}

const mean = (parts: readonly (readonly [value: number, weight: number])[]): number | null => {
  const all = parts.reduce((sum, [, weight]) => sum + weight, 0)
  return all === 0 ? null : parts.reduce((sum, [value, weight]) => sum + value * weight, 0) / all
}

/** The total of somebody, written down apart: of the means of what they have in each category. */
function totalOf(person: number, categories: readonly { readonly weight: number }[]): number | null {
  const inPlace = (place: number | null) =>
    GRADES.flatMap((grades, i) => {
      const grade = grades[person] ?? null
      return grade !== null && PLACES[i] === place ? [[grade, WEIGHTS[i] ?? 0] as const] : []
    })
  return mean(
    categories.flatMap(({ weight }, place) => {
      const value = mean(inPlace(place))
      return value === null ? [] : [[value, weight] as const]
    }),
  )
}

const expectTotals = async (expected: readonly (number | null)[]) => {
  const seen = await totals()
  for (const [i, name] of NAMES.entries()) {
    const total = expected[i] ?? null
    if (total === null) expect(seen[name]).toBeNull()
    else expect(seen[name]).toBeCloseTo(total, 12)
  }
}

describe('the categories of a class', () => {
  test('make the total the mean of their means, those without a grade left out, and what is in none too', async () => {
    doneOf(await setCounting(own.teacher, await wanted(CATEGORIES, PLACES)))
    await expectTotals(NAMES.map((_, person) => totalOf(person, CATEGORIES)))
    // Ada's, by hand: homework (0.5 + 3 · 0.9) / 4, tests 0.4; projects are empty and the last quiz is in none.
    expect((await totals()).Ada).toBeCloseTo((40 * 0.8 + 60 * 0.4) / 100, 12)
    const book = await getGradebook(own.teacher, own.id, askedSchema.parse({}))
    expect(book?.categories.map(({ name, weight }) => [name, weight])).toEqual(
      CATEGORIES.map(({ name, weight }) => [name, weight]),
    )
    expect(
      book?.columns.map(({ category }) => book.categories.findIndex(({ id }) => id === category)),
    ).toEqual([0, 0, 1, -1])
  })

  test('are followed by every total that a grade changes afterwards', async () => {
    await lay(assignments[2] ?? '', people[1] ?? '', { own: 0.8, reason: 'so' })
    expect((await totals()).Ben).toBeCloseTo((40 * ((1 + 3 * 0.2) / 4) + 60 * 0.8) / 100, 12)
    await lay(assignments[2] ?? '', people[1] ?? '', {})
    await expectTotals(NAMES.map((_, person) => totalOf(person, CATEGORIES)))
  })

  test('are changed by one who has seen how they stand, the second of two is told', async () => {
    const [first, second] = [await wanted(CATEGORIES, PLACES), await wanted(CATEGORIES.slice(0, 2), PLACES)]
    const other = first.categories.map((each, i) => (i === 0 ? { ...each, weight: 10 } : each))
    doneOf(await setCounting(own.teacher, { ...first, categories: other }))
    await expectTotals(NAMES.map((_, person) => totalOf(person, other)))
    expect(await setCounting(own.teacher, second)).toEqual({ refused: 'changed-meanwhile' })
    doneOf(await setCounting(own.teacher, await wanted(CATEGORIES, PLACES)))
  })

  test('take only what is of the class', async () => {
    const asked = await wanted(CATEGORIES, PLACES)
    const [one] = asked.categories
    const unsound: readonly Partial<Wanted>[] = [
      { categories: asked.categories.map((each) => ({ ...each, id: randomUUID() })) },
      { categories: [one, one].flatMap((each) => each ?? []) },
      { assignments: asked.assignments.slice(1) },
      { assignments: asked.assignments.map((each) => ({ ...each, id: randomUUID() })) },
      { assignments: asked.assignments.map((each) => ({ ...each, category: 9 })) },
    ]
    for (const change of unsound)
      expect(await setCounting(own.teacher, { ...asked, ...change })).toEqual({ refused: 'invalid' })
  })

  test('are there for nobody but the teachers of the class', async () => {
    const asked = await wanted(CATEGORIES, PLACES)
    const learner = await own.learners[0]?.viewer()
    for (const viewer of [await (await openTeacher()).viewer(), learner ?? own.teacher]) {
      expect(await getCounting(viewer, own.id)).toBeNull()
      expect(await setCounting(viewer, asked)).toEqual({ refused: 'not-found' })
      expect(await countAllMissed(viewer, { class: own.id })).toEqual({ refused: 'not-found' })
    }
  })

  test('are taken away with what was in them left as it is, and all counts by the weights again', async () => {
    const gone = await assign({ title: 'Taken back' })
    assignments.push(gone)
    doneOf(await setCounting(own.teacher, await wanted(CATEGORIES, [...PLACES, 0])))
    doneOf(await removeAssignment(own.teacher, { assignment: gone }))
    assignments.pop()
    doneOf(await setCounting(own.teacher, await wanted([], [])))
    await expectTotals(
      NAMES.map((_, person) =>
        mean(
          GRADES.flatMap((grades, i) => {
            const grade = grades[person] ?? null
            return grade === null ? [] : [[grade, WEIGHTS[i] ?? 0] as const]
          }),
        ),
      ),
    )
  })
})

describe('what was missed', () => {
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  let quiz: string
  const cellOf = async (name: string) => {
    const book = await getGradebook(own.teacher, own.id, askedSchema.parse({}))
    const at = book?.columns.findIndex(({ id }) => id === quiz) ?? -1
    const cell = book?.rows.find((row) => row.name === name)?.cells[at] ?? null
    return typeof cell === 'number' ? { score: cell, own: null, isMissing: false } : cell
  }
  const isMissing = async () =>
    Promise.all(NAMES.map(async (name) => (await cellOf(name))?.isMissing ?? false))
  /** As if the class had been there all along, and the quiz had closed so many minutes ago. */
  const closeAgo = (minutes: number) =>
    pool().query(
      `UPDATE assignment SET closes_at = clock_timestamp() - make_interval(mins => $2), missed_by = NULL WHERE id = $1`,
      [quiz, minutes],
    )

  beforeAll(async () => {
    await pool().query(
      `UPDATE enrolment SET enrolled_at = enrolled_at - interval '1 day' WHERE class_id = $1`,
      [own.id],
    )
    quiz = await assign({ title: 'Closing', closesAt: soon(60) })
    assignments.push(quiz)
    // Ada begins it and leaves it blank.
    const ada = await own.learners[0]?.viewer()
    if (ada) doneOf(await startAssigned(ada, { assignment: quiz, key: randomUUID() }))
  })

  test('counts for nothing before its teacher has said so, nor before it has closed', async () => {
    const before = await totals()
    await collectDue()
    expect(await isMissing()).toEqual([false, false, false])
    expect(doneOf(await countAllMissed(own.teacher, { class: own.id }))).toEqual({ counted: 1 })
    await collectDue()
    expect(await isMissing()).toEqual([false, false, false])
    expect(await totals()).toEqual(before)
  })

  test('counts as nought once it has closed, and an own grade or an excuse comes first', async () => {
    await closeAgo(1)
    await collectDue()
    // Ada's was taken in.
    expect(await isMissing()).toEqual([false, true, true])
    expect((await cellOf('Ada'))?.score).toBe(0)
    // Cem has 0.7 by the weight of 2, and nought by that of 1.
    expect((await totals()).Cem).toBeCloseTo((2 * 0.7) / 3, 12)
    await lay(quiz, people[2] ?? '', { isExcused: true })
    expect((await totals()).Cem).toBeCloseTo(0.7, 12)
    await lay(quiz, people[2] ?? '', { own: 0.4, reason: 'Shown in class' })
    expect((await totals()).Cem).toBeCloseTo((2 * 0.7 + 0.4) / 3, 12)
    await collectDue()
    expect((await cellOf('Cem'))?.own).toBe(0.4)
    await lay(quiz, people[2] ?? '', {})
    expect((await totals()).Cem).toBeCloseTo((2 * 0.7) / 3, 12)
  })

  test('is taken back from who is given more time, and counted again when that is over', async () => {
    const override = { opensAt: null, dueAt: null, timeFactor: 1, extraMinutes: 0, moreAttempts: 0 }
    const own_ = { assignment: quiz, person: people[2] ?? '', ...override }
    doneOf(await setOverride(own.teacher, { ...own_, closesAt: soon(30) }))
    expect(await isMissing()).toEqual([false, true, false])
    expect((await totals()).Cem).toBeCloseTo(0.7, 12)
    await pool().query(
      `UPDATE assignment_override SET closes_at = clock_timestamp() - interval '1 second' WHERE assignment_id = $1`,
      [quiz],
    )
    await pool().query(
      `UPDATE assignment SET missed_by = clock_timestamp() - interval '2 seconds' WHERE id = $1`,
      [quiz],
    )
    await collectDue()
    expect(await isMissing()).toEqual([false, true, true])
    // Nothing is due any more.
    const { rows: due } = await pool().query('SELECT FROM assignment a WHERE is_newly_missed(a)')
    expect(due).toEqual([])
    doneOf(await extendTime(own.teacher, { assignment: quiz, person: null, minutes: 60 }))
    expect(await isMissing()).toEqual([false, false, true])
    await closeAgo(1)
    await collectDue()
    expect(await isMissing()).toEqual([false, true, true])
  })

  test('is not what somebody was not there for, and goes and comes with their place', async () => {
    const member = { class: own.id, person: people[1] ?? '' }
    doneOf(await removeMember(own.teacher, member))
    await pool().query(
      `UPDATE enrolment SET left_at = clock_timestamp() - interval '1 hour' WHERE class_id = $1 AND person_id = $2`,
      [own.id, people[1]],
    )
    const { rows: gone } = await pool().query(
      'SELECT is_missing FROM grade WHERE assignment_id = $1 AND person_id = $2',
      [quiz, people[1]],
    )
    expect(gone).toEqual([{ is_missing: false }])
    doneOf(await restoreMember(own.teacher, member))
    expect(await isMissing()).toEqual([false, true, true])
    await pool().query(
      `UPDATE enrolment SET enrolled_at = clock_timestamp() WHERE class_id = $1 AND person_id = $2`,
      [own.id, people[1]],
    )
    await closeAgo(1)
    await collectDue()
    expect(await isMissing()).toEqual([false, false, true])
  })

  test('is nothing again where its teacher takes that back, or it is not theirs any more', async () => {
    const { assignments: all } = await look()
    expect(all.find(({ id }) => id === quiz)?.countsMissing).toBe(true)
    const chosen = [people[0] ?? '']
    const rules = { ...RULES_OF_TEST, title: 'Closing', closesAt: soon(-1), version: 2, chosen }
    doneOf(await changeAssignment(own.teacher, { assignment: quiz, ...rules }))
    expect(await isMissing()).toEqual([false, false, false])
    doneOf(await changeAssignment(own.teacher, { assignment: quiz, ...rules, version: 3, chosen: null }))
    expect(await isMissing()).toEqual([false, false, true])
    doneOf(await setCounting(own.teacher, await wanted([], [])))
    expect(await isMissing()).toEqual([false, false, false])
    expect((await totals()).Cem).toBeCloseTo(0.7, 12)
  })
})
