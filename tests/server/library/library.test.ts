import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { getBeside } from '#server/library/beside'
import { findTermUses, getTerm, termsOf } from '#server/library/glossary'
import { listLibrary } from '#server/library/list'
import { readQuery } from '#server/library/query'
import { getTimelines } from '#server/library/timeline'
import { getTopic, listTopics } from '#server/library/topics'
import { ANYONE } from '#server/viewer'
import { type ContentFolder, openContentFolder, type Written } from '../../support/content-folder.ts'

let content: ContentFolder

const NORVALE: Written = {
  slug: 'norvale-grows',
  title: 'Norvale grows in Wales',
  date: '2025-01-20',
  sector: 'Retail',
  companies: ['Norvale', 'Cedarline'],
  concepts: ['Gross margin'],
  publisher: 'Norvale',
  body: 'Norvale’s revenue rose 11% to $45m in 2024 from a year earlier. Norvale had a gross margin of 40% in 2024.\n\nIn 2024 Norvale opened 14 shops in Wales and sold marmalade in them.',
}
const NORVALE_BEFORE: Written = {
  ...NORVALE,
  slug: 'norvale-shrinks',
  title: 'Norvale shrinks',
  date: '2024-01-20',
  companies: ['Norvale'],
  concepts: ['Inflation'],
  body: 'Norvale’s revenue fell 5% to $40m in 2023.\n\nIn 2023 Norvale closed 4 shops in Kent.',
}
const OSTVIK: Written = {
  slug: 'ostvik-mines',
  title: 'Ostvik mines marmalade-coloured ore',
  date: '2025-03-01',
  sector: 'Mining',
  companies: ['Ostvik'],
  concepts: ['Gross margin'],
  publisher: 'Norvale',
  body: `Profit at Ostvik rose 12% to $7m in 2024.\n\n${'On 3 March 2024 Ostvik opened a mine in Norway with 400 people. '.repeat(45)}`,
}

beforeAll(async () => {
  content = openContentFolder()
  for (const article of [NORVALE, NORVALE_BEFORE, OSTVIK]) content.put(article)
  await loadContent(content)
})
afterAll(async () => {
  content.remove()
  await closeStore()
})

const found = async (asked: Record<string, string>): Promise<string[]> =>
  (await listLibrary(ANYONE, readQuery(asked))).articles.map(({ slug }) => slug)

describe('the library', () => {
  test.each([
    [{}, ['ostvik-mines', 'norvale-grows', 'norvale-shrinks']],
    [{ sort: 'oldest' }, ['norvale-shrinks', 'norvale-grows', 'ostvik-mines']],
    [{ sector: 'Mining' }, ['ostvik-mines']],
    [{ company: 'Norvale' }, ['norvale-grows', 'norvale-shrinks']],
    [{ company: 'Norvale', concept: 'Gross margin' }, ['norvale-grows']],
    [{ length: 'medium' }, ['ostvik-mines']],
    [{ length: 'short', sort: 'shortest' }, ['norvale-shrinks', 'norvale-grows']],
    [{ sector: 'Fishing' }, []],
    [{ page: '2' }, []],
    // what cannot be read is left out
    [{ sort: 'prettiest', page: '-3', level: 'none' }, ['ostvik-mines', 'norvale-grows', 'norvale-shrinks']],
  ])('asked for %o', async (asked, slugs) => {
    expect(await found(asked)).toEqual(slugs)
  })

  test('tells of each article how long and how hard it is', async () => {
    const { articles, total, pages } = await listLibrary(ANYONE, { company: 'Cedarline' })
    expect([total, pages]).toEqual([1, 1])
    expect(articles[0]).toMatchObject({ words: 34, level: expect.stringMatching(/^(?:easy|medium|hard)$/) })
  })
})

describe('a search', () => {
  test.each([
    // a title counts for more than a text
    ['marmalade', ['ostvik-mines', 'norvale-grows']],
    // other forms of a word
    ['mining', ['ostvik-mines']],
    // a word half typed
    ['cedarl', ['norvale-grows']],
    ['norvale kent', ['norvale-shrinks']],
    ['"shops in Wales"', ['norvale-grows']],
    ['norvale -wales', ['norvale-shrinks']],
    ['zebra', []],
    ['the', []],
    ["'); DROP TABLE article; --", []],
    ['&&& ::: !!!', []],
  ])('for %s', async (q, slugs) => {
    expect(await found({ q })).toEqual(slugs)
  })

  test('marks what it found, in the words of the text', async () => {
    const { articles } = await listLibrary(ANYONE, { q: 'marmalade', company: 'Norvale' })
    const snippet = articles[0]?.snippet ?? []
    expect(snippet.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['marmalade'])
    expect(snippet.map(({ text }) => text).join('')).toContain('sold marmalade in them')
  })
})

