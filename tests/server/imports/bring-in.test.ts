import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getArticle } from '#server/articles/articles'
import { closeStore, pool } from '#server/db'
import { getDrafts } from '#server/desks/desk'
import { want, wantAddress, wantBytes } from '#server/imports/ask'
import { bringIn } from '#server/imports/bring-in'
import { followFeed, listFeeds, takeItem, unfollowFeed } from '#server/imports/feeds'
import { readFeeds } from '#server/imports/follow'
import { getImport, listImports } from '#server/imports/imports'
import type { ImportView } from '#server/imports/view'
import type { Viewer } from '#server/viewer'
import { bodyOf, feedOf, type Publisher, pageOf, startPublisher } from '../../support/publisher.ts'
import { doneOf, openTeacherViewer } from '../../support/school.ts'

let publisher: Publisher
let teacher: Viewer

// The environment is read once, when it is first asked for.
const started = startPublisher().then((site) => {
  process.env.BELLWETHER_FETCH_ALLOW = site.host
  return site
})
beforeAll(async () => {
  publisher = await started
  teacher = await openTeacherViewer()
})
afterAll(async () => {
  await closeStore()
  await publisher.close()
})

const textOf = (firm: string, i = 1): Uint8Array => Buffer.from(`${firm} sells more\n\n${bodyOf(firm, i)}`)

/** Does what is asked for, as the job does, and gives how it ended. */
async function finish(
  wanted: Parameters<typeof doneOf<{ readonly import: string }>>[0],
): Promise<ImportView> {
  const { import: id } = doneOf(wanted)
  await bringIn({ import: id })
  const told = await getImport(teacher, id)
  if (!told) throw new Error('the import is not there')
  return told
}

test('a text becomes an article of its teacher alone, with its drafts on a desk', async () => {
  const told = await finish(await wantBytes(teacher, { bytes: textOf('Wexcombe') }))
  expect(told).toMatchObject({ state: 'there', done: 5, title: 'Wexcombe sells more', isKnown: false })
  expect(told.words).toBeGreaterThan(80)
  expect(told.facts).toBeGreaterThan(5)
  expect(told.questions).toBeGreaterThan(5)
  const article = await getArticle(teacher, told.slug ?? '')
  expect(article).toMatchObject({ isPrivate: true, title: 'Wexcombe sells more' })
  expect(article?.blocks.map(({ text }) => text)).toEqual(bodyOf('Wexcombe').split('\n\n'))
  expect(await getArticle(await openTeacherViewer(), told.slug ?? '')).toBeNull()
  const { drafts } = doneOf(await getDrafts(teacher, { desk: told.desk ?? '' }))
  expect(drafts.length).toBeGreaterThan(3)
})

test('each step is noted as it is done', async () => {
  const { import: id } = doneOf(await wantBytes(teacher, { bytes: textOf('Stepford') }))
  expect(await getImport(teacher, id)).toMatchObject({ state: 'under-way', done: 0 })
  const steps: string[] = []
  const query = pool().query.bind(pool())
  const seen = vi.spyOn(pool(), 'query').mockImplementation(((sql: string, values: unknown[]) => {
    if (/UPDATE import SET step = \$2/.test(sql)) steps.push(String(values[1]))
    return query(sql, values)
  }) as never)
  await bringIn({ import: id })
  seen.mockRestore()
  expect(steps).toEqual(['fetched', 'read', 'facts', 'questions', 'checks'])
})

test('the same text again is seen as the same, also when its job is done twice', async () => {
  const first = await finish(await wantBytes(teacher, { bytes: textOf('Thornwick') }))
  const again = await finish(await wantBytes(teacher, { bytes: textOf('Thornwick') }))
  expect(again).toMatchObject({ slug: first.slug, desk: first.desk, isKnown: true, isOther: false })
  await bringIn({ import: first.id })
  const { rows } = await pool().query(`SELECT FROM article WHERE slug LIKE 'thornwick%'`)
  expect(rows.length).toBe(1)
})

test('another teacher who brings in the same text has an article of their own', async () => {
  const first = await finish(await wantBytes(teacher, { bytes: textOf('Ludworth') }))
  const other = await openTeacherViewer()
  const { import: id } = doneOf(await wantBytes(other, { bytes: textOf('Ludworth') }))
  await bringIn({ import: id })
  const told = await getImport(other, id)
  expect(told).toMatchObject({ state: 'there', isKnown: false })
  expect(told?.slug).not.toBe(first.slug)
})

test('a page is read without what stands around it, and names its publisher and its address', async () => {
  publisher.put('/news/ashcombe', pageOf('Ashcombe', bodyOf('Ashcombe')))
  const told = await finish(await wantAddress(teacher, { address: `${publisher.url}/news/ashcombe` }))
  expect(told.state).toBe('there')
  const article = await getArticle(teacher, told.slug ?? '')
  expect(article?.blocks.map(({ text }) => text)).toEqual(bodyOf('Ashcombe').split('\n\n'))
  expect(article?.date).toBe('2025-01-20')
  expect(article?.sources).toEqual([
    {
      publisher: 'The Paper',
      title: 'Ashcombe sells more',
      date: '2025-01-20',
      address: `${publisher.url}/news/ashcombe`,
    },
  ])
})

