import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createRandom } from '#core'
import { loadContent } from '#server/content/load'
import { closeStore } from '#server/db'
import { root } from '../../scripts/launcher/prisma.ts'
import { startOwnPostgres } from '../support/own-postgres.ts'
import { account, SECRET } from './stage.ts'
import { makeTexts } from './texts.ts'

/** How many articles the two stores hold, and how many questions of each article the large one keeps. */
export const FEW = 20
export const MANY = 10_000
const QUESTIONS = 20

/** What every article of the small store has and one in twenty of the large one, so that a page is full in both. */
export const ASKED = { company: 'Borealis', concept: 'Inflation', sector: 'Retail' } as const
/** A word of as many articles of the one store as of the other. */
export const RARE_WORD = 'marmalade'
const RARE_IN = 5

const VOCABULARY = 20_000
const WORDS = 80
const WORD_LENGTH = 7

export interface Stores {
  /** The addresses of the two databases. */
  readonly small: string
  readonly large: string
  /** Their rows. */
  readonly counts: { readonly articles: number; readonly questions: number }
  /** Takes the quizzes of all days out of both stores again, past their guards. */
  forgetDays(): Promise<void>
  close(): Promise<void>
}

const LARGE = 'bellwether_large'

/** Two stores on one server: a few generated articles, and those again and again with other words, names and days. */
export async function makeStores(say: (line: string) => void): Promise<Stores> {
  const server = await startOwnPostgres('library-bench', account)
  try {
    Object.assign(process.env, { DATABASE_URL: server.url, BELLWETHER_SECRET: SECRET })
    await loadFew()
    await run(server.adminUrl('postgres'), [
      `CREATE DATABASE ${LARGE} TEMPLATE ${account.database} OWNER ${account.role}`,
    ])
    const large = new URL(server.url)
    large.pathname = `/${LARGE}`
    say(`Making ${MANY.toLocaleString('en-GB')} articles of ${FEW} ...`)
    await run(large.href, multiplyArticles(MANY))
    for (const address of [server.url, large.href]) await run(address, ['VACUUM ANALYZE'])
    return {
      small: server.url,
      large: large.href,
      counts: await countRows(large.href),
      async forgetDays() {
        for (const name of [account.database, LARGE]) await run(server.adminUrl(name), FORGET_DAYS)
      },
      close: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** For the administrator alone: no trigger and no foreign key is asked. */
const FORGET_DAYS = [
  "SET session_replication_role = 'replica'",
  'CREATE TEMP TABLE drawn AS SELECT set_id FROM daily_quiz',
  'DELETE FROM daily_quiz',
  'DELETE FROM quiz_set_item WHERE set_id IN (SELECT set_id FROM drawn)',
  'DELETE FROM quiz_set WHERE id IN (SELECT set_id FROM drawn)',
]

/** Words of one length, so that one can stand for another without moving what comes after. */
function makeWords(): string[] {
  const random = createRandom('bench words')
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou']
  const one = (letters: string) => letters[random.integer(letters.length)] ?? ''
  const words = new Set<string>()
  while (words.size < VOCABULARY)
    words.add(Array.from({ length: WORD_LENGTH }, (_, i) => one(i % 2 === 0 ? consonants : vowels)).join(''))
  return [...words]
}

/** Paragraphs of as many words each; common words are common and rare ones rare, as in a language (Zipf). */
function makeParagraphs(count: number): string[] {
  const random = createRandom('bench paragraphs')
  const words = makeWords()
  const one = () => words[Math.floor(VOCABULARY ** random.next())]
  return Array.from({ length: count }, () => Array.from({ length: WORDS }, one).join(' '))
}

/** Writes the few articles and loads them into the store of DATABASE_URL. */
export async function loadFew(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-bench-content-'))
  try {
    fs.mkdirSync(path.join(folder, 'articles'))
    fs.cpSync(path.join(root, 'content/names'), path.join(folder, 'names'), { recursive: true })
    const ends = makeParagraphs(FEW)
    makeTexts(FEW, 'library').forEach((text, i) => {
      const [, ...paragraphs] = text.split('\n\n')
      if (i < RARE_IN) paragraphs.push(`There was ${RARE_WORD} for tea.`)
      const slug = `text-${i}`
      const front = [
        `title: ${ASKED.company} reports a year of change, no. ${String(i).padStart(6, '0')}`,
        `slug: ${slug}`,
        `date: 2025-06-${String(i + 1).padStart(2, '0')}`,
        `sector: ${ASKED.sector}`,
        `companies: [${ASKED.company}, Cobalt Foods]`,
        `concepts: [${ASKED.concept}, Guidance]`,
        'sources:\n  - publisher: Made for the bench\n    title: No source',
      ]
      const body = [...paragraphs, ends[i]].join('\n\n')
      fs.writeFileSync(
        path.join(folder, 'articles', `${slug}.md`),
        `---\n${front.join('\n')}\n---\n\n${body}\n`,
      )
    })
    const { broken } = await loadContent({ folder })
    if (broken.length > 0) throw new Error(`the bench wrote what cannot be read: ${broken[0]?.reason}`)
  } finally {
    await closeStore()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The statements that make so many articles of the few. A copy's id is made of the number of the copy and the id it
 * is a copy of, so that what belongs together still does. Only the first questions of an article are kept: their sets
 * first, then others.
 */
export function multiplyArticles(articles: number): string[] {
  const copies = articles / FEW - 1
  const id = (column: string) => `md5(copy || ' ' || ${column})::uuid`
  const insert = (table: string, columns: string, values: string) =>
    `INSERT INTO ${table} (${columns}) SELECT ${values} FROM few_${table} t, generate_series(1, ${copies}) copy`
  const few = (table: string, where = '') =>
    `CREATE TEMP TABLE few_${table} AS SELECT * FROM ${table} t ${where}`
  const kept = `WHERE t.id IN (SELECT id FROM kept)`
  const paragraphs = makeParagraphs(articles)
    .map((words) => `'${words}'`)
    .join(',')
  return [
    `CREATE TEMP TABLE kept AS SELECT id FROM (
       SELECT v.id, row_number() OVER (
         PARTITION BY q.article_id
         ORDER BY EXISTS (SELECT FROM quiz_set_item i WHERE i.version_id = v.id) DESC, v.id
       ) AS place
       FROM question_version v JOIN question q ON q.id = v.question_id
     ) ranked WHERE place <= ${QUESTIONS}`,
    few('article'),
    few('revision'),
    few('reading'),
    few('fact'),
    few('fact_reading'),
    few('question', 'WHERE t.id IN (SELECT question_id FROM question_version JOIN kept USING (id))'),
    few('question_version', kept),
    few('bank_article'),
    few('bank_item', 'WHERE t.version_id IN (SELECT id FROM kept)'),
    few('quiz_set'),
    few('quiz_set_item'),
    `CREATE TEMP TABLE paragraph AS SELECT (place - 1)::int AS place, words
     FROM unnest(ARRAY[${paragraphs}]) WITH ORDINALITY AS t (words, place)`,
    'CREATE INDEX ON paragraph (place)',
    insert('article', 'id, slug', `${id('t.id')}, t.slug || '-' || copy`),
    `INSERT INTO revision (id, article_id, number, title, date, sector, companies, concepts, lead, text, blocks, sources, file_hash)
     SELECT ${id('t.id')}, ${id('t.article_id')}, number, numbered.title,
       date - (copy % 3650),
       CASE WHEN copy % 20 = 0 THEN sector ELSE 'Sector ' || copy % 19 END,
       CASE WHEN copy % 20 = 0 THEN companies ELSE ARRAY['Company ' || copy % 499, 'Company ' || (copy * 7 + ascii(t.id::text)) % 499] END,
       CASE WHEN copy % 20 = 0 THEN concepts ELSE ARRAY['Concept ' || copy % 97, 'Concept ' || (copy * 5 + ascii(t.id::text)) % 97] END,
       lead,
       numbered.title || replace(
         substr(text, length(t.title) + 1, length(text) - length(t.title) - ${WORDS * (WORD_LENGTH + 1) - 1}),
         '${RARE_WORD}', 'blueberry') || other.words,
       blocks, sources, file_hash || copy
     FROM few_revision t, generate_series(1, ${copies}) copy
     CROSS JOIN LATERAL (
       SELECT right(t.title, 6)::int AS place,
         left(t.title, -6) || lpad((copy * ${FEW} + right(t.title, 6)::int)::text, 6, '0') AS title
     ) numbered
     JOIN paragraph other ON other.place = copy * ${FEW} + numbered.place`,
    insert(
      'reading',
      'id, revision_id, engine_version, shortfall',
      `${id('t.id')}, ${id('t.revision_id')}, engine_version, shortfall`,
    ),
    insert('fact', 'id, article_id, stable_key', `${id('t.id')}, ${id('t.article_id')}, stable_key`),
    insert(
      'fact_reading',
      'reading_id, place, fact_id, data',
      `${id('t.reading_id')}, place, ${id('t.fact_id')}, data`,
    ),
    insert('question', 'id, article_id, family_key', `${id('t.id')}, ${id('t.article_id')}, family_key`),
    insert(
      'question_version',
      'id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash',
      `${id('t.id')}, ${id('t.question_id')}, ${id('t.revision_id')}, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash || copy`,
    ),
    insert('bank_article', 'article_id, revision_id', `${id('t.article_id')}, ${id('t.revision_id')}`),
    insert(
      'bank_item',
      'version_id, article_id, kind, level, needs_article, banked',
      `${id('t.version_id')}, ${id('t.article_id')}, kind, level, needs_article, banked`,
    ),
    insert(
      'quiz_set',
      'id, article_id, revision_id, reading_id, number, settings',
      `${id('t.id')}, ${id('t.article_id')}, ${id('t.revision_id')}, ${id('t.reading_id')}, number, settings`,
    ),
    insert(
      'quiz_set_item',
      'set_id, position, version_id',
      `${id('t.set_id')}, position, ${id('t.version_id')}`,
    ),
    'SELECT shelve(a.id) FROM article a WHERE NOT EXISTS (SELECT FROM library_article l WHERE l.article_id = a.id) ORDER BY a.id',
  ]
}

async function onClient<Result>(
  address: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const run = (address: string, statements: readonly string[]): Promise<void> =>
  onClient(address, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

const countRows = (address: string): Promise<Stores['counts']> =>
  onClient(address, async (client) => {
    const { rows } = await client.query<{ articles: number; questions: number }>(
      'SELECT (SELECT count(*)::int FROM library_article) AS articles, (SELECT count(*)::int FROM question_version) AS questions',
    )
    return rows[0] ?? { articles: 0, questions: 0 }
  })
