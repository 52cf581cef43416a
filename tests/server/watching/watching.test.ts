import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { removeMember } from '#server/classes/members'
import { closeStore, pool } from '#server/db'
import { createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import { collectAll } from '../../../server/assignments/collect.ts'
import { extendTime } from '../../../server/assignments/overrides.ts'
import { readStandings } from '../../../server/assignments/taught.ts'
import { type Events, openEvents } from '../../support/events.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

let own: Awaited<ReturnType<typeof openClass>>
let set: string
beforeAll(async () => {
  own = await openClass(3)
  set = (await storeQuiz()).set
})
afterAll(closeStore)

const opened: Events[] = []
afterEach(async () => {
  for (const events of opened.splice(0)) await events.close()
})

const assign = async (teacher = own.teacher, classId = own.id) =>
  doneOf(await createAssignment(teacher, { class: classId, set, chosen: null, ...RULES_OF_TEST })).assignment

/** Opens a stream and waits until nothing is missed any more. */
async function watch(assignment: string, cookie = own.cookie(), classId = own.id): Promise<Events> {
  const events = await openEvents({ class: classId, assignment }, cookie)
  opened.push(events)
  if (events.status === 200) await events.next(0)
  return events
}

const begin = async (assignment: string, i = 0): Promise<string> =>
  (await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie: cookieOf(i) })).json
    .attempt
const cookieOf = (i: number) => own.learners[i]?.cookie() ?? ''
const save = (attempt: string, position: number, i = 0) =>
  call('POST /api/attempts/[id]/responses', {
    id: attempt,
    cookie: cookieOf(i),
    body: { position, sequence: 1, key: randomUUID(), answer: position === 2 ? false : null, check: false },
  })

/** Long enough that whatever is told of what was done before has been told. */
const settle = () => sleep(2_800)

describe('a stream of events', () => {
  test('tells by the id alone that somebody begins, answers, gets more time and is taken in', async () => {
    const assignment = await assign()
    const events = await watch(assignment)
    expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(events.headers.get('cache-control')).toBe('no-store, no-transform')
    const deeds = [
      () => begin(assignment),
      async () => save(await begin(assignment), 2),
      () => extendTime(own.teacher, { assignment, person: null, minutes: 5 }),
      async () => {
        const person = (await own.learners[0]?.viewer())?.personId ?? ''
        return extendTime(own.teacher, { assignment, person, minutes: 5 })
      },
      () => collectAll(own.teacher, { assignment }),
    ]
    for (const deed of deeds) {
      await settle()
      const before = events.count()
      await deed()
      await events.next(before)
    }
    const lines = new Set(events.text().split('\n'))
    // A line that begins with a colon is a sign of life.
    lines.delete(': still here')
    expect([...lines].sort()).toEqual(['', `data: ${assignment}`, 'retry: 2000'].sort())
  })

  test('says nothing of other assignments', async () => {
    const [assignment, other] = [await assign(), await assign()]
    const events = await watch(assignment)
    await settle()
    const before = events.count()
    await save(await begin(other), 2)
    await settle()
    expect(events.count()).toBe(before)
  })

  test('tells a hundred answers within a moment in a few events, and the last of them too', async () => {
    const assignment = await assign()
    const attempt = await begin(assignment)
    const events = await watch(assignment)
    await settle()
    const before = events.count()
    for (let sequence = 1; sequence <= 100; sequence++)
      await call('POST /api/attempts/[id]/responses', {
        id: attempt,
        cookie: cookieOf(0),
        body: { position: 2, sequence, key: randomUUID(), answer: sequence % 2 === 0, check: false },
      })
    const { rows } = await pool().query<{ last: Date }>(
      'SELECT max(saved_at) AS last FROM response WHERE attempt_id = $1',
      [attempt],
    )
    const first = events.count()
    await events.next(first)
    const { rows: told } = await pool().query('SELECT clock_timestamp() > $1 AS after', [rows[0]?.last])
    expect(told[0]?.after).toBe(true)
    await settle()
    expect(events.count() - before).toBeLessThan(12)
  })

  test('is not there for the teacher of another class, a learner of this one, and guests', async () => {
    const assignment = await assign()
    const stranger = await openTeacher()
    for (const cookie of [stranger.cookie(), cookieOf(0), '']) {
      expect((await watch(assignment, cookie)).status).toBe(404)
      const viewer = { personId: null, role: 'guest' } as const
      expect(await readStandings(viewer, { id: own.id, assignment })).toEqual({ refused: 'not-found' })
    }
    expect(await readStandings(await stranger.viewer(), { id: own.id, assignment })).toEqual({
      refused: 'not-found',
    })
    // Nor by the address of another class of one's own.
    const other = await openClass(0)
    expect((await watch(assignment, other.cookie(), other.id)).status).toBe(404)
  })

  test('ends when its teacher is removed from the class, and tells them nothing of what comes then', async () => {
    const other = await openTeacher()
    const viewer = await other.viewer()
    await pool().query(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'teacher')`, [
      own.id,
      viewer.personId,
    ])
    const assignment = await assign()
    const [theirs, mine] = [await watch(assignment, other.cookie()), await watch(assignment)]
    await settle()
    const before = theirs.count()
    doneOf(await removeMember(own.teacher, { class: own.id, person: viewer.personId ?? '' }))
    await theirs.ended()
    await settle()
    const seen = mine.count()
    await begin(assignment)
    await mine.next(seen)
    expect(theirs.count()).toBe(before)
    expect((await watch(assignment, other.cookie())).status).toBe(404)
  })

  test('ends when the session that speaks for its teacher ends, and when the assignment is taken back', async () => {
    const { cookie, teacher, id } = await openClass(0)
    const assignment = await assign(teacher, id)
    const removed = await assign()
    const gone = await watch(removed)
    const events = await watch(assignment, cookie(), id)
    await pool().query('UPDATE session SET ended_at = clock_timestamp() WHERE id = $1', [teacher.sessionId])
    await events.ended()
    doneOf(await removeAssignment(own.teacher, { assignment: removed }))
    await gone.ended()
  })

  test('goes on by itself when its connection to the store is lost, and tells what was missed', async () => {
    const assignment = await assign()
    const attempt = await begin(assignment)
    const events = await watch(assignment)
    await settle()
    const before = events.count()
    // What a crash of the database does: connections end, and tables that are not logged are empty.
    await pool().query('TRUNCATE watched')
    const { rowCount } = await pool().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'bellwether-watching' AND datname = current_database()`,
    )
    expect(rowCount).toBe(1)
    await save(attempt, 2)
    await events.next(before)
    await settle()
    const again = events.count()
    await save(attempt, 3)
    await events.next(again)
  })

  test('is refused to somebody who has too many', async () => {
    const assignment = await assign()
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) statuses.push((await watch(assignment)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 503])
    await opened[0]?.close()
    expect((await watch(assignment)).status).toBe(200)
  })
})

