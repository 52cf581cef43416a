import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAttempts } from '#server/attempts/history'
import type { ItemView } from '#server/attempts/view'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { choose } from '#server/practice/next'
import { getDifficulties } from '#server/practice/ratings'
import { getPracticeStart } from '#server/practice/start'
import type { PracticeBody } from '#server/practice/view'
import { settleReviews } from '#server/reviews/settle'
import { ANYONE, asGuest } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { getPinned, keepPinned } from '../../../server/attempts/record.ts'
import { answerTo } from '../../support/answers.ts'
import { moveBack } from '../../support/past.ts'
import { begin, call, cookieOf, type Guest, type Reply, save } from '../../support/site.ts'

beforeAll(async () => {
  await loadContent({ folder: path.resolve(import.meta.dirname, '../../../content') })
}, 90_000)
afterAll(closeStore)

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows

const start = (practice: PracticeBody, cookie?: string): Promise<Reply> =>
  call('POST /api/attempts', {
    body: { practice, mode: 'practice', key: randomUUID(), anew: true },
    ...(cookie ? { cookie } : {}),
  })
/** Begins a practice, as somebody new or as the owner of `cookie`. */
async function practise(practice: PracticeBody = { minutes: 5 }, cookie?: string): Promise<Guest> {
  const reply = await start(practice, cookie)
  if (reply.status !== 201) throw new Error(`starting gave ${reply.status}: ${reply.text}`)
  return { cookie: cookie ?? cookieOf(reply), attempt: reply.json.attempt, view: reply.json.view }
}
const next = ({ attempt, cookie }: Guest, after: number, as = cookie): Promise<Reply> =>
  call('POST /api/attempts/[id]/next', { id: attempt, cookie: as, body: { after } })
const view = async ({ attempt, cookie }: Guest) =>
  (await call('GET /api/attempts/[id]', { id: attempt, cookie })).json
const submit = ({ attempt, cookie }: Guest): Promise<Reply> =>
  call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
const personOf = async ({ cookie }: Guest): Promise<string> => (await viewerOf(cookie)).personId ?? ''

/** Answers the item and asks for the one after it; null at the end. */
async function goOn(guest: Guest, item: ItemView): Promise<ItemView | null> {
  const answer = answerTo(item.shown as never, item.position)
  const saved = await save(guest, { position: item.position, answer, check: true })
  expect(saved.json.final).toBe(true)
  const reply = await next(guest, item.position)
  expect(reply.status).toBe(200)
  return reply.json.item
}

/** Goes through a practice to its end, of so many questions at most; gives its items. */
async function goThrough(guest: Guest, most = 100): Promise<ItemView[]> {
  const items: ItemView[] = []
  for (let item: ItemView | null = guest.view.items[0] ?? null; item && items.length < most; ) {
    items.push(item)
    item = await goOn(guest, item)
  }
  return items
}

/** What of an attempt's questions decides whether they go together. */
const asked = ({ attempt }: Guest) =>
  rows(
    `SELECT v.id, v.question_id, v.kind, b.needs_article, b.article_id || ' ' || (b.banked #>> '{banked,sentence}') AS sentence,
       r.sector, r.concepts, array(SELECT fact_id FROM question_fact WHERE version_id = v.id) AS facts
     FROM attempt_item i JOIN question_version v ON v.id = i.version_id JOIN revision r ON r.id = v.revision_id
     JOIN bank_item b ON b.version_id = v.id WHERE i.attempt_id = $1 ORDER BY i.position`,
    [attempt],
  )
/** Somebody who was shown the answer to every question of the article that has most of them to be asked again. */
async function missAll(): Promise<Guest> {
  const [{ id: set }] = await rows(
    `SELECT s.id FROM quiz_set s JOIN quiz_set_item i ON i.set_id = s.id
     JOIN bank_item b ON b.version_id = i.version_id AND NOT b.needs_article
     WHERE s.article_id IS NOT NULL GROUP BY s.id ORDER BY count(*) DESC, s.id LIMIT 1`,
  )
  const quiz = await begin(set)
  for (const { position } of quiz.view.items) await save(quiz, { position, check: true })
  await submit(quiz)
  return quiz
}

