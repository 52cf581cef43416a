import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateName } from '#server/accounts/own-account'
import { closeStore, pool } from '#server/db'
import { env } from '#server/env'
import { askToErase, eraseAgain, eraseDue, getErasure, keepAccount } from '#server/mine/erase'
import { openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, save } from '../../support/site.ts'

let set: string
// The settings are read when they are first asked for.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-erased-'))
process.env.BELLWETHER_DATA = path.join(folder, 'data')
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(async () => {
  await closeStore()
  fs.rmSync(folder, { recursive: true, force: true })
})

const everything = async (cookie: string) => {
  const reply = await call('GET /api/me/export.json', { cookie })
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="bellwether.json"')
  expect(reply.headers.get('cache-control')).toContain('no-store')
  return JSON.parse(reply.text)
}

describe('an export', () => {
  test('holds every answer of the one who asks, with its mark once it may be told, and nothing of others', async () => {
    const [mine, other] = [await openMember(), await openMember()]
    const practice = await begin(set, 'practice', mine.cookie())
    const examined = await begin(set, 'test', mine.cookie())
    const stranger = await begin(set, 'practice', other.cookie())
    for (const attempt of [practice, examined, stranger])
      await save(attempt, { position: 3, answer: 45, check: true, confidence: 'certain', seconds: 7 })

    const all = await everything(mine.cookie())
    expect(all.account).toMatchObject({ mail: mine.mail, name: 'Ada Reader' })
    expect(all.attempts.map(({ attempt }: { attempt: string }) => attempt).sort()).toEqual(
      [practice.attempt, examined.attempt].sort(),
    )
    const told = (id: string) =>
      all.attempts.find((each: { attempt: string }) => each.attempt === id).questions[2]
    expect(told(practice.attempt)).toMatchObject({ answer: 45, mark: 1, confidence: 'certain' })
    expect(told(examined.attempt)).toMatchObject({ answer: 45, mark: null })
    expect(all.responses).toHaveLength(2)
    expect(all.responses[0]).toMatchObject({ position: 3, answer: 45, seconds: 7 })
    expect(JSON.stringify(all)).not.toContain(other.mail)
    expect(JSON.stringify(all)).not.toContain(stranger.attempt)
    for (const word of ['EXPLANATION', 'WHY-', 'ACCEPTED']) expect(JSON.stringify(all)).not.toContain(word)
  })

  test('as a spreadsheet is a row a question, and begins no formula', async () => {
    const formula = '=HYPERLINK("http://evil.example")'
    const [question] = QUESTIONS.filter(({ kind }) => kind === 'cloze')
    if (!question) throw new Error('no gap to fill')
    const { set: cloze } = await storeQuiz([{ ...question, stem: '@SUM(1) _____' }])
    const mine = await openMember()
    const attempt = await begin(cloze, 'practice', mine.cookie())
    await save(attempt, { position: 1, answer: formula, check: true })
    const { text, headers } = await call('GET /api/me/answers.csv', { cookie: mine.cookie() })
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    expect(row).toMatchObject({ kind: 'cloze', answer: `'${formula}`, stem: "'@SUM(1) _____", mark: '0' })
  })

  test('of somebody of whom nothing is known is empty, and sound', async () => {
    const reply = await call('GET /api/me/export.json')
    expect(JSON.parse(reply.text)).toMatchObject({ person: null, account: null, attempts: [], responses: [] })
  })
})

