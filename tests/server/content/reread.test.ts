import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getArticle } from '#server/articles/articles'
import { EngineFailure } from '#server/content/drafted'
import { type Engine, isAsNew, loadEngine } from '#server/content/engine'
import { loadContent } from '#server/content/load'
import { rereadArticles } from '#server/content/reread'
import { closeStore, pool } from '#server/db'
import { guestCookie } from '#server/guest'
import { getStart } from '#server/quizzes/start'
import { ANYONE } from '#server/viewer'
import { type RuleName, rules } from '../../../core/questions/checker/rules.ts'
import { openContentFolder } from '../../support/content-folder.ts'
import { createFirstStore } from '../../support/first-store.ts'
import { begin, call } from '../../support/site.ts'

const house = path.resolve(import.meta.dirname, '../../../content')
const SLUG = 'cedar-jets'
const engine = loadEngine(house)
const asVersion = (version: string, how: Partial<Engine> = {}): Engine => ({ ...engine, version, ...how })

beforeAll(async () => {
  process.env.DATABASE_URL = await createFirstStore()
})
afterAll(closeStore)

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
/** What people did, and what their attempts are pinned to. */
const TAKEN = ['person', 'attempt', 'attempt_item', 'response', 'question_tally', 'flag']
const MADE = ['article', 'revision', 'reading', 'fact', 'fact_reading', 'question', 'question_version']
const OFFERED = ['withdrawal', 'quiz_set', 'quiz_set_item', 'bank_article', 'bank_item']
/** Every row of the tables, byte for byte, in one order. */
const dump = async (tables: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [
        table,
        (await rows(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)).map(({ row }) => row),
      ]),
    ),
  )
const everything = () => dump([...TAKEN, ...MADE, ...OFFERED])

const doubledFacts = () => rows('SELECT article_id, stable_key FROM fact GROUP BY 1, 2 HAVING count(*) > 1')
const factIds = async () =>
  new Map((await rows('SELECT stable_key, id FROM fact')).map(({ stable_key, id }) => [stable_key, id]))
/** Stable keys that the newest reading holds. */
const standingKeys = async () =>
  (
    await rows(
      `SELECT DISTINCT f.stable_key FROM fact_reading fr JOIN fact f ON f.id = fr.fact_id
       WHERE fr.reading_id = (SELECT id FROM reading ORDER BY created_at DESC LIMIT 1)`,
    )
  ).map(({ stable_key }) => stable_key)

describe('a store that the first engine filled', () => {
  test('is read again: facts keep their rows, no attempt changes, what fails the checker is withdrawn by its rule', async () => {
    const taken = await dump(TAKEN)
    const made = await dump(MADE)
    const ids = await factIds()
    const [handedIn] = await rows('SELECT id, person_id FROM attempt WHERE submitted_at IS NOT NULL')
    const resultsOf = async () =>
      (
        await call('GET /api/attempts/[id]/results', {
          id: handedIn.id,
          cookie: `bellwether=${guestCookie(handedIn.person_id).value}`,
        })
      ).json
    const results = await resultsOf()
    expect(results.count).toBe(9)

    const said: string[] = []
    const { articles, failed } = await rereadArticles({ engine, report: (line) => said.push(line) })
    expect(failed).toEqual([])
    expect(articles).toHaveLength(1)
    const [{ facts, questions, withdrawn } = expect.fail()] = articles

    expect(await dump(TAKEN)).toEqual(taken)
    expect(await doubledFacts()).toEqual([])
    const now = await factIds()
    for (const [key, id] of ids) expect(now.get(key)).toBe(id)
    const standing = await standingKeys()
    expect(facts).toEqual({
      kept: standing.filter((key) => ids.has(key)).length,
      added: standing.filter((key) => !ids.has(key)).length,
      retired: [...ids.keys()].filter((key) => !standing.includes(key)).length,
    })
    expect(Math.min(facts.kept, facts.added, facts.retired)).toBeGreaterThan(0)
    const after = await dump(MADE)
    for (const table of MADE) expect(after[table]).toEqual(expect.arrayContaining(made[table] ?? []))

    const gone = await rows(
      `SELECT w.rule, w.reason, v.engine_version FROM withdrawal w JOIN question_version v ON v.id = w.version_id`,
    )
    expect(gone.map(({ rule }) => rule).sort()).toEqual([...withdrawn].sort())
    expect(new Set(gone.map(({ engine_version }) => engine_version.split('+')[0]))).toEqual(
      new Set(['1.0.0']),
    )
    const refused = gone.filter(({ rule }) => Object.hasOwn(rules, rule))
    expect(refused.length).toBeGreaterThan(0)
    for (const { rule, reason } of refused)
      expect(reason).toMatch(new RegExp(`^Rule ${rules[rule as RuleName].number}: `))
    expect(questions.kept).toBeGreaterThan(0)
    expect(questions.made).toBeGreaterThan(0)

    const unwithdrawn = await rows(
      'SELECT id FROM question_version v WHERE NOT EXISTS (SELECT FROM withdrawal WHERE version_id = v.id) ORDER BY 1',
    )
    expect(await rows('SELECT version_id AS id FROM bank_item ORDER BY 1')).toEqual(unwithdrawn)

    expect(await resultsOf()).toEqual(results)
    expect(said[0]).toBe('Articles to be read again: 1.')
    for (const { rule } of refused) expect(said.at(-1)).toContain(rule)
  })

  test('offers the newer set, and gives it to whoever asks for the old one', async () => {
    const [{ id: old }] = await rows('SELECT id FROM quiz_set WHERE number = 1')
    const start = await getStart(ANYONE, SLUG)
    expect(start?.set).not.toBe(old)
    const { view } = await begin(old)
    expect(view.count).toBe(start?.count)
    const asked = await rows(`SELECT count(*)::int AS withdrawn FROM withdrawal WHERE version_id = ANY($1)`, [
      view.items.map(({ question }) => question),
    ])
    expect(asked).toEqual([{ withdrawn: 0 }])
  })

  test('is left alone by a second run and by an older engine', async () => {
    const before = await everything()
    const said: string[] = []
    await rereadArticles({ engine, report: (line) => said.push(line) })
    expect(said).toEqual([`Every article has been read by engine ${engine.version}.`])
    await rereadArticles({ engine: asVersion('1.0.9+names.00000000') })
    await rereadArticles({ engine: asVersion('0.99.0') })
    expect(await everything()).toEqual(before)
  })

  test('read by a newer engine that finds the same keeps every question and set', async () => {
    const before = await dump(['fact', 'question', 'question_version', ...OFFERED, ...TAKEN])
    const { articles } = await rereadArticles({ engine: asVersion('90.0.0') })
    expect(articles).toMatchObject([
      { facts: { added: 0, retired: 0 }, questions: { made: 0 }, withdrawn: [] },
    ])
    expect(await dump(['fact', 'question', 'question_version', ...OFFERED, ...TAKEN])).toEqual(before)
    expect(await rows(`SELECT count(*)::int AS readings FROM reading`)).toEqual([{ readings: 3 }])
  })

  test('gets a fact back in its old row when a later engine finds it again', async () => {
    const ids = await factIds()
    const forgetful = asVersion('91.0.0', {
      read: (article) => {
        const read = engine.read(article)
        return { ...read, facts: read.facts.slice(1) }
      },
    })
    const [lost] = (await rereadArticles({ engine: forgetful })).articles
    expect(lost?.facts.retired).toBe(1)
    const [found] = (await rereadArticles({ engine: asVersion('92.0.0') })).articles
    expect(found?.facts).toMatchObject({ added: 1, retired: 0 })
    expect(await factIds()).toEqual(ids)
  })
})

