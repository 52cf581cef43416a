import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateName } from '#server/accounts/own-account'
import { closeStore, pool } from '#server/db'
import { addTag } from '../../../server/bank/tags.ts'
import { askToErase, eraseDue } from '../../../server/mine/erase.ts'
import { OF_NOBODY, OF_PEOPLE } from '../../../server/mine/holdings.ts'
import { getKeeping, letGo, previewGoing, updateKeeping } from '../../../server/mine/keeping.ts'
import { openMember, PASSWORD } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz, storeTeacherSet } from '../../support/quiz.ts'
import { openTeacher } from '../../support/school.ts'
import { begin, call, save } from '../../support/site.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-holdings-'))
process.env.BELLWETHER_DATA = path.join(folder, 'data')
const run = (sql: string, values: unknown[] = []) => pool().query(sql, values)
let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(async () => {
  await closeStore()
  fs.rmSync(folder, { recursive: true, force: true })
})

const tables = async () =>
  (
    await run(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
    )
  ).rows.map(({ name }) => String(name))

/** Tables in which one of these stands in any column of a row, whatever its type, with how many rows. */
async function rowsWith(marks: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const name of await tables()) {
    const { rows } = await run(
      `SELECT count(*)::int AS count FROM "${name}" t
       WHERE EXISTS (SELECT FROM unnest($1::text[]) mark WHERE strpos(lower(t::text), lower(mark)) > 0)`,
      [marks],
    )
    if (rows[0].count > 0) found[name] = rows[0].count
  }
  return found
}

describe('what the store holds of people', () => {
  test('is said of every table, once', async () => {
    const named = [...Object.keys(OF_PEOPLE), ...OF_NOBODY]
    expect(named.sort()).toEqual(await tables())
  })

  test('is said of every table that points to a person, or to an attempt of one', async () => {
    const { rows } = await run(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid IN ('person'::regclass, 'attempt'::regclass, 'attempt_item'::regclass, 'feed'::regclass)`,
    )
    expect(rows.length).toBeGreaterThan(25)
    for (const { name } of rows) expect(Object.keys(OF_PEOPLE)).toContain(name.replaceAll('"', ''))
  })

  test('is all in the export', async () => {
    const reply = await call('GET /api/me/export.json', { cookie: (await openMember()).cookie() })
    const parts = Object.keys(JSON.parse(reply.text))
    for (const { exported } of Object.values(OF_PEOPLE))
      if (exported !== null) expect(parts).toContain(exported)
    // And nothing is exported of which the table says nothing.
    const told = new Set(Object.values(OF_PEOPLE).map(({ exported }) => exported))
    expect(parts.filter((part) => !told.has(part))).toEqual([])
  })
})

test('erasing leaves of somebody who has done everything no name, address or mark, and their id only where the table says so', async () => {
  const teacher = await openTeacher()
  const viewer = await teacher.viewer()
  const person = viewer.personId ?? ''
  const [name, word] = ['Quirina Unmistakable', 'quirina-was-here']
  await updateName(viewer, { name })
  const { versions, slug } = await storeQuiz(QUESTIONS, person)
  const attempt = await begin(set, 'practice', teacher.cookie())
  const gap = QUESTIONS.findIndex(({ kind }) => kind === 'cloze') + 1
  await save(attempt, { position: gap, answer: word })
  await run(
    `INSERT INTO late_response (attempt_id, position, sequence, key, body_hash, answer)
     VALUES ($1, $2, 2, gen_random_uuid(), '', to_jsonb($3::text))`,
    [attempt.attempt, gap, word],
  )
  const flagged = attempt.view.items[0]?.question ?? ''
  await call('POST /api/questions/[id]/flag', {
    id: flagged,
    cookie: teacher.cookie(),
    body: { reason: word },
  })
  await storeTeacherSet(person, word, versions.slice(0, 2))
  const { rows } = await run('SELECT question_id AS id FROM question_version WHERE id = $1', [versions[0]])
  await addTag(viewer, { question: rows[0].id, word })
  const [own, assignment] = [randomUUID(), randomUUID()]
  await run(`INSERT INTO class (id, name) VALUES ($1, '10B')`, [own])
  await run(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'learner')`, [own, person])
  await run(
    `INSERT INTO assignment (id, class_id, set_id, title, feedback) VALUES ($1, $2, $3, 'Kettles', 'never')`,
    [...[assignment, own, set]],
  )
  await run('INSERT INTO assignment_person (assignment_id, person_id) VALUES ($1, $2)', [assignment, person])
  await run('INSERT INTO assignment_override (assignment_id, person_id) VALUES ($1, $2)', [
    assignment,
    person,
  ])
  await run(`INSERT INTO grade (assignment_id, person_id, own, reason, comment) VALUES ($1, $2, 1, $3, $3)`, [
    ...[assignment, person, word],
  ])
  await run(`INSERT INTO identity (provider, subject, person_id) VALUES ('oidc', $1, $2)`, [word, person])
  await run(`INSERT INTO mail_wish (person_id, notices) VALUES ($1, true)`, [person])
  await run(`INSERT INTO ability (person_id, value, answers) VALUES ($1, 0, 1)`, [person])
  await run(`INSERT INTO feed (id, owner_id, address, title) VALUES (gen_random_uuid(), $1, $2, $3)`, [
    ...[person, `https://${word}.example/`, name],
  ])
  await run(
    `INSERT INTO import (id, owner_id, kind, address) VALUES (gen_random_uuid(), $1, 'address', $2)`,
    [person, word],
  )
  await run(
    `INSERT INTO correction (id, article_id, base, origin, author_id, edition, note)
     SELECT gen_random_uuid(), id, 1, 'edit', $2, '{"v":1}', 'It was so.' FROM article WHERE slug = $1`,
    [slug, person],
  )
  const before = await rowsWith([name, teacher.mail, word])
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'account',
      'enrolment',
      'feed',
      'flag',
      'grade',
      'identity',
      'import',
      'late_response',
      'question_tag',
      'response',
      'teacher_set',
    ]),
  )

  await askToErase(viewer, { password: PASSWORD })
  await run('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [person])
  expect(await eraseDue()).toBe(1)
  expect(await rowsWith([name, teacher.mail, word])).toEqual({})
  const left = await rowsWith([person])
  expect(left).toHaveProperty('person')
  for (const table of Object.keys(left))
    expect([table, OF_PEOPLE[table]?.erased ?? 'gone']).not.toContain('gone')
})

