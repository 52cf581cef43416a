import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '#core'
import { createClass } from '#server/classes/classes'
import { closeStore, pool } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openTeacher, RULES_OF_TEST } from '../../support/school.ts'

afterAll(closeStore)

let assignment: string
let person: string
beforeAll(async () => {
  const teacher = await (await openTeacher()).viewer()
  person = teacher.personId ?? ''
  const { set } = await storeQuiz()
  const own = doneOf(await createClass(teacher, { name: 'Terms' })).class
  assignment = doneOf(
    await createAssignment(teacher, { class: own, set, chosen: null, ...RULES_OF_TEST }),
  ).assignment
})

interface Case {
  closes: number | null
  limit: number | null
  grace: number
  ownCloses: number | null
  factor: number
  extra: number
  started: number
}

const MINUTE = 60_000
const DAY = Date.UTC(2027, 0, 4, 10)

/** The end of an attempt in words turned into sums: what stands in own_terms, written down apart. */
function endOf({ closes, limit, ownCloses, factor, extra, started }: Case): number | null {
  const close = ownCloses ?? closes
  const ends: number[] = []
  if (close !== null) ends.push(close)
  if (limit !== null) ends.push(started + limit)
  if (ends.length === 0) return null
  return Math.min(...ends) + extra + (limit === null ? 0 : limit * (factor - 1))
}

const at = (minutes: number | null): string | null =>
  minutes === null ? null : new Date(DAY + minutes * MINUTE).toISOString()

async function ask({ closes, limit, grace, ownCloses, factor, extra, started }: Case) {
  await pool().query(
    'UPDATE assignment SET closes_at = $2, limit_minutes = $3, grace_minutes = $4 WHERE id = $1',
    [assignment, at(closes), limit, grace],
  )
  await pool().query(
    `INSERT INTO assignment_override (assignment_id, person_id, closes_at, time_factor, extra_minutes) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (assignment_id, person_id) DO UPDATE SET closes_at = excluded.closes_at, time_factor = excluded.time_factor,
       extra_minutes = excluded.extra_minutes`,
    [assignment, person, at(ownCloses), factor, extra],
  )
  const { rows } = await pool().query<{
    ends_at: Date | null
    taken_until: Date | null
    limit_seconds: number | null
  }>('SELECT * FROM own_terms($1, $2, $3)', [assignment, person, at(started)])
  const { rows: all } = await pool().query<{ at: Date | null }>('SELECT all_over_at($1) AS at', [assignment])
  const minutes = (moment: Date | null | undefined) => (moment ? (moment.getTime() - DAY) / MINUTE : null)
  return {
    ends: minutes(rows[0]?.ends_at),
    until: minutes(rows[0]?.taken_until),
    limit: rows[0]?.limit_seconds ?? null,
    allOver: minutes(all[0]?.at),
  }
}

const PLAIN: Case = { closes: null, limit: null, grace: 0, ownCloses: null, factor: 1, extra: 0, started: 0 }

describe('when the time of an attempt is over', () => {
  test.each<[string, Partial<Case>, number | null]>([
    ['never, with neither closing nor limit', {}, null],
    ['at the closing', { closes: 60 }, 60],
    ['at the limit', { limit: 30, started: 5 }, 35],
    ['at the closing, where the limit would be later', { closes: 60, limit: 30, started: 50 }, 60],
    ['at one’s own closing, earlier or later', { closes: 60, ownCloses: 90 }, 90],
    ['after the closing, with half as much time again', { closes: 45, limit: 45, factor: 1.5 }, 67.5],
    [
      'after the closing by the extra time alone, for who began late',
      { closes: 45, limit: 45, factor: 1.5, started: 30 },
      67.5,
    ],
    ['at the closing for a factor without a limit', { closes: 60, factor: 2 }, 60],
    ['later by minutes given', { closes: 60, extra: 10 }, 70],
    ['later by minutes given on top of extra time', { limit: 40, factor: 1.25, extra: 5 }, 55],
  ])('%s', async (_, change, end) => {
    const given = { ...PLAIN, ...change }
    expect((await ask(given)).ends).toBe(end)
    expect(endOf(given)).toBe(end)
  })

  test('is reckoned alike apart, for any terms, and nobody is after everybody', async () => {
    const random = createRandom('terms')
    const maybe = <T>(value: T) => (random.next() < 0.4 ? null : value)
    for (let i = 0; i < 300; i++) {
      const given: Case = {
        closes: maybe(60 + random.integer(200)),
        limit: maybe(1 + random.integer(120)),
        grace: random.integer(20),
        ownCloses: maybe(30 + random.integer(300)),
        factor: [1, 1.25, 1.5, 2][random.integer(4)] ?? 1,
        extra: random.integer(3) * 5,
        started: random.integer(50),
      }
      const { ends, until, limit, allOver } = await ask(given)
      const end = endOf(given)
      if (end === null) expect([ends, until]).toEqual([null, null])
      else {
        expect(ends).toBeCloseTo(end, 6)
        expect(until).toBeCloseTo(end + given.grace, 6)
      }
      expect(limit).toBe(given.limit === null ? null : Math.round(given.limit * 60 * given.factor))
      if (given.closes !== null && end !== null)
        expect(allOver ?? 0).toBeGreaterThanOrEqual(end + given.grace - 1e-6)
      if (given.closes === null) expect(allOver).toBeNull()
    }
  })

  test('nothing is known of an assignment that is not there', async () => {
    const { rows } = await pool().query('SELECT * FROM own_terms($1, $2, now())', [randomUUID(), person])
    expect(rows).toEqual([])
  })
})