const isDistinct = (list: readonly unknown[]) => new Set(list).size === list.length

describe('a practice', () => {
  test('begins with one question, and says why it was chosen and about how many are wished', async () => {
    const { view: begun } = await practise()
    expect(begun).toMatchObject({
      title: 'Your own mix',
      count: 1,
      practice: { wished: 10 },
      items: [{ position: 1, why: { sort: 'new' } }],
    })
    expect((await practise({ minutes: null })).view.practice).toEqual({ wished: null })
  })

  test('asks no question, fact or sentence twice, nothing that needs its article, and many kinds', async () => {
    const guest = await practise()
    const items = await goThrough(guest)
    expect(items).toHaveLength(10)
    expect((await next(guest, 10)).json).toEqual({ item: null, end: 'long-enough' })
    const all = await asked(guest)
    expect(all).toHaveLength(10)
    expect(isDistinct(all.map((each) => each.question_id))).toBe(true)
    expect(isDistinct(all.flatMap((each) => each.facts))).toBe(true)
    expect(isDistinct(all.map((each) => each.sentence))).toBe(true)
    expect(all.some((each) => each.needs_article)).toBe(false)
    expect(new Set(all.map((each) => each.kind)).size).toBeGreaterThan(2)
    expect(all.filter((each, i) => each.kind === all[i - 1]?.kind).length).toBeLessThan(3)
    const results = (await submit(guest)).json
    expect(results).toMatchObject({ count: 10, isPractice: true, slug: null, title: 'Your own mix' })
    expect(results.rows).toHaveLength(10)
  })

  test('gives the next question only once the answer is final, and then the same to every tab', async () => {
    const guest = await practise()
    const [item] = guest.view.items
    if (!item) throw new Error('nothing was asked')
    expect((await next(guest, 1)).json.error).toBe('answer-first')
    await save(guest, { position: 1, answer: answerTo(item.shown as never, 1) })
    expect((await next(guest, 1)).json.error).toBe('answer-first')
    await save(guest, { position: 1, sequence: 2, answer: answerTo(item.shown as never, 1), check: true })
    const tabs = await Promise.all(Array.from({ length: 8 }, () => next(guest, 1)))
    const questions = tabs.map(({ json }) => json.item?.question)
    expect(new Set(questions).size).toBe(1)
    expect(await asked(guest)).toHaveLength(2)
    const later = await view(guest)
    expect(later.items[1]).toEqual(tabs[0]?.json.item)
    expect((await next(guest, 1)).json.item).toEqual(later.items[1])
    expect((await next(guest, 2)).json.error).toBe('answer-first')
    expect((await next(guest, 7)).status).toBe(404)
  })

  test('holds two questions at one position never, whoever puts them there', async () => {
    const guest = await practise()
    const [one] = await asked(guest)
    const insert = (position: number) =>
      rows(
        `INSERT INTO attempt_item (attempt_id, position, version_id, arrangement) VALUES ($1, $2, $3, '{}')`,
        [guest.attempt, position, one.id],
      )
    await expect(insert(1)).rejects.toThrow(/attempt_item_pkey/)
    const append = async (position: number) =>
      (
        await rows(`SELECT append_item($1, $2, $3, $4, '{}', '{}') AS outcome`, [
          ...[guest.attempt, await personOf(guest), position, one.id],
        ])
      )[0].outcome
    expect(await append(1)).toBe('found')
    expect(await append(2)).toBe('answer-first')
    await save(guest, { position: 1, answer: null, check: true })
    expect(await append(2)).toBe('stale')
    expect(await append(3)).toBe('stale')
    await submit(guest)
    expect(await append(2)).toBe('handed-in')
  })

  test('is taken up where it was left, by a node that does not know of the last question', async () => {
    const guest = await practise()
    const viewer = asGuest(await personOf(guest))
    const old = await getPinned(viewer, guest.attempt)
    const [first] = guest.view.items
    const second = first ? await goOn(guest, first) : null
    if (!old || !second) throw new Error('nothing was asked')
    keepPinned(old)
    const answer = answerTo(second.shown as never, 0)
    const saved = await save(guest, { position: 2, answer, check: true })
    expect(saved.json.final).toBe(true)
    keepPinned(old)
    expect((await view(guest)).items).toHaveLength(2)
    keepPinned(old)
    expect((await submit(guest)).json.count).toBe(2)
  })

  test('leaves the question it was ended at out of its results and of one’s scores', async () => {
    const guest = await practise()
    const items = await goThrough(guest, 3)
    expect(items).toHaveLength(3)
    expect((await view(guest)).count).toBe(4)
    const results = (await submit(guest)).json
    expect(results.count).toBe(3)
    expect(await next(guest, 4).then(({ json }) => json.error)).toBe('handed-in')
    const { rows: told } = await listAttempts(asGuest(await personOf(guest)))
    expect(told[0]).toMatchObject({ count: 3, answered: 3, title: 'Your own mix' })
  })

  test('is nobody else’s, and no other quiz can be made longer', async () => {
    const guest = await practise()
    const other = await practise()
    expect((await next(guest, 1, other.cookie)).status).toBe(404)
    const [{ id: set }] = await rows('SELECT id FROM quiz_set WHERE article_id IS NOT NULL LIMIT 1')
    const quiz = await begin(set, 'practice', guest.cookie)
    for (const { position } of quiz.view.items) await save(quiz, { position, check: true })
    expect((await next(quiz, quiz.view.count)).status).toBe(404)
    const empty = await rows('SELECT set_id FROM attempt WHERE id = $1', [guest.attempt])
    const body = { set: empty[0].set_id, mode: 'practice', key: randomUUID() }
    expect((await call('POST /api/attempts', { body })).status).toBe(404)
    const test = { practice: { minutes: 5 }, mode: 'test', key: randomUUID() }
    expect((await call('POST /api/attempts', { body: test })).status).toBe(400)
  })

  test('goes on with the open one of its sort, unless another is asked for', async () => {
    const guest = await practise()
    const body = { practice: { minutes: 5 }, mode: 'practice', key: randomUUID() }
    const again = await call('POST /api/attempts', { body, cookie: guest.cookie })
    expect([again.status, again.json.attempt]).toEqual([200, guest.attempt])
    const { open } = await getPracticeStart(asGuest(await personOf(guest)), {})
    expect(open).toEqual({ attempt: guest.attempt, title: 'Your own mix', answered: 0 })
    expect((await practise({ minutes: 5 }, guest.cookie)).attempt).not.toBe(guest.attempt)
  })
})

