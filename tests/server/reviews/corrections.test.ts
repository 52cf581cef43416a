import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { listCorrections, seeCorrection } from '#server/reviews/corrections'
import { drawReview, getReview, listMemories } from '#server/reviews/review'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { type ContentFolder, openContentFolder } from '../../support/content-folder.ts'
import { begin, call, save } from '../../support/site.ts'

const BODY = `In January 2025 the retailer Norvale said that revenue at Norvale rose 11% to $45m in 2024. Profit at Norvale fell 2% to $7m in 2024.

In 2024 Norvale opened 14 shops in Wales. Sales of Norvale in France climbed 20% to $90m in 2024.

On 3 March 2024 Norvale closed its mill in Leeds.`

const REVENUE = { was: 'revenue at Norvale rose 11% to $45m', is: 'revenue at Norvale rose 12% to $46m' }
const FRANCE = {
  was: 'Sales of Norvale in France climbed 20% to $90m in 2024.',
  is: 'Sales of Norvale in France climbed 18% to $85m in 2023.',
}
/** The sentence that opens the article, with what it says of revenue. */
const opening = (revenue: string) => `In January 2025 the retailer Norvale said that ${revenue} in 2024.`
/** What the quiz asks of these two: a level that is worked out, and a change. */
const IMPLIED_REVENUE = 'revenue at Norvale, implied level before the change'
const SALES_IN_FRANCE = 'sales of Norvale in France'
const SHOPS = 'In 2024 Norvale opened 14 shops in Wales. '

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows

let turn = 0
let slug: string
let content: ContentFolder
/** Brings the article, as it reads now, into the store. */
async function publish(body: string): Promise<void> {
  content.put({
    ...{ slug, title: 'Norvale sells more', date: '2025-01-21', sector: 'retail' },
    ...{ companies: ['Norvale'], concepts: ['Revenue'], publisher: 'Norvale', body },
  })
  expect((await loadContent(content)).broken).toEqual([])
}

let viewer: Viewer & { personId: string }
let cookie: string | undefined

/** Gives up every question of the article's newest quiz, and keeps all its facts. */
async function learn(): Promise<void> {
  const [{ id }] = await rows(
    `SELECT s.id FROM quiz_set s JOIN article a ON a.id = s.article_id WHERE a.slug = $1
     ORDER BY s.number DESC LIMIT 1`,
    [slug],
  )
  const guest = await begin(id, 'practice', cookie)
  cookie = guest.cookie
  for (const { position } of guest.view.items) await save(guest, { position, check: true })
  const of = { id: guest.attempt, cookie }
  await call('POST /api/attempts/[id]/submit', { ...of, body: {} })
  await call('POST /api/attempts/[id]/keep', { ...of, body: { which: 'all', zone: 'UTC' } })
  viewer = (await viewerOf(cookie)) as typeof viewer
}

const pass = (days: number) =>
  pool().query(
    `UPDATE memory SET due = due - make_interval(days => $2), last_review = last_review - make_interval(days => $2)
     WHERE person_id = $1`,
    [viewer.personId, days],
  )

beforeEach(async () => {
  slug = `norvale-${++turn}`
  content = openContentFolder()
  cookie = undefined
  await publish(BODY)
  await learn()
  return () => content.remove()
})
afterAll(closeStore)

const CORRECTED = BODY.replace(REVENUE.was, REVENUE.is).replace(SHOPS, '').replace(FRANCE.was, FRANCE.is)

const byLabel = async () => new Map((await listCorrections(viewer)).map((each) => [each.label, each]))
const labels = async () => (await listMemories(viewer)).map(({ label }) => label)

