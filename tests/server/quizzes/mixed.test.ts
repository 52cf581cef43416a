import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Limits } from '#core'
import { listAttempts } from '#server/attempts/history'
import type { MixedStartView } from '#server/attempts/view'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { getMixedStart } from '#server/quizzes/mixed'
import { sampleBank } from '#server/quizzes/sample'
import { ANYONE } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import {
  type ContentFolder,
  openContentFolder,
  putRetailer,
  retailerBody,
} from '../../support/content-folder.ts'
import { call, cookieOf, type Guest, save } from '../../support/site.ts'

const FIRMS = ['Norvale', 'Cedarline', 'Halbrook', 'Quintex', 'Marrowby', 'Tolland', 'Ostvik', 'Pellworth']
let content: ContentFolder

beforeAll(async () => {
  content = openContentFolder()
  for (const [i, firm] of FIRMS.entries()) putRetailer(content, firm, i)
  await loadContent(content)
})
afterAll(async () => {
  content.remove()
  await closeStore()
})

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
const sets = () => rows('SELECT id FROM quiz_set WHERE article_id IS NULL')

async function offered(limits: Limits = {}): Promise<MixedStartView> {
  const start = await getMixedStart(ANYONE, limits, randomUUID())
  if (!start) throw new Error('nothing is offered')
  return start
}
const post = (mixed: unknown, key: string = randomUUID(), cookie?: string) =>
  call('POST /api/attempts', {
    body: { mixed, mode: 'practice', key },
    ...(cookie ? { cookie } : {}),
  })
/** Begins a mixed quiz as somebody new. */
async function begin(limits: Limits = {}): Promise<Guest> {
  const reply = await post((await offered(limits)).mixed)
  expect(reply.status).toBe(201)
  return { cookie: cookieOf(reply), attempt: reply.json.attempt, view: reply.json.view }
}
const setOf = async ({ attempt }: Guest): Promise<string> =>
  (await rows('SELECT set_id FROM attempt WHERE id = $1', [attempt]))[0].set_id
/** The articles, kinds, levels and bodies of an attempt's questions. */
const asked = ({ attempt }: Guest) =>
  rows(
    `SELECT article.slug, r.concepts, v.kind, i.level, v.body, w.rule FROM attempt_item item
     JOIN question_version v ON v.id = item.version_id JOIN revision r ON r.id = v.revision_id
     JOIN article ON article.id = r.article_id LEFT JOIN bank_item i ON i.version_id = v.id
     LEFT JOIN withdrawal w ON w.version_id = v.id
     WHERE item.attempt_id = $1 ORDER BY item.position`,
    [attempt],
  )

test('the bank holds every question that stands, and no other', async () => {
  const standing = await rows(
    'SELECT id FROM question_version v WHERE NOT EXISTS (SELECT FROM withdrawal WHERE version_id = v.id) ORDER BY 1',
  )
  expect(standing.length).toBeGreaterThan(100)
  expect(await rows('SELECT version_id AS id FROM bank_item ORDER BY 1')).toEqual(standing)
})