describe('keeping', () => {
  const LIMITS = { guestDays: 365, sessionDays: 90, auditDays: 730, unusedDays: 730 }
  const admin = async () => (await openMember()).viewer()
  const age = (table: string, column: string, where: string, days: number) =>
    run(`UPDATE "${table}" SET ${column} = clock_timestamp() - make_interval(days => $1) WHERE ${where}`, [
      days,
    ])

  /** A guest who has done nothing for so many days, as another store would have them. */
  async function oldGuest(days: number) {
    const guest = await begin(set)
    await save(guest, { position: 1 })
    const id = guest.view.items[0]?.question ?? ''
    await call('POST /api/questions/[id]/flag', {
      id,
      cookie: guest.cookie,
      body: { reason: `old-${days}-words` },
    })
    const { rows } = await run('SELECT person_id AS id FROM attempt WHERE id = $1', [guest.attempt])
    for (const table of ['attempt', 'response']) await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await age('attempt', 'started_at', `id = '${guest.attempt}'`, days)
    await age('response', 'saved_at', `attempt_id = '${guest.attempt}'`, days)
    for (const table of ['attempt', 'response']) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    await age('person', 'created_at', `id = '${rows[0].id}'`, days)
    return { attempt: guest.attempt, person: String(rows[0].id) }
  }
  const isErased = async (id: string) =>
    (await run('SELECT erased_at IS NOT NULL AS yes FROM person WHERE id = $1', [id])).rows[0].yes

  test('lets nothing go before the school says so; what would go is counted, and then goes, and no more', async () => {
    const viewer = await admin()
    const [old, recent] = [await oldGuest(366), await oldGuest(364)]
    const unused = await openMember()
    const unusedId = (await unused.viewer()).personId ?? ''
    await age('account', 'created_at', `person_id = '${unusedId}'`, 731)
    await age('session', 'seen_at', `person_id = '${unusedId}'`, 731)
    const gone = await openMember()
    const goneId = (await gone.viewer()).personId ?? ''
    await age('session', 'ended_at', `person_id = '${goneId}'`, 91)
    await run(`ALTER TABLE audit_entry DISABLE TRIGGER USER`)
    const { rows } = await run('SELECT id FROM audit_entry ORDER BY id LIMIT 1')
    await age('audit_entry', 'at', `id = '${rows[0].id}'`, 731)
    await run(`ALTER TABLE audit_entry ENABLE TRIGGER USER`)

    expect((await getKeeping()).isOn).toBe(false)
    expect(await letGo()).toBeNull()
    // Before it is switched on the trail is not shortened by any statement.
    await expect(run('DELETE FROM audit_entry WHERE id = $1', [rows[0].id])).rejects.toThrow(
      'never changed or deleted',
    )
    const going = { guests: 1, unused: 1, sessions: 1, trail: 1 }
    expect(await previewGoing(viewer, LIMITS)).toEqual({ done: going })
    expect(await isErased(old.person)).toBe(false)

    await updateKeeping(viewer, { isOn: true, ...LIMITS })
    await expect(run('DELETE FROM audit_entry')).rejects.toThrow('never changed or deleted')
    expect(await letGo()).toEqual(going)
    expect(await isErased(old.person)).toBe(true)
    expect(await isErased(recent.person)).toBe(false)
    expect(await rowsWith(['old-366-words'])).toEqual({})
    expect(await rowsWith(['old-364-words'])).toEqual({ flag: 1 })
    // The answer stays, by nobody.
    expect((await run('SELECT FROM response WHERE attempt_id = $1', [old.attempt])).rowCount).toBe(1)
    const { rows: due } = await run('SELECT erase_at FROM account WHERE person_id = $1', [unusedId])
    expect(due[0].erase_at.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    expect(await letGo()).toEqual({ guests: 0, unused: 0, sessions: 0, trail: 0 })
    await updateKeeping(viewer, { isOn: false, ...LIMITS })
  })

  test('takes no limit that would empty everything', async () => {
    for (const wrong of [{ guestDays: 0 }, { guestDays: 29 }, { auditDays: 179 }, { sessionDays: 1e9 }])
      await expect(updateKeeping(await admin(), { isOn: true, ...LIMITS, ...wrong })).rejects.toThrow()
    expect((await getKeeping()).isOn).toBe(false)
  })
})