describe('what was learned and then corrected', () => {
  test('is told once each: what it was, what stands now, and whether it is asked again', async () => {
    expect(await listCorrections(viewer)).toEqual([])
    await publish(CORRECTED)
    const told = await byLabel()
    const article = { slug, title: 'Norvale sells more' }
    const text = (await rows(`SELECT text FROM revision ORDER BY created_at DESC LIMIT 1`))[0].text
    const quoted = (label: string) => {
      const { start, end } = told.get(label)?.at ?? { start: 0, end: 0 }
      return text.slice(start, end)
    }
    // Stated otherwise, stated no more, and replaced by the same of another year.
    expect(told.get(IMPLIED_REVENUE)).toMatchObject({
      ...{ was: opening(REVENUE.was), now: opening(REVENUE.is), isRetired: false, article },
    })
    expect(quoted(IMPLIED_REVENUE)).toBe(opening(REVENUE.is))
    expect(told.get('Norvale')).toMatchObject({
      ...{ was: 'opened 14 shops in Wales, 2024', now: null, at: null, isRetired: true, article },
    })
    expect(told.get(SALES_IN_FRANCE)).toMatchObject({
      ...{ was: 'up 20% to $90m, 2024', now: 'up 18% to $85m, 2023', isRetired: true, article },
    })
    expect(FRANCE.is).toContain(quoted(SALES_IN_FRANCE))
    // What stayed as it was is not spoken of.
    expect(told.size).toBe(3)
  })

  test('does not come up any more where it is stated no more, nor is it counted', async () => {
    const before = await getReview(viewer)
    expect(await labels()).toContain(SALES_IN_FRANCE)
    await publish(CORRECTED)
    await pass(300)
    const { count, due } = await getReview(viewer)
    expect([count, due]).toEqual([before.count - 2, before.count - 2])
    expect(await labels()).toHaveLength(count)
    const retired = [...(await byLabel()).values()].flatMap(({ isRetired, fact }) =>
      isRetired ? [fact] : [],
    )
    const drawn = await drawReview(viewer, { zone: 'UTC' })
    const asked = await rows(
      `SELECT q.fact_id FROM quiz_set_item i JOIN question_fact q ON q.version_id = i.version_id WHERE i.set_id = $1`,
      [(drawn as { done: { set: string } }).done.set],
    )
    expect(asked.length).toBeGreaterThanOrEqual(count)
    for (const { fact_id } of asked) expect(retired).not.toContain(fact_id)
  })

  test('is told until it has been seen, by its owner alone; what is stated otherwise is then learned anew', async () => {
    await publish(CORRECTED)
    const { fact = '' } = (await byLabel()).get(IMPLIED_REVENUE) ?? {}
    const stranger = await viewerOf(
      (await begin((await rows('SELECT id FROM quiz_set LIMIT 1'))[0].id)).cookie,
    )
    expect(await listCorrections(stranger)).toEqual([])
    const refused = { refused: 'not-found' }
    expect(await seeCorrection(stranger, { fact })).toEqual(refused)
    expect(await seeCorrection({ personId: null, role: 'guest' }, { fact })).toEqual(refused)

    for (const each of (await byLabel()).values())
      expect(await seeCorrection(viewer, { fact: each.fact })).toEqual({ done: { seen: true } })
    expect(await listCorrections(viewer)).toEqual([])
    expect(await seeCorrection(viewer, { fact })).toEqual(refused)
    const memory = async () =>
      (
        await rows(
          'SELECT reps, last_review, due > clock_timestamp() AS later FROM memory WHERE fact_id = $1',
          [fact],
        )
      )[0]
    expect(await memory()).toEqual({ reps: 0, last_review: null, later: true })
    // What was answered of it before does not come back into it.
    expect((await getReview(viewer)).due).toBe(0)
    expect(await memory()).toMatchObject({ reps: 0 })
  })

  test('is told again when it is corrected again, and stands again when the article takes that back', async () => {
    await publish(CORRECTED)
    for (const { fact } of (await byLabel()).values()) await seeCorrection(viewer, { fact })
    const count = (await getReview(viewer)).count
    await publish(CORRECTED.replace('rose 12% to $46m', 'rose 13% to $47m'))
    expect([...(await byLabel()).values()]).toMatchObject([
      { was: opening(REVENUE.is), now: opening('revenue at Norvale rose 13% to $47m') },
    ])
    await publish(`${BODY}\n\nThis article is as it was first printed.`)
    expect([...(await byLabel()).values()]).toMatchObject([
      { was: opening(REVENUE.is), now: opening(REVENUE.was) },
    ])
    expect((await getReview(viewer)).count).toBe(count + 2)
  })

  test('is nothing where words alone have changed, or the passage is only read otherwise', async () => {
    const { count } = await getReview(viewer)
    // As if a newer engine had found no fact at all in a newer revision that still has their sentences.
    await publish(`${BODY}\n\nThe mill was old.`)
    await pool().query(`ALTER TABLE fact_reading DISABLE TRIGGER USER`)
    await pool().query(
      `DELETE FROM fact_reading WHERE reading_id IN
        (SELECT id FROM reading WHERE revision_id IN (SELECT revision_id FROM library_article WHERE slug = $1))`,
      [slug],
    )
    await pool().query(`ALTER TABLE fact_reading ENABLE TRIGGER USER`)
    expect(await listCorrections(viewer)).toEqual([])
    expect((await getReview(viewer)).count).toBe(count)

    await publish(BODY.replace('rose 11% to $45m', 'rose by 11% to $45m'))
    expect(await listCorrections(viewer)).toEqual([])
  })
})
