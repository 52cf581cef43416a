import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '#core'
import { closeStore, pool } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { countPeople, listPeople, PAGE } from '../../../server/assignments/people-page.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'

afterAll(closeStore)

const PEOPLE = 173

interface Learner {
  readonly id: string
  name: string
  total: number | null
  score: number | null
  isThere: boolean
}

let own: Awaited<ReturnType<typeof openClass>>
let assignment: string
const learners: Learner[] = []

beforeAll(async () => {
  own = await openClass(0)
  const { set } = await storeQuiz()
  assignment = doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST }),
  ).assignment
  const random = createRandom('people')
  const oneOf = <T>(values: readonly T[]): T => values[random.integer(values.length)] as T
  for (let i = 0; i < PEOPLE; i++)
    learners.push({
      id: randomUUID(),
      // Several have one name, and many one score or none.
      name: `${oneOf(['Ada', 'Ben', 'Cem'])} ${oneOf(['Koch', 'Lind', 'Moor', 'Nash'])} ${Math.floor(i / 2) % 60}`,
      total: oneOf([null, 0, 0.25, random.next(), random.next()]),
      score: oneOf([null, null, 0, 0.5, 1]),
      isThere: random.next() < 0.9,
    })
  const as = (of: (learner: Learner) => unknown) => learners.map(of)
  const ids = as(({ id }) => id)
  await pool().query("INSERT INTO person (id, role) SELECT unnest($1::uuid[]), 'learner'", [ids])
  await pool().query(
    "INSERT INTO account (person_id, name, age_band) SELECT *, 'adult' FROM unnest($1::uuid[], $2::text[])",
    [ids, as(({ name }) => name)],
  )
  await pool().query(
    `INSERT INTO enrolment (class_id, person_id, role, total)
     SELECT $3, id, 'learner', total FROM unnest($1::uuid[], $2::float8[]) AS given (id, total)`,
    [ids, as(({ total }) => total), own.id],
  )
  // Of those without a score every other has a row that counts for nothing.
  await pool().query(
    `INSERT INTO grade (assignment_id, person_id, score, is_excused)
     SELECT $3, id, coalesce(score, 0.5), score IS NULL FROM unnest($1::uuid[], $2::float8[]) WITH ORDINALITY AS given (id, score, n)
     WHERE score IS NOT NULL OR n % 2 = 0`,
    [ids, as(({ score }) => score), assignment],
  )
  await pool().query(
    'UPDATE enrolment SET left_at = clock_timestamp() WHERE class_id = $1 AND person_id = ANY($2)',
    [own.id, learners.flatMap(({ id, isThere }) => (isThere ? [] : [id]))],
  )
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Learner, b: Learner): number =>
  compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id)

/** The order as it is meant, in another way: what has no value last, and equal ones by name. */
function ordered(of: 'name' | 'total' | 'score', isDown: boolean, find = ''): string[] {
  const there = learners.filter(({ isThere, name }) => isThere && name.toLowerCase().includes(find))
  const way = isDown ? -1 : 1
  return there
    .toSorted((a, b) => {
      if (of === 'name') return way * byName(a, b)
      const [one, other] = [a[of], b[of]]
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
      return way * (one - other) || byName(a, b)
    })
    .map(({ id }) => id)
}

/** All pages, one after the other. */
async function turn(sort: string, isDown: boolean, find = ''): Promise<string[]> {
  const found = await countPeople({ classId: own.id, find, isWithGone: false })
  const pages: string[][] = []
  for (let page = 1; page <= Math.ceil(found / PAGE); page++)
    pages.push(
      await listPeople(
        { classId: own.id, sort, isDown, find, isWithGone: false, page },
        Promise.resolve(found),
      ),
    )
  expect(pages.slice(0, -1).every((page) => page.length === PAGE)).toBe(true)
  return pages.flat()
}

const sortOf = (of: 'name' | 'total' | 'score') => (of === 'score' ? assignment : of)
const ORDERS = (['name', 'total', 'score'] as const).flatMap((of) =>
  [false, true].map((isDown) => ({ of, isDown })),
)

describe('the pages of a gradebook', () => {
  test.each(ORDERS)(
    'by $of, turned round: $isDown, have everybody once and in order',
    async ({ of, isDown }) => {
      expect(await turn(sortOf(of), isDown)).toEqual(ordered(of, isDown))
    },
  )

  test.each(ORDERS)(
    'of whoever is searched for, too: by $of, turned round: $isDown',
    async ({ of, isDown }) => {
      expect(await turn(sortOf(of), isDown, 'Moor 1')).toEqual(ordered(of, isDown, 'moor 1'))
      expect(await turn(sortOf(of), isDown, 'nobody')).toEqual([])
    },
  )

  test('beyond the last one have nobody', async () => {
    for (const page of [5, 100_000])
      for (const sort of ['name', assignment])
        expect(
          await listPeople(
            { classId: own.id, sort, isDown: false, find: '', isWithGone: false, page },
            countPeople({ classId: own.id, find: '', isWithGone: false }),
          ),
        ).toEqual([])
  })

  test('follow who leaves, comes back, is called otherwise and is graded', async () => {
    const [one, two, three] = learners.filter(({ isThere, score }) => isThere && score !== null) as [
      Learner,
      Learner,
      Learner,
    ]
    const gone = learners.find(({ isThere, score }) => !isThere && score !== null) as Learner
    const none = learners.find(({ isThere, score }) => isThere && score === null) as Learner
    const leave = 'UPDATE enrolment SET left_at = $3 WHERE class_id = $1 AND person_id = $2'
    await pool().query(leave, [own.id, one.id, new Date()])
    await pool().query(leave, [own.id, gone.id, null])
    await pool().query('UPDATE account SET name = $2 WHERE person_id = $1', [two.id, 'Zoe'])
    const excused = { own: null, reason: null, isExcused: true, comment: null }
    doneOf(await setGrade(own.teacher, { assignment, person: three.id, ...excused }))
    doneOf(
      await setGrade(own.teacher, {
        ...{ assignment, person: none.id, ...excused },
        ...{ isExcused: false, own: 0.75, reason: 'So' },
      }),
    )
    Object.assign(one, { isThere: false })
    Object.assign(gone, { isThere: true })
    Object.assign(two, { name: 'Zoe' })
    Object.assign(three, { score: null })
    Object.assign(none, { score: 0.75 })
    for (const isDown of [false, true])
      expect(await turn(assignment, isDown)).toEqual(ordered('score', isDown))
    expect(await turn('name', false)).toEqual(ordered('name', false))
  })
})
