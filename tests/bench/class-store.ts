import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { QuestionOf } from '#core'
import { closeStore } from '#server/db'
import type { Viewer } from '#server/viewer'
import { startOwnPostgres } from '../support/own-postgres.ts'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { account, SECRET } from './stage.ts'

/** People in the two classes, and how many assignments each of these classes has. */
export const MANY = 30_000
export const FEW = 30
export const ASSIGNMENTS = 50
/** Questions of the assignment whose answers are kept: with those of all people a little over a million. */
export const ITEMS = 34

/** A class of the store, with its assignments in the order of its columns; of the first all answers are kept. */
export interface BenchClass {
  readonly id: string
  readonly assignments: readonly string[]
}

export interface ClassStore {
  readonly address: string
  /** Who teaches both classes. */
  readonly teacher: Viewer
  readonly many: BenchClass
  readonly few: BenchClass
  /** Runs SQL past the guards of the store. */
  admin<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** One store with a class of thirty thousand and one of thirty, of fifty assignments each, and the answers to one of them. */
export async function makeClassStore(say: (line: string) => void): Promise<ClassStore> {
  const server = await startOwnPostgres('gradebook-bench', account)
  try {
    Object.assign(process.env, { DATABASE_URL: server.url, BELLWETHER_SECRET: SECRET })
    const [choice] = QUESTIONS as [QuestionOf<'choice'>]
    const { set } = await storeQuiz(
      Array.from({ length: ITEMS }, (_, i) => ({ ...choice, id: `q-${i}`, stem: `${i}. ${choice.stem}` })),
    )
    await closeStore()
    const client = new pg.Client({ connectionString: server.adminUrl(account.database) })
    await client.connect()
    const admin = async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]> =>
      (await client.query<Row>(sql, values)).rows
    const [teacher, session] = [randomUUID(), randomUUID()]
    const classes = [randomUUID(), randomUUID()] as const
    say(`Making a class of ${MANY.toLocaleString('en-GB')} with ${ASSIGNMENTS} assignments ...`)
    for (const statement of FILL)
      await admin(
        statement
          .replaceAll(':teacher', `'${teacher}'::uuid`)
          .replaceAll(':session', `'${session}'::uuid`)
          .replaceAll(':set', `'${set}'::uuid`)
          .replaceAll(':many', `'${classes[0]}'::uuid`)
          .replaceAll(':few', `'${classes[1]}'::uuid`),
      )
    const assignmentsOf = async (id: string) =>
      (
        await admin<{ id: string }>('SELECT id FROM assignment WHERE class_id = $1 ORDER BY created_at, id', [
          id,
        ])
      ).map((row) => row.id)
    return {
      address: server.url,
      teacher: { personId: teacher, role: 'teacher', sessionId: session },
      many: { id: classes[0], assignments: await assignmentsOf(classes[0]) },
      few: { id: classes[1], assignments: await assignmentsOf(classes[1]) },
      admin,
      async close() {
        await client.end()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const FIRST_NAMES = ['Ada', 'Ben', 'Cem', 'Dana', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jun', 'Kai', 'Lea']
/** Everybody's second name is one of so many. */
const SECOND_NAMES = 600
/** Part of the name of all of the small class, and of one in a hundred of the large one: a search for it fills a page. */
export const COMMON_NAME = 'marlow'

/** Past all guards: no trigger and no foreign key is asked. */
const FILL = [
  "SET session_replication_role = 'replica'",
  'SELECT setseed(0.27)',
  `INSERT INTO person (id, role) VALUES (:teacher, 'teacher')`,
  `INSERT INTO account (person_id, name, age_band) VALUES (:teacher, 'The teacher', 'adult')`,
  `INSERT INTO session (id, person_id, method, agent, idle_seconds, expires_at)
   VALUES (:session, :teacher, 'password', 'the bench', 86400, clock_timestamp() + interval '1 day')`,
  `INSERT INTO class (id, name) VALUES (:many, 'The many'), (:few, 'The few')`,
  `INSERT INTO enrolment (class_id, person_id, role) VALUES (:many, :teacher, 'teacher'), (:few, :teacher, 'teacher')`,
  // Who is in which class stands in no order of ids.
  `CREATE TEMP TABLE learner AS
   SELECT gen_random_uuid() AS id, CASE WHEN n <= ${FEW} THEN :few ELSE :many END AS class_id,
     (ARRAY['${FIRST_NAMES.join("','")}'])[1 + n % ${FIRST_NAMES.length}] || ' ' ||
       CASE WHEN n <= ${FEW} OR n % 100 = 0 THEN '${COMMON_NAME} ' || n
         ELSE translate(left(md5((n / ${FIRST_NAMES.length} % ${SECOND_NAMES})::text), 7), '0123456789', 'ghijkabcde') END AS name,
     random() AS ability
   FROM generate_series(1, ${MANY + FEW}) n`,
  `INSERT INTO person (id, role) SELECT id, 'learner' FROM learner`,
  `INSERT INTO account (person_id, name, age_band) SELECT id, name, 'adult' FROM learner`,
  `INSERT INTO enrolment (class_id, person_id, role, sort_name) SELECT class_id, id, 'learner', lower(name) FROM learner`,
  `INSERT INTO assignment (id, class_id, set_id, title, feedback, weight, created_at)
   SELECT gen_random_uuid(), own.id, :set, 'Quiz ' || n, 'after-attempt', 1 + n % 3, now() - n * interval '1 day'
   FROM generate_series(1, ${ASSIGNMENTS}) n, (VALUES (:many), (:few)) own (id)`,
  // A grade for nearly every assignment, in eighths.
  `INSERT INTO grade (assignment_id, person_id, score, sort_name)
   SELECT a.id, l.id, round((l.ability + random()) * 4) / 8, lower(l.name)
   FROM assignment a JOIN learner l ON l.class_id = a.class_id WHERE random() < 0.95 ORDER BY a.created_at DESC, l.id`,
  `CREATE TEMP TABLE taken AS
   SELECT gen_random_uuid() AS attempt_id, a.id AS assignment_id, l.*
   FROM learner l JOIN LATERAL (
     SELECT id FROM assignment WHERE class_id = l.class_id ORDER BY created_at, id LIMIT 1) a ON true`,
  `INSERT INTO attempt (id, person_id, set_id, mode, seed, client_key, started_at, submitted_at, told_at, assignment_id)
   SELECT attempt_id, id, :set, 'test', 'seed', gen_random_uuid(), now() - interval '1 hour', now() - random() * interval '1 hour',
     now(), assignment_id FROM taken`,
  // Option n is chosen; the key is in place 1 of three, and the abler choose it more often.
  `CREATE TEMP TABLE given AS
   SELECT t.attempt_id, t.assignment_id, i.position, i.version_id,
     CASE WHEN random() < 0.02 THEN NULL WHEN random() < 0.2 + t.ability * 0.7 THEN 1 ELSE 2 * (random() < 0.6)::int END AS option,
     (5 + random() * 60)::smallint AS seconds,
     (ARRAY['guess', 'fairly-sure', 'certain', NULL])[1 + floor(random() * 4)::int] AS confidence
   FROM taken t CROSS JOIN quiz_set_item i WHERE i.set_id = :set`,
  `INSERT INTO attempt_item (attempt_id, position, version_id, arrangement, final_at)
   SELECT attempt_id, position, version_id, '{"v": 1, "ids": ["a", "b", "c"], "order": [0, 1, 2]}', now() FROM given`,
  `INSERT INTO response (attempt_id, position, sequence, key, body_hash, answer, confidence, final, seconds)
   SELECT attempt_id, position, 1, gen_random_uuid(), '', to_jsonb((ARRAY['a', 'b', 'c'])[option + 1]), confidence, false, seconds
   FROM given WHERE option IS NOT NULL`,
  `INSERT INTO item_mark (attempt_id, position, mark, assignment_id, place, is_first, chosen, is_blank, seconds, confidence, is_at_hand)
   SELECT attempt_id, position, (option IS NOT DISTINCT FROM 1)::int, assignment_id, position - 1, true,
     coalesce(1 << option, 0), option IS NULL, CASE WHEN option IS NOT NULL THEN seconds END,
     CASE WHEN option IS NOT NULL THEN confidence END, false FROM given`,
  'VACUUM ANALYZE',
  "SET session_replication_role = 'origin'",
  'SELECT reckon_grades(id) FROM (SELECT DISTINCT assignment_id AS id FROM taken) first',
  'SELECT total_grades(id) FROM class',
  'VACUUM ANALYZE',
]