describe('reading again', () => {
  const BODY = `Acme's revenue rose 12% to $45m in 2024. Its profit fell 3% to $7m in 2024.

Acme's sales in France climbed 8% to $9m in 2024.`
  const slugs = Array.from({ length: 6 }, (_, i) => `acme-${i}`)
  beforeAll(async () => {
    const content = openContentFolder()
    for (const slug of slugs)
      content.put({
        ...{ slug, title: 'Acme sells more', date: '2025-01-20', sector: 'retail' },
        ...{ companies: ['Acme'], concepts: ['Revenue'], publisher: 'Acme', body: BODY },
      })
    await loadContent(content)
    content.remove()
    await rereadArticles({ engine: asVersion('93.0.0') })
  })

  test('by several nodes at once does each article once', async () => {
    const newer = asVersion('94.0.0')
    const runs = await Promise.all(Array.from({ length: 4 }, () => rereadArticles({ engine: newer })))
    const done = runs.flatMap(({ articles }) => articles.map(({ slug }) => slug)).sort()
    expect(done).toEqual([...slugs, SLUG].sort())
    expect(await rows(`SELECT count(*)::int AS n FROM reading WHERE engine_version = '94.0.0'`)).toEqual([
      { n: 7 },
    ])
    expect(await doubledFacts()).toEqual([])
  })

  test('that is cut off loses nothing, and goes on where it stopped', async () => {
    let left = 3
    const cutOff = asVersion('95.0.0', {
      read: (article) => {
        if (left-- === 0) throw new Error('the power is gone')
        return engine.read(article)
      },
    })
    await expect(rereadArticles({ engine: cutOff })).rejects.toThrow('the power is gone')
    const { articles } = await rereadArticles({ engine: asVersion('95.0.0') })
    expect(articles).toHaveLength(4)
    for (const slug of slugs) expect((await getArticle(ANYONE, slug))?.facts.length).toBeGreaterThan(0)
  })

  test('leaves an article as it was where the engine fails or sees another text, and names it', async () => {
    const before = await dump([
      ...MADE.filter((table) => table !== 'reading' && table !== 'fact_reading'),
      ...OFFERED,
    ])
    const said: string[] = []
    let turn = 0
    const { articles, failed } = await rereadArticles({
      engine: asVersion('96.0.0', {
        read: (article) => {
          turn += 1
          if (turn === 1) throw new EngineFailure('planted', { cause: new Error('planted') })
          const read = engine.read(article)
          return turn === 2 ? { ...read, reading: { ...read.reading, text: `${read.reading.text}!` } } : read
        },
      }),
      report: (line) => said.push(line),
    })
    expect(failed).toEqual(['acme-0', 'acme-1'])
    expect(articles).toHaveLength(5)
    expect(said.at(-1)).toBe('Left as they were, the engine failed on them: acme-0, acme-1.')
    expect(
      await dump([...MADE.filter((table) => table !== 'reading' && table !== 'fact_reading'), ...OFFERED]),
    ).toEqual(before)
  })
})

describe('an engine', () => {
  test.each([
    ['1.1.0+names.a', '1.1.0+names.a', true],
    ['1.1.0+names.b', '1.1.0+names.a', false],
    ['1.2.0+names.a', '1.1.9+names.a', true],
    ['1.10.0+names.a', '1.9.0+names.a', true],
    ['1.9.0+names.a', '1.10.0+names.a', false],
    ['2.0.0', '1.99.99', true],
    ['a test', '1.0.0', false],
  ])('%s is as new as %s: %s', (version, engine, answer) => {
    expect(isAsNew(version, engine)).toBe(answer)
  })
})