describe('what it chooses', () => {
  let topic: { sector: string; concept: string }
  beforeEach(async () => {
    const [row] = await rows(
      `SELECT r.sector, r.concepts[1] AS concept FROM bank_article b JOIN revision r ON r.id = b.revision_id
       ORDER BY r.date LIMIT 1`,
    )
    topic = row
  })

  test('is of the sector or the concept that was asked for', async () => {
    const ofSector = await practise({ minutes: 5, sector: topic.sector })
    expect(ofSector.view.title).toBe(`Your own mix on ${topic.sector}`)
    await goThrough(ofSector, 4)
    for (const { sector } of await asked(ofSector)) expect(sector).toBe(topic.sector)
    const ofConcept = await practise({ minutes: 5, concept: topic.concept })
    await goThrough(ofConcept, 4)
    for (const { concepts } of await asked(ofConcept)) expect(concepts).toContain(topic.concept)
    const both = { minutes: 5, ...topic } as const
    expect((await start(both)).status).toBe(400)
    expect((await start({ minutes: 5, sector: 'Nowhere' })).json.error).toBe('nothing-to-ask')
  })

  test('ends honestly where nothing is left', async () => {
    const guest = await practise({ minutes: null, concept: topic.concept })
    const items = await goThrough(guest)
    expect((await next(guest, items.length)).json).toEqual({ item: null, end: 'nothing-left' })
    const all = await asked(guest)
    expect(isDistinct(all.flatMap((each) => each.facts))).toBe(true)
  }, 60_000)

  test('says what was missed and when, once some time has passed, and asks it another way', async () => {
    const quiz = await missAll()
    await moveBack(quiz.attempt, 9)
    const missed = new Set((await asked(quiz)).flatMap((each) => each.facts))
    const day = new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10)
    expect((await getPracticeStart(asGuest(await personOf(quiz)), {})).weak).toBeGreaterThan(0)
    const guest = await practise({ minutes: 10 }, quiz.cookie)
    const items = await goThrough(guest)
    const told = await asked(guest)
    const again = items.flatMap(({ why }, i) => (why?.sort === 'missed' ? [{ why, ...told[i] }] : []))
    expect(again.length).toBeGreaterThan(2)
    for (const { why, facts } of again) {
      expect(why.at.slice(0, 10)).toBe(day)
      expect(missed).toContain(facts[0])
    }
    const others = items.flatMap(({ why }, i) => (why?.sort === 'new' ? told[i].facts : []))
    for (const fact of others) expect(missed).not.toContain(fact)
  }, 60_000)

  test('brings what is due, moves its memory, and leaves out what was set aside', async () => {
    const quiz = await missAll()
    const keep = { which: 'all', zone: 'UTC' }
    await call('POST /api/attempts/[id]/keep', { id: quiz.attempt, cookie: quiz.cookie, body: keep })
    const person = await personOf(quiz)
    const back = `- interval '20 days'`
    await rows(
      `UPDATE memory SET due = due ${back}, last_review = last_review ${back} WHERE person_id = $1`,
      [person],
    )
    await rows(`UPDATE review SET at = at ${back} WHERE person_id = $1`, [person])
    const [{ fact_id: aside }] = await rows('SELECT fact_id FROM memory WHERE person_id = $1 LIMIT 1', [
      person,
    ])
    await rows('UPDATE memory SET is_suspended = true WHERE person_id = $1 AND fact_id = $2', [person, aside])
    const guest = await practise({ minutes: 10 }, quiz.cookie)
    const items = await goThrough(guest)
    const due = items.filter(({ why }) => why?.sort === 'due')
    expect(due.length).toBeGreaterThan(2)
    for (const { facts } of await asked(guest)) expect(facts).not.toContain(aside)
    // The last answer moves its memory when somebody next looks.
    await settleReviews(person)
    const moved = await rows('SELECT FROM review WHERE attempt_id = $1', [guest.attempt])
    expect(moved).toHaveLength(due.length)
  }, 60_000)

  test('keeps to what somebody can answer: who is able gets harder questions than who is not', async () => {
    const mean = async (ability: number): Promise<number> => {
      const personId = await personOf(await practise())
      await rows('INSERT INTO ability (person_id, value, answers) VALUES ($1, $2, 50)', [personId, ability])
      const versions: string[] = []
      for (let turn = 0; turn < 12; turn++) {
        const situation = { personId, practice: { minutes: 5 }, session: [], seed: `${turn}` } as const
        versions.push((await choose(situation, []))?.version.id ?? '')
      }
      const difficulties = [...(await getDifficulties(versions)).values()]
      return difficulties.reduce((sum, { value }) => sum + value, 0) / difficulties.length
    }
    expect(await mean(3)).toBeGreaterThan((await mean(-1)) + 0.5)
  }, 60_000)
})

test('before a practice, somebody of whom nothing is known is told of what is new alone', async () => {
  expect(await getPracticeStart(ANYONE, {})).toEqual({
    ...{ title: 'Your own mix', due: 0, weak: 0, new: 20, most: 20, open: null },
  })
})
