import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { CONFIDENCES } from '#core'
import { saveResponse } from '#server/attempts/save'
import { startAttempt } from '#server/attempts/start'
import { submitAttempt } from '#server/attempts/submit'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { guestIdFor } from '#server/guest'
import type { Outcome } from '#server/outcome'
import { rateAnswers } from '#server/practice/rate'
import { keepFacts } from '#server/reviews/memories'
import { asGuest } from '#server/viewer'
import { root } from '../../scripts/launcher/prisma.ts'
import { answerTo } from '../support/answers.ts'
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts'
import { account, SECRET } from './stage.ts'

/** How many readers the large store holds, and how many responses each of them has left at least. */
export const READERS = 10_000
const RESPONSES = 100
/** Days between two quizzes of a reader. */
const APART = 9

export interface ReaderStores {
  /** The address of a store with one reader, and who that is. */
  readonly alone: { readonly address: string; readonly person: string }
  /** The same of a store with that reader and many others who did the same; the person stands in the midst of them. */
  readonly among: { readonly address: string; readonly person: string }
  /** Responses in the large store. */
  readonly responses: number
  /** Runs SQL in the stores, past all their guards: what a visit has left behind is taken away again before the next. */
  undo(side: Side, sql: string): Promise<void>
  close(): Promise<void>
}

/** One reader alone, or the same among many. */
export type Side = 'alone' | 'among'

const LARGE = 'bellwether_readers'

