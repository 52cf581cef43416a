import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeStore, pool } from '#server/db'
import { eraseDue } from '#server/mine/erase'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { getCounting, setCounting } from '../../../server/assignments/categories.ts'
import { askedSchema, getGradebook } from '../../../server/assignments/gradebook.ts'
import { exportCsv, exportXlsx } from '../../../server/assignments/gradebook-file.ts'
import { setGrade } from '../../../server/assignments/grades.ts'
import { getReport, listReports } from '../../../server/assignments/report.ts'
import { removeMember } from '../../../server/classes/members.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

// Where it is noted who was erased.
process.env.BELLWETHER_DATA = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-report-'))
afterAll(() => fs.rmSync(process.env.BELLWETHER_DATA ?? '', { recursive: true }))

const NAMES = ['=Dora', 'Ada', 'Ben']
let own: Awaited<ReturnType<typeof openClass>>
const people: string[] = []
const assignments: string[] = []

beforeAll(async () => {
  own = await openClass(NAMES.length)
  for (const [i, learner] of own.learners.entries()) {
    people.push((await learner.viewer()).personId ?? '')
    await pool().query('UPDATE account SET name = $2 WHERE person_id = $1', [people[i], NAMES[i]])
  }
  for (const title of ['+Homework', 'Test']) {
    const { set } = await storeQuiz()
    const sent = { class: own.id, set, chosen: null, ...RULES_OF_TEST, title }
    assignments.push(doneOf(await createAssignment(own.teacher, sent)).assignment)
  }
  const [homework = '', exam = ''] = assignments
  // Ada takes the homework a day late, with two of eight right.
  const cookie = own.learners[1]?.cookie() ?? ''
  const started = await call('POST /api/attempts', {
    body: { assignment: homework, key: randomUUID() },
    cookie,
  })
  const id = started.json.attempt ?? ''
  for (const [position, answer] of [[2, false] as const, [3, 45] as const]) {
    const body = { position, sequence: 1, key: randomUUID(), answer, check: false }
    await call('POST /api/attempts/[id]/responses', { id, cookie, body })
  }
  await pool().query(`UPDATE assignment SET due_at = clock_timestamp() - interval '1 hour' WHERE id = $1`, [
    homework,
  ])
  await call('POST /api/attempts/[id]/submit', { id, cookie, body: {} })
  const grade = { assignment: exam, reason: null, own: null, isExcused: false, comment: null }
  doneOf(
    await setGrade(own.teacher, {
      ...grade,
      person: people[1] ?? '',
      own: 0.9,
      reason: 'Aloud',
      comment: 'Good',
    }),
  )
  doneOf(await setGrade(own.teacher, { ...grade, person: people[0] ?? '', isExcused: true }))
  const counting = await getCounting(own.teacher, own.id)
  doneOf(
    await setCounting(own.teacher, {
      ...{ class: own.id, seen: counting?.seen ?? '' },
      categories: [
        { id: null, name: 'Homework', weight: 1 },
        { id: null, name: 'Tests', weight: 3 },
      ],
      assignments: assignments.map((id, category) => ({ id, category, countsMissing: false })),
    }),
  )
}, 60_000)

describe('a learner’s page', () => {
  test('has their grades, what is said of them, and what each category comes to', async () => {
    const view = await getReport(own.teacher, own.id, people[1] ?? '')
    const [ada] = view?.reports ?? []
    expect(ada).toMatchObject({ name: 'Ada', hasLeft: false, means: [2 / 8, 0.9] })
    expect(ada?.total).toBeCloseTo((2 / 8 + 3 * 0.9) / 4, 12)
    expect(ada?.lines).toMatchObject([
      { title: '+Homework', attempts: 1, lateDays: 1, score: 2 / 8, own: null },
      { title: 'Test', attempts: 0, own: 0.9, reason: 'Aloud', comment: 'Good' },
    ])
    expect(ada?.concepts).toEqual([{ name: 'Revenue', asked: 8, right: 2 }])
    expect(view?.categories.map(({ name }) => name)).toEqual(['Homework', 'Tests'])
  })

  test('leaves out the question that a regrade has voided, and takes the one it has credited for right', async () => {
    const ofAda = `attempt_id IN (SELECT id FROM attempt WHERE assignment_id = $1)`
    const set = (position: number, as: string) =>
      pool().query(`UPDATE item_mark SET counts_as = $3 WHERE ${ofAda} AND position = $2`, [
        assignments[0],
        position,
        as,
      ])
    await set(1, 'nothing')
    await set(4, 'whole')
    const [ada] = (await getReport(own.teacher, own.id, people[1] ?? ''))?.reports ?? []
    expect(ada?.concepts).toEqual([{ name: 'Revenue', asked: 7, right: 3 }])
    await set(1, 'mark')
    await set(4, 'mark')
  })

  test('says what is excused, and nothing where there is nothing', async () => {
    const [dora] = (await getReport(own.teacher, own.id, people[0] ?? ''))?.reports ?? []
    expect(dora).toMatchObject({ name: '=Dora', total: null, means: [null, null], concepts: [] })
    expect(dora?.lines.map(({ isExcused }) => isExcused)).toEqual([false, true])
  })

  test('is there for each of the class in one run, by name', async () => {
    const all = await listReports(own.teacher, own.id, 1)
    expect(all?.reports.map(({ name }) => name)).toEqual(NAMES)
    expect([all?.page, all?.pages]).toEqual([1, 1])
    expect((await listReports(own.teacher, own.id, 2))?.reports).toEqual([])
  })

  test('is there for no teacher of another class, for no learner, and of nobody who is not in it', async () => {
    const learner = await own.learners[1]?.viewer()
    for (const viewer of [await (await openTeacher()).viewer(), learner ?? own.teacher]) {
      expect(await getReport(viewer, own.id, people[1] ?? '')).toBeNull()
      expect(await listReports(viewer, own.id, 1)).toBeNull()
    }
    expect(await getReport(own.teacher, own.id, randomUUID())).toBeNull()
    expect(await getReport(own.teacher, own.id, own.teacher.personId ?? '')).toBeNull()
  })
})

