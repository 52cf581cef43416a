import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateName } from '#server/accounts/own-account'
import { closeStore, pool } from '#server/db'
import { askToErase, eraseDue, getErasure, keepAccount } from '#server/mine/erase'
import { openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, save } from '../../support/site.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)

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
    const words = ['Quirina Unmistakable', member.mail]
    expect(await tablesWith(words)).toEqual(expect.arrayContaining(['account', 'flag']))

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

  test('is not for the only admin', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    await pool().query(`UPDATE person SET role = 'admin' WHERE id = $1`, [viewer.personId])
    const asAdmin = await member.viewer()
    expect(await askToErase(asAdmin, { password: PASSWORD })).toEqual({ refused: 'last-admin' })
  })
})