/** The tables in which one of these words stands anywhere. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await pool().query(
      `SELECT FROM "${name}" t WHERE EXISTS (SELECT FROM unnest($1::text[]) word WHERE strpos(t::text, word) > 0)`,
      [words],
    )
    if ((rowCount ?? 0) > 0) found.push(name)
  }
  return found
}

describe('erasing', () => {
  test('waits seven days, can be taken back, and then leaves no row that names the person', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    await updateName(viewer, { name: 'Quirina Unmistakable' })
    const attempt = await begin(set, 'practice', member.cookie())
    await save(attempt, { position: 1, check: true })
    const id = attempt.view.items[0]?.question ?? ''
    const reason = 'I, Quirina Unmistakable, say so.'
    await call('POST /api/questions/[id]/flag', { id, cookie: member.cookie(), body: { reason } })
    const elsewhere = openBrowser()
    await elsewhere.signIn({ mail: member.mail, password: PASSWORD })
    const [own, assignment] = [randomUUID(), randomUUID()]
    await pool().query(`INSERT INTO class (id, name) VALUES ($1, 'Business 10B')`, [own])
    await pool().query(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'learner')`, [
      own,
      viewer.personId,
    ])
    await pool().query(
      `INSERT INTO assignment (id, class_id, set_id, title, feedback) VALUES ($1, $2, $3, 'Kettles', 'never')`,
      [assignment, own, set],
    )
    await pool().query(
      `INSERT INTO grade (assignment_id, person_id, own, reason, comment) VALUES ($1, $2, 1, $3, $3)`,
      [assignment, viewer.personId, reason],
    )
    const words = ['Quirina Unmistakable', 'quirina unmistakable', member.mail]
    expect(await tablesWith(words)).toEqual(expect.arrayContaining(['account', 'flag', 'enrolment', 'grade']))

    expect(await askToErase(viewer, { password: 'not it' })).toEqual({ refused: 'not-your-password' })
    await askToErase(viewer, { password: PASSWORD })
    expect((await elsewhere.viewer()).role).toBe('guest')
    const inDays = (new Date((await getErasure(viewer)) ?? 0).getTime() - Date.now()) / 86_400_000
    expect(inDays).toBeGreaterThan(6.9)
    expect(inDays).toBeLessThan(7.1)
    expect(await eraseDue()).toBe(0)
    await keepAccount(viewer)
    expect(await getErasure(viewer)).toBeNull()

    await askToErase(viewer, { password: PASSWORD })
    await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [
      viewer.personId,
    ])
    const nodes = await Promise.all([eraseDue(), eraseDue(), eraseDue()])
    expect(nodes.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await tablesWith(words)).toEqual([])
    expect((await member.viewer()).role).toBe('guest')
    expect(await openBrowser().signIn({ mail: member.mail, password: PASSWORD })).toBe('wrong-password')
    // The answer stays, by nobody.
    const { rowCount } = await pool().query('SELECT FROM response WHERE attempt_id = $1', [attempt.attempt])
    expect(rowCount).toBe(1)
    expect(
      (await pool().query('SELECT erased_at FROM person WHERE id = $1', [viewer.personId])).rows,
    ).toEqual([{ erased_at: expect.any(Date) }])
  })

  /** Erases a member now, who has typed these answers into a gap. */
  async function eraseNow(typed: readonly string[]) {
    const [gap] = QUESTIONS.filter(({ kind }) => kind === 'cloze')
    if (!gap) throw new Error('no gap to fill')
    const { set: cloze } = await storeQuiz([gap])
    const member = await openMember()
    const viewer = await member.viewer()
    const attempt = await begin(cloze, 'test', member.cookie())
    for (const [i, answer] of typed.entries()) {
      const reply = await save(attempt, { position: 1, sequence: i + 1, answer })
      expect(reply.status).toBe(200)
    }
    await askToErase(viewer, { password: PASSWORD })
    await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [
      viewer.personId,
    ])
    const before = await responses(attempt.attempt)
    await eraseDue()
    return { attempt: attempt.attempt, id: viewer.personId ?? '', before, key: String(gap.answer) }
  }
  const responses = async (attempt: string) =>
    (
      await pool().query<Record<string, unknown>>(
        'SELECT * FROM response WHERE attempt_id = $1 ORDER BY sequence',
        [attempt],
      )
    ).rows
  const listFile = () => path.join(env().BELLWETHER_DATA, 'erased.txt')

  test('empties what was typed, unless it says what the key says, and nothing else of an answer', async () => {
    const gap = QUESTIONS.find(({ kind }) => kind === 'cloze')
    const right = String(gap?.answer)
    const { attempt, before } = await eraseNow(['I am Quirina Unmistakable', right])
    const after = await responses(attempt)
    expect(after).toEqual([{ ...before[0], answer: '', body_hash: '' }, before[1]])
    expect(after[1]?.answer).toBe(right)
    expect(await tablesWith(['Quirina Unmistakable'])).toEqual([])
    // The store lets nobody else's answer be changed, nor this one to anything else.
    await save(await begin(set), { position: 1 })
    for (const set of [`answer = '"x"'`, `body_hash = 'x'`, `answer = '""', body_hash = '', sequence = 9`])
      await expect(
        pool().query(`UPDATE response SET ${set} WHERE attempt_id = $1`, [attempt]),
      ).rejects.toThrow('never changed')
    await expect(
      pool().query(
        `UPDATE response SET answer = '""', body_hash = '' WHERE attempt_id NOT IN (SELECT a.id FROM attempt a
         JOIN person p ON p.id = a.person_id WHERE p.erased_at IS NOT NULL)`,
      ),
    ).rejects.toThrow('never changed')
  })

  test('is done again to whom a restored database brings back, by a list of ids outside it', async () => {
    const { id } = await eraseNow(['nobody'])
    const lines = fs.readFileSync(listFile(), 'utf8').trimEnd().split('\n')
    expect(lines.at(-1)).toMatch(new RegExp(`^${id} \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$`))
    expect(fs.statSync(listFile()).mode & 0o777).toBe(0o600)
    expect(await eraseAgain()).toBe(0)
    // As the person was before.
    await pool().query('UPDATE person SET erased_at = NULL WHERE id = $1', [id])
    await pool().query(
      `INSERT INTO account (person_id, name, mail, mail_key, age_band) VALUES ($1, 'Come Back', $2, $2, '16-or-over')`,
      [id, `${id}@school.example`],
    )
    // Lines that were cut short, and of people whom this database has never known, stop nothing.
    fs.appendFileSync(listFile(), `${randomUUID()} 2026-01-01T00:00:00.000Z\n${id.slice(0, 9)}\n\n`)
    const nodes = await Promise.all([eraseAgain(), eraseAgain(), eraseAgain()])
    expect(nodes.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await tablesWith(['Come Back'])).toEqual([])
    expect(await eraseAgain()).toBe(0)
  })

  test('is not done where it cannot be listed', async () => {
    const kept = fs.readFileSync(listFile())
    fs.rmSync(listFile())
    fs.mkdirSync(listFile())
    const member = await openMember()
    const { personId } = await member.viewer()
    const due = (at: string) =>
      pool().query(`UPDATE account SET erase_at = ${at} WHERE person_id = $1`, [personId])
    await due('clock_timestamp()')
    await expect(eraseDue()).rejects.toThrow()
    expect((await member.viewer()).role).toBe('learner')
    fs.rmdirSync(listFile())
    fs.writeFileSync(listFile(), kept)
    expect(await eraseDue()).toBe(1)
  })

  test('is not for an admin beside whom all others are suspended or about to go', async () => {
    const admins = await Promise.all([openMember(), openMember(), openMember()])
    const ids = await Promise.all(admins.map(async (each) => (await each.viewer()).personId))
    await pool().query(`UPDATE person SET role = 'admin' WHERE id = ANY($1)`, [ids])
    const [first, second, third] = await Promise.all(admins.map((each) => each.viewer()))
    if (!first || !second || !third) throw new Error('three admins were made')
    await pool().query('UPDATE account SET suspended_at = clock_timestamp() WHERE person_id = $1', [
      third.personId,
    ])
    const asked = { password: PASSWORD }
    const both = await Promise.all([askToErase(first, asked), askToErase(second, asked)])
    expect(both.filter((reply) => 'done' in reply)).toHaveLength(1)
    expect(both).toContainEqual({ refused: 'last-admin' })
    await pool().query(`UPDATE person SET role = 'learner' WHERE id = ANY($1)`, [ids])
  })

  test('is not for the only admin', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    await pool().query(`UPDATE person SET role = 'admin' WHERE id = $1`, [viewer.personId])
    const asAdmin = await member.viewer()
    expect(await askToErase(asAdmin, { password: PASSWORD })).toEqual({ refused: 'last-admin' })
  })
})