describe('those who have left', () => {
  const names = async (asked: object) => {
    const book = await getGradebook(own.teacher, own.id, askedSchema.parse(asked))
    return [book?.found, (book?.rows ?? []).map(({ name, hasLeft }) => `${name}${hasLeft ? ', left' : ''}`)]
  }

  test('are in the gradebook where they are asked for, with what they did', async () => {
    doneOf(await removeMember(own.teacher, { class: own.id, person: people[1] ?? '' }))
    expect(await names({})).toEqual([2, ['=Dora', 'Ben']])
    expect(await names({ gone: '1' })).toEqual([3, ['=Dora', 'Ada, left', 'Ben']])
    const [ada] = (await getReport(own.teacher, own.id, people[1] ?? ''))?.reports ?? []
    expect(ada).toMatchObject({ name: 'Ada', hasLeft: true, means: [2 / 8, 0.9] })
    expect(ada?.lines).toHaveLength(2)
  })

  test('stand without a name where they were erased', async () => {
    await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [people[1]])
    expect(await eraseDue()).toBe(1)
    expect(await names({ gone: '1' })).toEqual([3, ['null, left', '=Dora', 'Ben']])
    expect(await names({ gone: '1', find: 'ada' })).toEqual([0, []])
  })
})

describe('all grades as a file', () => {
  const cookie = () => own.cookie()
  const rows = async (query: string) =>
    (await call('GET /api/classes/[id]/gradebook.csv', { id: own.id, cookie: cookie(), query })).text
      .replace('\uFEFF', '')
      .trim()
      .split('\n')

  test('are of those who are there, and on wish of those who have left', async () => {
    expect(await rows('')).toEqual(["name,'+Homework,Test,total", "'=Dora,,excused,", 'Ben,,,'])
    expect((await rows('?gone=1')).slice(1, 3)).toEqual(['Erased account,25,90,73.8', "'=Dora,,excused,"])
  })

  test('are a workbook of texts and numbers without a formula, as another program reads it', async () => {
    const { done } = (await exportXlsx(own.teacher, { id: own.id, gone: '1' })) as {
      done: { body: ReadableStream }
    }
    const file = Buffer.from(await new Response(done.body).arrayBuffer())
    const [sheet] = await readWorkbook(file)
    expect(sheet?.data).toEqual([
      ['name', '+Homework', 'Test', 'total'],
      ['Erased account', 25, 90, 73.8],
      ['=Dora', null, 'excused', null],
      ['Ben', null, null, null],
    ])
  })

  test.each(['GET /api/classes/[id]/gradebook.csv', 'GET /api/classes/[id]/gradebook.xlsx'] as const)(
    '%s is not there for the teacher of another class',
    async (address) => {
      const other = (await openTeacher()).cookie()
      expect((await call(address, { id: own.id, cookie: other })).status).toBe(404)
      const reply = await call(address, { id: own.id, cookie: cookie() })
      expect(reply.status).toBe(200)
      expect(reply.headers.get('content-disposition')).toMatch(
        /^attachment; filename="gradebook\.(csv|xlsx)"$/,
      )
      expect(reply.headers.get('cache-control')).toBe('no-store')
    },
  )

  test.each([
    ['csv', exportCsv],
    ['xlsx', exportXlsx],
  ])('break off where the store fails half-way: %s', async (_, exportAll) => {
    const { rows: added } = await pool().query<{ id: string }>(
      `INSERT INTO person (id, role) SELECT gen_random_uuid(), 'learner' FROM generate_series(1, 2000) RETURNING id`,
    )
    await pool().query(
      `INSERT INTO enrolment (class_id, person_id, role) SELECT $1, unnest($2::uuid[]), 'learner'`,
      [own.id, added.map(({ id }) => id)],
    )
    const { done } = (await exportAll(own.teacher, { id: own.id })) as {
      done: { body: ReadableStream<Uint8Array> }
    }
    const reader = done.body.getReader()
    await reader.read()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fail = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('SECRET') as never)
    const readOn = async () => {
      while (!(await reader.read()).done);
    }
    await expect(readOn()).rejects.toThrow()
    expect(JSON.stringify(log.mock.calls)).toContain('teach-class')
    expect(JSON.stringify(log.mock.calls)).not.toContain('SECRET')
    fail.mockRestore()
    log.mockRestore()
  })
})