describe('whoever saves', () => {
  test('tells nobody where nobody watches, and else once a second', async () => {
    const [assignment, other] = [await assign(), await assign()]
    const attempt = await begin(assignment)
    await pool().query('TRUNCATE watched')
    const told: unknown[] = []
    const listener = await pool().connect()
    try {
      await listener.query('LISTEN watched')
      listener.on('notification', ({ payload }) => told.push(payload))
      const watched = (id: string, until: string) =>
        pool().query(
          'INSERT INTO watched (assignment_id, until) VALUES ($1, clock_timestamp() + $2::interval)',
          [id, until],
        )
      await watched(other, '1 minute')
      await save(attempt, 1)
      await watched(assignment, '-1 second')
      await save(attempt, 2)
      expect(told).toEqual([])
      await pool().query('DELETE FROM watched WHERE assignment_id = $1', [assignment])
      await watched(assignment, '1 minute')
      await save(attempt, 3)
      await save(attempt, 4)
      await listener.query('SELECT')
      expect(told).toEqual([assignment])
    } finally {
      await listener.query('UNLISTEN *')
      listener.removeAllListeners('notification')
      listener.release()
    }
  })

  test('waits for nobody who tells at the same moment', async () => {
    const assignment = await assign()
    const [one, two] = [await begin(assignment, 0), await begin(assignment, 1)]
    await pool().query(
      `INSERT INTO watched (assignment_id, until) VALUES ($1, clock_timestamp() + interval '1 minute')
       ON CONFLICT (assignment_id) DO UPDATE SET until = excluded.until, told_at = NULL`,
      [assignment],
    )
    const teller = await pool().connect()
    try {
      await teller.query('BEGIN')
      await teller.query('SELECT tell_watchers($1)', [assignment])
      const replies = await Promise.all([save(one, 2, 0), save(two, 2, 1)])
      expect(replies.map(({ status }) => status)).toEqual([200, 200])
    } finally {
      await teller.query('ROLLBACK')
      teller.release()
    }
  })
})

test('a teacher sees at which question somebody is, and when that was', async () => {
  const assignment = await assign()
  const attempt = await begin(assignment)
  const look = async () => {
    const { people } = doneOf(await readStandings(own.teacher, { id: own.id, assignment }))
    const person = (await own.learners[0]?.viewer())?.personId
    return people.find((each) => each.person === person)
  }
  expect(await look()).toMatchObject({ state: 'under-way', answered: 0, lastAnswered: null })
  await save(attempt, 4)
  await save(attempt, 2)
  const seen = await look()
  expect(seen).toMatchObject({ state: 'under-way', answered: 1, lastAnswered: { position: 2 } })
  expect(Date.parse(seen?.lastAnswered?.at ?? '')).toBeGreaterThan(Date.now() - 60_000)
  await call('POST /api/attempts/[id]/submit', { id: attempt, cookie: cookieOf(0), body: {} })
  expect(await look()).toMatchObject({ state: 'handed-in', lastAnswered: null })
})