describe('a mixed quiz', () => {
  test('is what was offered: so many questions of so many articles, none that needs its article', async () => {
    const start = await offered()
    expect(start).toMatchObject({ title: 'A mixed quiz', count: 10, minutes: 5 })
    expect(start.articles).toBeGreaterThanOrEqual(6)
    const reply = await post(start.mixed)
    const guest = { cookie: cookieOf(reply), attempt: reply.json.attempt, view: reply.json.view }
    expect(guest.view).toMatchObject({ title: 'A mixed quiz', slug: null, count: 10 })
    const questions = await asked(guest)
    expect(new Set(questions.map(({ slug }) => slug)).size).toBe(start.articles)
    expect([...new Set(questions.map(({ kind }) => kind))].sort()).toEqual([...start.kinds].sort())
    expect(questions.filter(({ body }) => body.question.needsArticle)).toEqual([])
    const [set] = await rows('SELECT article_id, number, settings FROM quiz_set WHERE id = $1', [
      await setOf(guest),
    ])
    expect(set).toEqual({
      article_id: null,
      number: 1,
      settings: { v: 1, count: 10, seed: start.mixed.seed, limits: {} },
    })
  })

  test('started twice by one key is one attempt and one set; others of the same seed share the set', async () => {
    const { mixed } = await offered()
    const key = randomUUID()
    const before = (await sets()).length
    const replies = await Promise.all([post(mixed, key), post(mixed, key), post(mixed, key)])
    expect(new Set(replies.map(({ json }) => json.attempt)).size).toBe(1)
    const other = await post(mixed)
    expect(other.json.attempt).not.toBe(replies[0]?.json.attempt)
    expect((await sets()).length).toBe(before + 1)
  })

  test('asks other questions the next time', async () => {
    expect(await setOf(await begin())).not.toBe(await setOf(await begin()))
  })

  test.each<readonly [string, Limits, (question: Awaited<ReturnType<typeof asked>>[number]) => boolean]>([
    ['a concept', { concepts: ['Outsourcing'] }, ({ concepts }) => concepts.includes('Outsourcing')],
    ['companies', { companies: ['Ostvik', 'Tolland'] }, ({ slug }) => ['ostvik', 'tolland'].includes(slug)],
    ['kinds', { kinds: ['number', 'true-false'] }, ({ kind }) => ['number', 'true-false'].includes(kind)],
    ['a difficulty', { levels: ['hard'] }, ({ level }) => level === 'hard'],
    [
      'several at once',
      { concepts: ['Revenue'], kinds: ['choice'], levels: ['medium', 'hard'] },
      ({ concepts, kind, level }) => concepts.includes('Revenue') && kind === 'choice' && level !== 'easy',
    ],
  ])('limited to %s asks of nothing else', async (_, limits, fits) => {
    const questions = await asked(await begin(limits))
    expect(questions.length).toBeGreaterThan(2)
    expect(questions.filter((question) => !fits(question))).toEqual([])
  })

  test('is named after what it is limited to', async () => {
    expect((await begin({ concepts: ['Revenue'], companies: ['Ostvik'] })).view.title).toBe(
      'A mixed quiz on Revenue, Ostvik',
    )
  })

  test('is not offered where nothing fits, or what is asked for makes no sense', async () => {
    for (const limits of [{ concepts: ['Nothing'] }, { companies: [''] }, { concepts: ['\0'] }])
      expect(await getMixedStart(ANYONE, limits, randomUUID())).toBeNull()
    const seed = randomUUID()
    expect((await post({ seed, limits: { concepts: ['Nothing'] } })).status).toBe(404)
    for (const mixed of [
      { seed: 'mine', limits: {} },
      { seed, limits: { kinds: ['essay'] } },
      { seed, limits: { concepts: [] } },
      { seed, limits: { slugs: ['x'] } },
      { seed },
    ])
      expect((await post(mixed)).status).toBe(400)
  })

  test('is drawn from the same candidates for the same seed', async () => {
    const ids = async (seed: string) => (await sampleBank({}, seed)).map(({ id }) => id).sort()
    expect(await ids('a')).toEqual(await ids('a'))
    expect((await ids('a')).length).toBeLessThanOrEqual(240)
  })
})

describe('while a mixed quiz is taken', () => {
  test('feedback and source lead to the article of the question, in the revision it was made from', async () => {
    const guest = await begin()
    const questions = await asked(guest)
    for (const { position } of guest.view.items) {
      const slug = questions[position - 1]?.slug
      const { json } = await save(guest, { position, check: true })
      expect(json.feedback?.passages[0]?.articleSlug).toBe(slug)
      const source = await call('GET /api/attempts/[id]/source', {
        id: guest.attempt,
        cookie: guest.cookie,
        query: `?position=${position}`,
      })
      expect(source.json).toMatchObject({ slug, revision: 1 })
    }
    const { attempt, cookie } = guest
    const { json } = await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
    expect(json).toMatchObject({ title: 'A mixed quiz', slug: null, score: 0, count: 10 })
    const { rows: scores } = await listAttempts(await viewerOf(cookie))
    expect(scores).toMatchObject([{ attempt, title: 'A mixed quiz', slug: null, count: 10, score: 0 }])
  })

  test('a question that is withdrawn stays in it, and is asked of nobody else', async () => {
    const limits = { companies: ['Norvale'] }
    const guest = await begin(limits)
    putRetailer(content, 'Norvale', 0, retailerBody('Norvale', 0).replaceAll('2024', '2023'))
    await loadContent(content)
    expect((await asked(guest)).filter(({ rule }) => rule !== null).length).toBeGreaterThan(0)
    const { attempt, cookie } = guest
    expect((await save(guest, { position: 1, check: true })).status).toBe(200)
    expect((await call('GET /api/attempts/[id]', { id: attempt, cookie })).json.count).toBe(guest.view.count)

    const again = { set: await setOf(guest), mode: 'practice', key: randomUUID() }
    expect((await call('POST /api/attempts', { body: again })).status).toBe(404)
    const next = await asked(await begin(limits))
    expect(next.length).toBeGreaterThan(0)
    expect(next.filter(({ rule }) => rule !== null)).toEqual([])
  })
})
