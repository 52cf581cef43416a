import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_MEMORY_SETTINGS, type Memory, newMemory, review as reviewed } from '#core'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { DEFAULT_LEARNING, getLearning, updateLearning } from '#server/reviews/learning'
import { buryFact, dropFact, regrade, suspendFact, undoReview } from '#server/reviews/memories'
import { drawReview, getReview, listMemories } from '#server/reviews/review'
import { seedFor, settleReviews } from '#server/reviews/settle'
import { MEMORY } from '#server/reviews/stored'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { freshMail, openBrowser, PASSWORD } from '../../support/browser.ts'
import { type ContentFolder, openContentFolder } from '../../support/content-folder.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'

let content: ContentFolder
let set: string

const BODY = `In January 2025 the retailer Norvale said that revenue at Norvale rose 11% to $45m in 2024. Profit at Norvale fell 2% to $7m in 2024.

In 2024 Norvale opened 14 shops in Wales. Sales of Norvale in France climbed 20% to $90m in 2024.

On 3 March 2024 Norvale closed its mill in Leeds.`

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows

beforeAll(async () => {
  content = openContentFolder()
  content.put({
    ...{ slug: 'norvale', title: 'Norvale sells more', date: '2025-01-21', sector: 'retail' },
    ...{ companies: ['Norvale'], concepts: ['Revenue'], publisher: 'Norvale', body: BODY },
  })
  await loadContent(content)
  set = (await rows('SELECT id FROM quiz_set WHERE article_id IS NOT NULL'))[0].id
})
afterAll(async () => {
  content.remove()
  await closeStore()
})

const learning = { ...DEFAULT_LEARNING, restDays: [...DEFAULT_LEARNING.restDays] }

let guest: Guest
let viewer: Viewer & { personId: string }
beforeEach(async () => {
  guest = await begin(set)
  viewer = (await viewerOf(guest.cookie)) as typeof viewer
})

/** Gives every question up, hands the quiz in, and keeps all its facts. */
async function keepAll({ attempt, cookie, view }: Guest): Promise<number> {
  for (const { position } of view.items) await save({ attempt, cookie, view }, { position, check: true })
  await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
  const reply = await call('POST /api/attempts/[id]/keep', {
    id: attempt,
    cookie,
    body: { which: 'all', zone: 'UTC' },
  })
  expect(reply.status).toBe(200)
  return (reply.json as unknown as { kept: number }).kept
}

/** Lets so many days pass for one person: everything they remember is that much older. */
async function pass(personId: string, days: number): Promise<void> {
  const back = `- interval '${days} days'`
  await pool().query(
    `UPDATE memory SET due = due ${back}, last_review = last_review ${back}, buried_until = buried_until ${back} WHERE person_id = $1`,
    [personId],
  )
  await pool().query(`UPDATE review SET at = at ${back} WHERE person_id = $1`, [personId])
}

const memoriesOf = (personId: string): Promise<(Memory & { fact_id: string })[]> =>
  rows(`SELECT fact_id, ${MEMORY} FROM memory WHERE person_id = $1 ORDER BY fact_id`, [personId])

/** Begins the viewer's review of today. */
async function beginReview(): Promise<Guest> {
  const drawn = await drawReview(viewer, { zone: 'UTC' })
  if (!('done' in drawn)) throw new Error(`nothing was drawn: ${drawn.refused}`)
  return begin(drawn.done.set, 'practice', guest.cookie)
}