/** Two stores on one server: one reader with a hundred responses, and ten thousand such readers with a million. */
export async function makeReaderStores(say: (line: string) => void): Promise<ReaderStores> {
  const server = await startOwnPostgres('me-bench', account)
  try {
    Object.assign(process.env, { DATABASE_URL: server.url, BELLWETHER_SECRET: SECRET })
    await loadContent({ folder: path.join(root, 'content') })
    const person = await makeReader(server.adminUrl(account.database))
    say(`Making ${READERS.toLocaleString('en-GB')} readers of one ...`)
    const large = await makeStore(server, LARGE, multiplyReaders(READERS))
    const [row] = await run(large, ['SELECT count(*)::int AS responses FROM response'])
    const guardless: Record<Side, pg.Client> = {
      alone: await openWithoutGuards(server.adminUrl(account.database)),
      among: await openWithoutGuards(server.adminUrl(LARGE)),
    }
    return {
      alone: { address: server.url, person },
      among: { address: large, person: copyOf(person, READERS / 2) },
      responses: Number(row?.responses),
      async undo(side, sql) {
        await guardless[side].query(sql)
      },
      async close() {
        await Promise.all(Object.values(guardless).map((client) => client.end()))
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Makes a reader in the store of DATABASE_URL, which holds quizzes; `admin` is its address for the administrator. Gives who it is. */
export async function makeReader(admin: string): Promise<string> {
  const person = await takeQuizzes()
  await rateAnswers(person)
  await closeStore()
  await run(admin, [...WITHOUT_GUARDS, ...SPREAD, 'VACUUM ANALYZE'])
  return person
}

/** Makes a store of another one of a server, the first unless it is named, by statements of the administrator; gives its address. */
export async function makeStore(
  server: OwnPostgres,
  name: string,
  statements: readonly string[],
  template: string = account.database,
): Promise<string> {
  await run(server.adminUrl('postgres'), [
    `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${account.role}`,
  ])
  await run(server.adminUrl(name), [...statements, 'VACUUM ANALYZE'])
  const address = new URL(server.url)
  address.pathname = `/${name}`
  return address.href
}

/** A guest takes quizzes until there are responses enough, half of them in practice, and keeps their facts; gives who it is. */
async function takeQuizzes(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'SELECT DISTINCT ON (article_id) id FROM quiz_set WHERE article_id IS NOT NULL ORDER BY article_id, number DESC',
  )
  const first = randomUUID()
  const person = guestIdFor(first)
  for (let turn = 0, saved = 0; saved < RESPONSES; turn++) {
    const viewer = asGuest(turn === 0 ? null : person)
    const set = rows[turn % rows.length]?.id ?? ''
    const mode = turn % 2 === 0 ? 'practice' : 'test'
    const key = turn === 0 ? first : randomUUID()
    const { attempt, view } = done(await startAttempt(viewer, { set, mode, key, anew: true }))
    for (const { position, shown } of view.items) {
      const confidence = CONFIDENCES[(turn + position) % CONFIDENCES.length] ?? 'guess'
      const answer = answerTo(shown as never, turn + position)
      const body = {
        position,
        sequence: 1,
        key: randomUUID(),
        answer,
        confidence,
        check: mode === 'practice',
      }
      done(await saveResponse(asGuest(person), attempt, body))
      saved++
    }
    done(await submitAttempt(asGuest(person), attempt))
    done(await keepFacts(asGuest(person), { id: attempt, which: 'all', zone: 'UTC' }))
  }
  return person
}

function done<Result>(outcome: Outcome<Result>): Result {
  if ('refused' in outcome) throw new Error(`the bench was refused: ${outcome.refused}`)
  return outcome.done
}

/** For the administrator alone: no trigger and no foreign key is asked. */
const WITHOUT_GUARDS = ["SET session_replication_role = 'replica'"]

/** Puts the attempts some days apart, the last one where it is. */
const SPREAD = [
  `CREATE TEMP TABLE moved AS
   SELECT id, make_interval(days => ${APART} * (row_number() OVER (ORDER BY started_at DESC) - 1)::int) AS back FROM attempt`,
  'UPDATE attempt a SET started_at = started_at - back, submitted_at = submitted_at - back FROM moved m WHERE m.id = a.id',
  'UPDATE attempt_item i SET final_at = final_at - back FROM moved m WHERE m.id = i.attempt_id',
  'UPDATE response r SET saved_at = saved_at - back FROM moved m WHERE m.id = r.attempt_id',
  // The facts were reviewed three weeks ago, and most are due.
  `UPDATE memory SET added_at = added_at - interval '1 year', due = due - interval '21 days', last_review = last_review - interval '21 days'`,
  `UPDATE review SET at = at - interval '21 days'`,
  'UPDATE rating_sweep SET swept_at = clock_timestamp()',
]

/** A copy's id is made of the number of the copy and the id it is a copy of. */
const id = (column: string) => `md5(copy || ' ' || ${column})::uuid`
/** The same id, worked out here. */
export const copyOf = (original: string, copy: number): string =>
  createHash('md5')
    .update(`${copy} ${original}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const ANSWERS = ['attempt', 'attempt_item', 'response']
const asideOf = (tables: readonly string[]) =>
  tables.map((table) => `CREATE TEMP TABLE one_${table} AS SELECT * FROM ${table}`)

/** Attempts and their responses once more for each copy. Rows of one reader stand apart, as they do where many answer at a time. */
const copyAnswers = (copies: string, newId: typeof id, person: string) => [
  `INSERT INTO attempt (id, person_id, set_id, mode, tries, seed, client_key, started_at, submitted_at)
   SELECT ${newId('t.id')}, ${person}, set_id, mode, tries, seed, ${newId('client_key')}, started_at, submitted_at
   FROM one_attempt t, ${copies} ORDER BY started_at, copy`,
  `INSERT INTO attempt_item (attempt_id, position, version_id, arrangement, final_at, answered, answered_right)
   SELECT ${newId('t.attempt_id')}, position, version_id, arrangement, final_at, answered, answered_right
   FROM one_attempt_item t, ${copies} ORDER BY t.attempt_id, position, copy`,
  `INSERT INTO response (attempt_id, position, sequence, key, body_hash, answer, confidence, final, tried, saved_at)
   SELECT ${newId('t.attempt_id')}, position, sequence, ${newId('key')}, body_hash, answer, confidence, final, tried, saved_at
   FROM one_response t, ${copies} ORDER BY t.attempt_id, position, copy`,
]

/** Makes so many readers of the one, past all guards. */
export function multiplyReaders(readers: number): string[] {
  const copies = `generate_series(1, ${readers - 1}) copy`
  return [
    ...WITHOUT_GUARDS,
    ...asideOf(['person', ...ANSWERS, 'learning', 'memory', 'review', 'ability', 'rated_answer']),
    `INSERT INTO person (id) SELECT ${id('t.id')} FROM one_person t, ${copies}`,
    ...copyAnswers(copies, id, id('person_id')),
    `INSERT INTO learning (person_id, zone, cap, retention, settled_at)
     SELECT ${id('person_id')}, zone, cap, retention, settled_at FROM one_learning t, ${copies}`,
    `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, last_review, added_at)
     SELECT ${id('person_id')}, fact_id, due, stability, difficulty, interval, reps, lapses, last_review, added_at
     FROM one_memory t, ${copies} ORDER BY t.fact_id, copy`,
    `INSERT INTO review (attempt_id, position, person_id, fact_id, at, grade, before)
     SELECT ${id('t.attempt_id')}, position, ${id('person_id')}, fact_id, at, grade, before
     FROM one_review t, ${copies} ORDER BY t.attempt_id, position, copy`,
    `INSERT INTO ability (person_id, value, answers, settled_at)
     SELECT ${id('person_id')}, value, answers, settled_at FROM one_ability t, ${copies}`,
    `INSERT INTO rated_answer (attempt_id, position, mark)
     SELECT ${id('t.attempt_id')}, position, mark FROM one_rated_answer t, ${copies} ORDER BY t.attempt_id, position, copy`,
  ]
}

/** Gives everybody so many times the answers they have, after the readers were made. */
export const multiplyAnswers = (times: number): string[] => [
  ...ANSWERS.map((table) => `DROP TABLE one_${table}`),
  ...asideOf(ANSWERS),
  ...copyAnswers(
    `generate_series(1, ${times - 1}) copy`,
    (column) => `md5('again ' || copy || ' ' || ${column})::uuid`,
    'person_id',
  ),
]

async function openWithoutGuards(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  for (const statement of WITHOUT_GUARDS) await client.query(statement)
  return client
}

/** Runs statements on one connection; gives the rows of the last. */
async function run(address: string, statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}