test('a page whose text is another by now leaves the article as it was, and says so', async () => {
  const address = `${publisher.url}/news/marlowe`
  publisher.put('/news/marlowe', pageOf('Marlowe', bodyOf('Marlowe')))
  const first = await finish(await wantAddress(teacher, { address }))
  publisher.put('/news/marlowe', pageOf('Marlowe', bodyOf('Marlowe', 4)))
  const again = await finish(await wantAddress(teacher, { address }))
  expect(again).toMatchObject({ slug: first.slug, isKnown: true, isOther: true })
  expect((await getArticle(teacher, first.slug ?? ''))?.revision).toBe(1)
})

test.each([
  ['nothing is there', '/gone', null, /with an error/],
  ['it is too short', '/short', pageOf('Shortley', 'It rose.'), /word/i],
])('an address where %s comes to nothing, in a sentence', async (_, path, published, says) => {
  if (published) publisher.put(path, published)
  const told = await finish(await wantAddress(teacher, { address: publisher.url + path }))
  expect(told).toMatchObject({ state: 'refused', desk: null, slug: null })
  expect(told.refused).toMatch(says)
})

test('an address within a network of somebody’s own is not fetched', async () => {
  const told = await finish(await wantAddress(teacher, { address: 'http://127.0.0.1:1/secret' }))
  expect(told.state).toBe('refused')
  expect(told.refused).not.toContain('secret')
})

test('what is read is not kept beside the article, nor after a refusal', async () => {
  await finish(await wantBytes(teacher, { bytes: textOf('Keepless') }))
  await finish(await wantBytes(teacher, { bytes: Buffer.from('Too short.') }))
  const { rows } = await pool().query('SELECT FROM import WHERE bytes IS NOT NULL AND ended_at IS NOT NULL')
  expect(rows).toEqual([])
})

test('nobody has more than ten under way', async () => {
  const eager = await openTeacherViewer()
  const asked = await Promise.all(
    Array.from({ length: 14 }, (_, i) => wantBytes(eager, { bytes: textOf(`Eager${i}`) })),
  )
  expect(asked.filter((outcome) => 'done' in outcome).length).toBe(10)
  expect(asked.filter((outcome) => 'refused' in outcome && outcome.refused === 'throttled').length).toBe(4)
})

test('an import is its owner’s alone', async () => {
  const told = await finish(await wantBytes(teacher, { bytes: textOf('Ownley') }))
  const other = await openTeacherViewer()
  expect(await getImport(other, told.id)).toBeNull()
  expect(await listImports(other)).toEqual([])
  expect((await listImports(teacher)).map(({ id }) => id)).toContain(told.id)
})

test('a feed is followed: its items are offered, brought in on a word, and told of again when they change', async () => {
  publisher.put('/news/one', pageOf('Feedham', bodyOf('Feedham')))
  publisher.put('/feed', feedOf(publisher.url, [{ path: '/news/one', title: 'Feedham sells more' }]))
  const { feed } = doneOf(await followFeed(teacher, { address: `${publisher.url}/feed` }))
  await readFeeds()
  const [followed] = await listFeeds(teacher)
  expect(followed).toMatchObject({ title: 'The Paper', problem: null })
  expect(followed?.items).toMatchObject([{ title: 'Feedham sells more', date: '2025-01-20', import: null }])
  const told = await finish(await takeItem(teacher, { feed, guid: '/news/one' }))
  expect(told).toMatchObject({ kind: 'item', state: 'there' })

  publisher.put('/feed', feedOf(publisher.url, [{ path: '/news/one', title: 'Feedham sells less' }]))
  await pool().query('UPDATE feed SET next_at = now() WHERE id = $1', [feed])
  await readFeeds()
  const [later] = await listFeeds(teacher)
  expect(later?.items).toMatchObject([{ title: 'Feedham sells less', isChanged: true }])
  expect(later?.items[0]?.import?.slug).toBe(told.slug)

  const other = await openTeacherViewer()
  expect(await listFeeds(other)).toEqual([])
  expect(await takeItem(other, { feed, guid: '/news/one' })).toEqual({ refused: 'not-found' })
  expect(await unfollowFeed(other, { feed })).toEqual({ refused: 'not-found' })
  expect(await unfollowFeed(teacher, { feed })).toEqual({ done: { left: true } })
  expect(await getArticle(teacher, told.slug ?? '')).not.toBeNull()
})

test('a feed that cannot be read says why, is asked less and less often, and holds up no other', async () => {
  publisher.put('/broken', { type: 'application/rss+xml', body: '<html>no feed</html>' })
  publisher.put('/good', feedOf(publisher.url, []))
  const { feed } = doneOf(await followFeed(teacher, { address: `${publisher.url}/broken` }))
  const { feed: good } = doneOf(await followFeed(teacher, { address: `${publisher.url}/good` }))
  const pauseOf = async () => {
    await pool().query('UPDATE feed SET next_at = now() WHERE id = $1', [feed])
    await readFeeds()
    const { rows } = await pool().query<{ minutes: number }>(
      'SELECT extract(epoch FROM next_at - now()) / 60 AS minutes FROM feed WHERE id = $1',
      [feed],
    )
    return Math.round(Number(rows[0]?.minutes))
  }
  expect([await pauseOf(), await pauseOf(), await pauseOf()]).toEqual([30, 60, 120])
  const feeds = await listFeeds(teacher)
  expect(feeds.find(({ id }) => id === feed)?.problem).toEqual(expect.any(String))
  expect(feeds.find(({ id }) => id === good)?.problem).toBeNull()
})

test('no learner may ask', async () => {
  expect(
    await want({ personId: null, role: 'guest' }, { kind: 'address', address: 'https://x.example' }),
  ).toEqual({
    refused: 'not-found',
  })
})
