import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getArticle } from '#server/articles/articles'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { listLibrary } from '#server/library/list'
import { getStart } from '#server/quizzes/start'
import { ANYONE } from '#server/viewer'
import { type ContentFolder, openContentFolder } from '../../support/content-folder.ts'
import { begin, call } from '../../support/site.ts'

const house = path.resolve(import.meta.dirname, '../../../content')
let content: ContentFolder
let folder: string
beforeEach(() => {
  content = openContentFolder()
  folder = content.folder
})
afterEach(() => content.remove())
afterAll(closeStore)

/** Dots and letters of one article; each test has a slug of its own. */
let turn = 0
const nextSlug = () => `kettles-${++turn}`
const article = (slug: string, body: string, more = '') => `---
title: Acme sells more kettles
slug: ${slug}
date: 2025-01-20
sector: retail
companies: [Acme]
concepts: [Revenue]
sources:
  - publisher: Acme
    title: Results
    date: 2025-01
    address: https://acme.example/results
${more}---

${body}
`
const BODY = `Acme's revenue rose 12% to $45m in 2024. Its profit fell 3% to $7m in 2024.

Jane Doe, the chief executive of Acme, said the company opened 14 shops in 2024. Acme's sales in France climbed 8% to $9m in 2024.`

const put = (name: string, text: string | Buffer) =>
  fs.writeFileSync(path.join(folder, 'articles', name), text)
const load = async () => {
  const said: string[] = []
  const summary = await loadContent({ folder, report: (line) => said.push(line) })
  return { ...summary, said }
}
const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
const withdrawn = (slug: string) =>
  rows(
    `SELECT w.rule, w.reason, v.stem FROM withdrawal w JOIN question_version v ON v.id = w.version_id
     JOIN question q ON q.id = v.question_id JOIN article a ON a.id = q.article_id WHERE a.slug = $1`,
    [slug],
  )