describe('topics', () => {
  test('are counted, and counted again when an article is corrected', async () => {
    expect(await getTopic(ANYONE, 'company', 'Norvale')).toEqual({ name: 'Norvale', articles: 2 })
    expect(await listTopics(ANYONE, 'concept', 5)).toEqual([
      { name: 'Gross margin', articles: 2 },
      { name: 'Inflation', articles: 1 },
    ])
    content.put({ ...NORVALE_BEFORE, companies: ['Pellworth'], concepts: ['Gross margin'] })
    await loadContent(content)
    expect(await getTopic(ANYONE, 'company', 'Norvale')).toEqual({ name: 'Norvale', articles: 1 })
    expect(await getTopic(ANYONE, 'company', 'Pellworth')).toEqual({ name: 'Pellworth', articles: 1 })
    expect(await getTopic(ANYONE, 'concept', 'Inflation')).toBeNull()
    expect(await found({ company: 'Pellworth' })).toEqual(['norvale-shrinks'])
    content.put(NORVALE_BEFORE)
    await loadContent(content)
    const { rows } = await pool().query(
      `SELECT t.sort, t.name FROM library_topic t WHERE t.articles <> (
         SELECT count(*) FROM library_article l WHERE CASE t.sort
           WHEN 'sector' THEN l.sector = t.name
           WHEN 'company' THEN t.name = ANY(l.companies)
           ELSE t.name = ANY(l.concepts) END)`,
    )
    expect(rows).toEqual([])
  })
})

describe('beside an article', () => {
  test('stand what shares most with it, and its neighbours in time', async () => {
    const { related, older, newer } = await getBeside(ANYONE, NORVALE)
    expect(related.map(({ slug }) => slug)).toEqual(['ostvik-mines', 'norvale-shrinks'])
    expect(older).toEqual({ slug: 'norvale-shrinks', title: 'Norvale shrinks' })
    expect(newer).toEqual({ slug: 'ostvik-mines', title: 'Ostvik mines marmalade-coloured ore' })
    const alone = { slug: 'zzz', date: '1999-01-01', sector: 'Fishing', companies: [], concepts: [] }
    const last = await getBeside(ANYONE, alone)
    expect([last.related, last.older, last.newer?.slug]).toEqual([[], null, 'norvale-shrinks'])
  })
})

describe('a company’s figures', () => {
  test('stand in the order of their times, each with its article', async () => {
    const revenue = (await getTimelines(ANYONE, 'Norvale')).find(({ measure }) => /revenue/i.test(measure))
    expect(revenue).toMatchObject({ unit: 'USD' })
    expect(revenue?.points.map(({ period, value, slug }) => [period, value, slug])).toEqual([
      ['2023', 40_000_000, 'norvale-shrinks'],
      ['2024', 45_000_000, 'norvale-grows'],
    ])
    expect(await getTimelines(ANYONE, 'Nobody')).toEqual([])
  })
})

describe('the glossary', () => {
  test('explains the concepts and terms of the project’s articles', () => {
    expect(getTerm('Gross margin')?.meaning).toMatch(/revenue/)
    expect(getTerm('gross profit margin')?.slug).toBe('gross-margin')
    expect(getTerm('marmalade')).toBeNull()
  })

  test('finds where a text first uses a term, the longest one, and no part of a word', () => {
    const text =
      'The gross margins of inflationary years fell. Gross margin is no margin call; inflation rose.'
    const uses = findTermUses([{ start: 100, text }])
    expect(uses.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual([
      'gross margins',
      'inflation',
    ])
    expect(termsOf(uses).map(({ term }) => term)).toEqual(['Gross margin', 'Inflation'])
  })
})

describe('a word of very many articles', () => {
  test('lists the first two hundred of them, and says that there are more', async () => {
    await pool().query(`
      INSERT INTO article (id, slug) SELECT md5('copy ' || n)::uuid, 'copy-' || n FROM generate_series(1, 220) n;
      INSERT INTO revision (id, article_id, number, title, date, sector, companies, concepts, lead, text, blocks, sources, file_hash)
        SELECT md5('revision ' || n)::uuid, md5('copy ' || n)::uuid, 1, 'Copy ' || n, date '2020-01-01' - n, 'Copies', '{}', '{}',
          '', 'Copy ' || n || E'\\n\\nA text of gooseberries.', '[]', '[]', '' FROM generate_series(1, 220) n;
      SELECT shelve(id) FROM article WHERE slug LIKE 'copy-%'`)
    const search = await listLibrary(ANYONE, { q: 'gooseberries', page: 10 })
    expect(search).toMatchObject({ total: 200, isMore: true, pages: 10 })
    expect(search.articles).toHaveLength(20)
    const oldest = await listLibrary(ANYONE, { q: 'gooseberries', sort: 'oldest' })
    expect(oldest.articles[0]?.slug).toBe('copy-220')
    const sector = await listLibrary(ANYONE, { sector: 'Copies', page: 11 })
    expect(sector).toMatchObject({ total: 220, isMore: false, pages: 11 })
    expect(sector.articles).toHaveLength(20)
    const few = await listLibrary(ANYONE, { q: 'marmalade' })
    expect(few).toMatchObject({ total: 2, isMore: false, pages: 1 })
  })
})