describe('the daily review', () => {
  test('keeps facts, not questions, and takes the answers for their first review', async () => {
    const kept = await keepAll(guest)
    expect(kept).toBeGreaterThan(2)
    const memories = await memoriesOf(viewer.personId)
    expect(memories).toHaveLength(kept)
    for (const { fact_id, ...memory } of memories) {
      expect(memory.reps).toBe(1)
      const at = memory.lastReview as Date
      const seed = seedFor(viewer.personId, fact_id)
      // Given up: forgotten. As ts-fsrs says, through the pure core.
      expect(memory).toEqual(reviewed(newMemory(at), 'again', { now: at, seed }, DEFAULT_MEMORY_SETTINGS))
    }
    const review = await getReview(viewer)
    expect(review).toMatchObject({ due: 0, today: 0, count: kept, next: expect.any(String) })
    expect(review.reviewed).toHaveLength(kept)
    expect(await drawReview(viewer, { zone: 'UTC' })).toEqual({ refused: 'not-yet' })
  })

  test('keeps nothing twice, and nothing of a quiz that is not over or not one’s own', async () => {
    const body = { which: 'all', zone: 'UTC' }
    const early = await call('POST /api/attempts/[id]/keep', {
      id: guest.attempt,
      cookie: guest.cookie,
      body,
    })
    expect(early.json.error).toBe('not-yet')
    await keepAll(guest)
    const again = await call('POST /api/attempts/[id]/keep', {
      id: guest.attempt,
      cookie: guest.cookie,
      body,
    })
    expect(again.json).toEqual({ kept: 0 })
    const other = await begin(set)
    const stranger = await call('POST /api/attempts/[id]/keep', {
      id: guest.attempt,
      cookie: other.cookie,
      body,
    })
    expect(stranger.status).toBe(404)
  })

  test('asks what is due another way than the last time, and moves each memory once', async () => {
    await keepAll(guest)
    const before = await rows(
      `SELECT f.fact_id, v.id, v.kind, v.stem FROM attempt_item i
       JOIN question_fact f ON f.version_id = i.version_id JOIN question_version v ON v.id = i.version_id
       WHERE i.attempt_id = $1 ORDER BY i.position DESC`,
      [guest.attempt],
    )
    await pass(viewer.personId, 30)
    const { due, today } = await getReview(viewer)
    expect([due, today]).toEqual([(await memoriesOf(viewer.personId)).length, due])
    const attempt = await beginReview()
    expect(attempt.view).toMatchObject({ title: 'Daily review', isReview: true, count: today })
    const asked = await rows(
      `SELECT f.fact_id, v.id, v.kind, v.stem,
         (SELECT count(*)::int FROM question_fact o JOIN bank_item b ON b.version_id = o.version_id
          WHERE o.fact_id = f.fact_id AND o.is_only AND NOT b.needs_article) AS ways
       FROM attempt_item i JOIN question_fact f ON f.version_id = i.version_id
       JOIN question_version v ON v.id = i.version_id WHERE i.attempt_id = $1`,
      [attempt.attempt],
    )
    expect(new Set(asked.map(({ fact_id }) => fact_id)).size).toBe(today)
    for (const { fact_id, id, kind, ways } of asked) {
      const last = before.find((each) => each.fact_id === fact_id)
      if (ways > 1) expect([id, kind]).not.toEqual([last.id, last.kind])
    }

    await save(attempt, { position: 1, check: true, seconds: 4 })
    const fact = asked.find(({ id }) => id === attempt.view.items[0]?.question)?.fact_id
    const was = (await memoriesOf(viewer.personId)).find(({ fact_id }) => fact_id === fact) as Memory
    await Promise.all(Array.from({ length: 6 }, () => settleReviews(viewer.personId)))
    const is = (await memoriesOf(viewer.personId)).find(({ fact_id }) => fact_id === fact) as Memory
    expect([was.reps, is.reps]).toEqual([1, 2])
    expect(is.due.getTime()).toBeGreaterThan(Date.now())
    expect(await getReview(viewer)).toMatchObject({ due: due - 1, today: today - 1 })
  })

  test('keeps to the share of a day, and to it after a holiday', async () => {
    const kept = await keepAll(guest)
    await updateLearning(viewer, { ...learning, zone: 'Asia/Tokyo', cap: 2 })
    await pass(viewer.personId, 200)
    expect(await getReview(viewer)).toMatchObject({ due: kept, today: 2 })
    const attempt = await beginReview()
    expect(attempt.view.count).toBe(2)
    await save(attempt, { position: 1, check: true })
    expect(await getReview(viewer)).toMatchObject({ due: kept - 1, today: 1 })
    await save(attempt, { position: 2, check: true })
    expect(await getReview(viewer)).toMatchObject({ due: kept - 2, today: 0 })
    expect(await drawReview(viewer, { zone: 'UTC' })).toEqual({ refused: 'not-yet' })
  })

  test('is graded anew by its owner, undone, buried, set aside and given up, each fact by itself', async () => {
    const kept = await keepAll(guest)
    const [first] = (await getReview(viewer)).reviewed
    const { attempt = '', position = 0 } = first ?? {}
    const [item] = await rows('SELECT fact_id FROM review WHERE attempt_id = $1 AND position = $2', [
      attempt,
      position,
    ])
    const memory = async () =>
      (await memoriesOf(viewer.personId)).find(({ fact_id }) => fact_id === item.fact_id)
    const forgotten = (await memory())?.due.getTime() ?? 0
    await regrade(viewer, { attempt, position, grade: 'easy' })
    const known = (await memory())?.due.getTime() ?? 0
    expect(known).toBeGreaterThan(forgotten + 3 * 86_400_000)
    await undoReview(viewer, { attempt, position })
    expect(await memory()).toMatchObject({ reps: 0, lastReview: null })
    expect(await undoReview(viewer, { attempt, position })).toEqual({ refused: 'not-found' })
    // It is not taken for unanswered: the answer does not move it again.
    expect((await getReview(viewer)).reviewed).toHaveLength(kept - 1)

    const fact = item.fact_id
    await pass(viewer.personId, 60)
    await buryFact(viewer, { fact })
    expect(await getReview(viewer)).toMatchObject({ due: kept - 1 })
    await pass(viewer.personId, 2)
    expect(await getReview(viewer)).toMatchObject({ due: kept })
    await suspendFact(viewer, { fact, isSuspended: true })
    expect(await getReview(viewer)).toMatchObject({ due: kept - 1, count: kept })
    await suspendFact(viewer, { fact, isSuspended: false })
    await dropFact(viewer, { fact })
    expect(await getReview(viewer)).toMatchObject({ due: kept - 1, count: kept - 1 })
  })

  test('is nobody else’s to see or to change', async () => {
    await keepAll(guest)
    const other = await viewerOf((await begin(set)).cookie)
    const [{ attempt = '', position = 0 } = {}] = (await getReview(viewer)).reviewed
    const [{ fact = '' } = {}] = await listMemories(viewer)
    expect(await listMemories(other)).toEqual([])
    expect((await getReview(other)).reviewed).toEqual([])
    const refused = { refused: 'not-found' }
    expect(await regrade(other, { attempt, position, grade: 'easy' })).toEqual(refused)
    expect(await undoReview(other, { attempt, position })).toEqual(refused)
    expect(await buryFact(other, { fact })).toEqual(refused)
    expect(await suspendFact(other, { fact, isSuspended: true })).toEqual(refused)
    expect(await dropFact(other, { fact })).toEqual(refused)
    expect(await dropFact({ personId: null, role: 'guest' }, { fact: randomUUID() })).toEqual(refused)
  })

  test('tells no figure of what it will ask', async () => {
    await keepAll(guest)
    const told = JSON.stringify([await listMemories(viewer), (await getReview(viewer)).reviewed])
    for (const key of ['11%', '$45m', '20%', '$90m', '3 March']) expect(told).not.toContain(key)
  })

  test('comes along when a guest makes an account, without doubling', async () => {
    const kept = await keepAll(guest)
    const browser = openBrowser({ cookies: guest.cookie })
    const mail = freshMail()
    await browser.signUp({ mail })
    await browser.signIn({ mail, password: PASSWORD })
    const member = await browser.viewer()
    expect(await getReview(member)).toMatchObject({ count: kept })
    expect((await getReview(member)).reviewed).toHaveLength(kept)

    const second = await begin(set)
    await keepAll(second)
    browser.setCookie(second.cookie)
    await browser.signIn({ mail, password: PASSWORD })
    expect(await getReview(await browser.viewer())).toMatchObject({ count: kept })
  })

  test('goes by what its owner has said, by the browser’s zone until then, and both come along to an account', async () => {
    expect(await getLearning(viewer.personId)).toEqual(DEFAULT_LEARNING)
    await keepAll(guest)
    // Stored with the zone alone: the store's own defaults are the program's.
    const { rows: stored } = await pool().query('SELECT FROM learning WHERE person_id = $1', [
      viewer.personId,
    ])
    expect([stored.length, await getLearning(viewer.personId)]).toEqual([1, DEFAULT_LEARNING])
    const said = { ...learning, zone: 'Asia/Tokyo', goal: 10 as const, restDays: [3, 0, 3] }
    expect(await updateLearning(viewer, said)).toEqual({ done: { saved: true } })
    const browser = openBrowser({ cookies: guest.cookie })
    const mail = freshMail()
    await browser.signUp({ mail })
    await browser.signIn({ mail, password: PASSWORD })
    const own = { ...said, restDays: [0, 3] }
    expect(await getLearning((await browser.viewer()).personId)).toEqual(own)
    // What an account has said stays, whatever another guest of the browser said.
    const second = await begin(set)
    await updateLearning(await viewerOf(second.cookie), { ...learning, hasStreak: false })
    browser.setCookie(second.cookie)
    await browser.signIn({ mail, password: PASSWORD })
    expect(await getLearning((await browser.viewer()).personId)).toEqual(own)
  })
})