describe('loading', () => {
  test('stores an article with its facts, checked questions and a quiz set; again, it changes nothing', async () => {
    const slug = nextSlug()
    put(`${slug}.md`, article(slug, BODY))
    const first = await load()
    expect(first.articles).toEqual([
      { slug, outcome: 'added', revision: 1, questions: expect.any(Number), withdrawn: 0 },
    ])
    expect(first.articles[0]?.questions).toBeGreaterThan(0)
    const counted = () =>
      rows(`SELECT (SELECT count(*) FROM revision) AS a, (SELECT count(*) FROM reading) AS b, (SELECT count(*) FROM fact) AS c,
        (SELECT count(*) FROM fact_reading) AS d, (SELECT count(*) FROM question_version) AS e, (SELECT count(*) FROM quiz_set) AS f`)
    const before = await counted()
    const second = await load()
    expect(second.articles[0]).toMatchObject({
      outcome: 'unchanged',
      revision: 1,
      questions: first.articles[0]?.questions,
    })
    expect(second.said).toEqual(['Articles: 1, none changed.'])
    expect(await counted()).toEqual(before)

    const view = await getArticle(ANYONE, slug)
    expect(view).toMatchObject({
      ...{ slug, title: 'Acme sells more kettles', date: '2025-01-20', sector: 'retail', revision: 1 },
      sources: [
        { publisher: 'Acme', title: 'Results', date: '2025-01', address: 'https://acme.example/results' },
      ],
    })
    expect(view?.blocks.map(({ text }) => text).join('\n\n')).toBe(BODY)
    expect(view?.facts.length).toBeGreaterThan(0)
    expect((await listLibrary(ANYONE, {})).articles.map((card) => card.slug)).toContain(slug)
    const start = await getStart(ANYONE, slug)
    expect(start?.count).toBe(view?.questions)
    const { view: attempt } = await begin(start?.set ?? '')
    expect(attempt.count).toBe(start?.count)
  })

  test('every stored question quotes its revision word for word', async () => {
    const slug = nextSlug()
    put(`${slug}.md`, article(slug, BODY))
    await load()
    const stored = await rows(
      `SELECT v.body, v.passages, r.text FROM question_version v JOIN revision r ON r.id = v.revision_id
       JOIN article a ON a.id = r.article_id WHERE a.slug = $1`,
      [slug],
    )
    for (const { body, passages, text } of stored) {
      for (const { start, end, quote } of body.question.evidence) expect(text.slice(start, end)).toBe(quote)
      expect(passages.passages.length).toBeGreaterThan(0)
      for (const { start, end, quote, before, after, figures } of passages.passages) {
        expect(text.slice(start, end)).toBe(quote)
        expect(text).toContain(`${before}${quote}${after}`)
        for (const figure of figures) expect(figure.end).toBeLessThanOrEqual(quote.length)
      }
    }
  })

  test('by several nodes at once stores everything once', async () => {
    const slug = nextSlug()
    put(`${slug}.md`, article(slug, BODY))
    const loads = await Promise.all([load(), load(), load(), load()])
    expect(loads.map(({ articles }) => articles[0]?.outcome).sort()).toEqual([
      'added',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    expect(
      await rows('SELECT FROM revision r JOIN article a ON a.id = r.article_id WHERE a.slug = $1', [slug]),
    ).toHaveLength(1)
  })
})

describe('a corrected file', () => {
  test('makes a new revision; facts keep their rows, what is gone is withdrawn by name, open attempts keep theirs', async () => {
    const slug = nextSlug()
    put(`${slug}.md`, article(slug, BODY))
    await load()
    const facts = () =>
      rows(
        'SELECT f.id, f.stable_key FROM fact f JOIN article a ON a.id = f.article_id WHERE a.slug = $1 ORDER BY 1',
        [slug],
      )
    const before = await facts()
    const set = (await getStart(ANYONE, slug))?.set ?? ''
    const open = await begin(set)

    put(
      `${slug}.md`,
      article(
        slug,
        BODY.replace('rose 12%', 'rose 11%').replace(
          " Acme's sales in France climbed 8% to $9m in 2024.",
          '',
        ),
      ),
    )
    const { articles, said } = await load()
    expect(articles[0]).toMatchObject({ outcome: 'revised', revision: 2 })
    expect(articles[0]?.withdrawn).toBeGreaterThan(0)
    expect(said[0]).toMatch(/revised, revision 2, \d+ questions, \d+ earlier ones withdrawn/)
    expect(await facts()).toEqual(expect.arrayContaining(before))

    const gone = await withdrawn(slug)
    const rules = new Set(gone.map(({ rule }) => rule))
    expect(rules).toContain('superseded')
    expect(
      gone
        .filter(({ rule }) => rule === 'evidence-gone')
        .map(({ reason }) => reason)
        .join(),
    ).toContain('Rule 1')
    const live = await rows(
      `SELECT r.number FROM question_version v JOIN revision r ON r.id = v.revision_id JOIN article a ON a.id = r.article_id
       WHERE a.slug = $1 AND NOT EXISTS (SELECT FROM withdrawal WHERE version_id = v.id)`,
      [slug],
    )
    expect(new Set(live.map(({ number }) => number))).toEqual(new Set([2]))

    expect((await getArticle(ANYONE, slug))?.revision).toBe(2)
    expect((await getStart(ANYONE, slug))?.set).not.toBe(set)
    const source = await call('GET /api/attempts/[id]/source', {
      id: open.attempt,
      cookie: open.cookie,
      query: '?position=1',
    })
    expect(source.json).toMatchObject({
      revision: 1,
      blocks: [{ text: expect.stringContaining('rose 12%') }, {}],
    })
    expect((await load()).articles[0]?.outcome).toBe('unchanged')
  })

  test('set back to what it said before is a third revision', async () => {
    const slug = nextSlug()
    for (const body of [BODY, BODY.replace('14 shops', '15 shops'), BODY]) {
      put(`${slug}.md`, article(slug, body))
      await load()
    }
    expect((await getArticle(ANYONE, slug))?.revision).toBe(3)
  })
})

describe('a broken file', () => {
  const broken: readonly (readonly [string, (slug: string) => string | Buffer, RegExp])[] = [
    ['without front matter', () => 'Just words.', /^1: the file does not open with front matter/],
    ['with broken YAML', (slug) => article(slug, BODY, 'x: [\n'), /the front matter is not YAML/],
    [
      'with an alias bomb',
      (slug) => article(slug, BODY, `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`),
      /^14: .*aliases/,
    ],
    ['with an unknown field', (slug) => article(slug, BODY, 'draft: true\n'), /knows no draft/],
    ['without a title', (slug) => article(slug, BODY).replace(/title: Acme.*\n/, ''), /title: is missing/],
    [
      'with script in its title',
      (slug) => article(slug, BODY).replace('Acme sells', '<script>alert(1)</script>'),
      /^2: title: holds markup/,
    ],
    [
      'with an image in a company',
      (slug) => article(slug, BODY).replace('[Acme]', '["<img src=x onerror=y>"]'),
      /^6: companies.0: holds markup/,
    ],
    [
      'with script in its body',
      (slug) => article(slug, `${BODY}\n\n<svg onload=alert(1)>`),
      /^19: the text holds markup/,
    ],
    [
      'with a javascript: address',
      (slug) => article(slug, BODY).replace('https://acme.example/results', 'javascript:alert(1)'),
      /sources.0.address: is not an http or https address/,
    ],
    [
      'with a data: address',
      (slug) => article(slug, BODY).replace('https://acme.example/results', '"data:text/html,x"'),
      /^12: sources.0.address/,
    ],
    [
      'with a day that is none',
      (slug) => article(slug, BODY).replace('2025-01-20', '2025-02-30'),
      /^4: date: is not a day/,
    ],
    [
      'with a slug that climbs',
      (slug) => article(slug, BODY).replace(`slug: ${slug}`, 'slug: ../../etc/passwd'),
      /^3: slug: may hold/,
    ],
    [
      'with the slug of another file',
      (slug) => article('another', BODY).replace('x', slug),
      /^3: slug: is not the file's name/,
    ],
    [
      'with hidden turns of direction',
      (slug) => article(slug, BODY).replace('kettles', 'ket\u202etles'),
      /^2: title: holds characters that cannot be seen/,
    ],
    ['with NUL in its body', (slug) => article(slug, `${BODY}\0`), /cannot be seen/],
    ['without text', (slug) => article(slug, ''), /the article has no text/],
    [
      'nested to the sky',
      (slug) => article(slug, BODY, `x: ${'['.repeat(50_000)}\n`),
      /not YAML|nested too deeply|knows no/,
    ],
    ['of 10 MB', (slug) => article(slug, 'word '.repeat(2_000_000)), /^1: the file is larger/],
    ['of random bytes', () => Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)), /^1: /],
  ]
  test.each(broken)('%s is named with its line, and the others are loaded', async (_, make, words) => {
    const [bad, good] = [nextSlug(), nextSlug()]
    put(`${bad}.md`, make(bad))
    put(`${good}.md`, article(good, BODY))
    const started = Date.now()
    const { broken: found, articles, said } = await load()
    expect(Date.now() - started).toBeLessThan(10_000)
    expect(found.map(({ file }) => file)).toEqual([`${bad}.md`])
    expect(`${found[0]?.line}: ${found[0]?.reason}`).toMatch(words)
    expect(said[0]).toBe(`${bad}.md:${found[0]?.line}: ${found[0]?.reason}`)
    expect(articles.map(({ slug, outcome }) => [slug, outcome])).toEqual([[good, 'added']])
    expect(await getArticle(ANYONE, bad)).toBeNull()
  })

  test('leaves what was stored of the article before', async () => {
    const slug = nextSlug()
    put(`${slug}.md`, article(slug, BODY))
    await load()
    put(`${slug}.md`, 'spoiled')
    expect((await load()).broken).toHaveLength(1)
    expect((await getArticle(ANYONE, slug))?.revision).toBe(1)
  })
})

test('the articles of the house are sound', async () => {
  const { broken, articles } = await loadContent({ folder: house })
  expect(broken).toEqual([])
  expect(articles.length).toBeGreaterThanOrEqual(3)
  for (const { slug } of articles) expect((await getStart(ANYONE, slug))?.count).toBeGreaterThanOrEqual(8)
})
