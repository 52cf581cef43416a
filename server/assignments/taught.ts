import type pg from 'pg'
import { z } from 'zod'
import { mapLate } from '../attempts/late.ts'
import { TEACHES } from '../classes/taught.ts'
import { pool, storeTime } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import { getSet, type QuizSet } from '../quizzes/sets.ts'
import type { Viewer } from '../viewer.ts'
import { RULES, rulesOf, type Stored, sayIso } from './rules.ts'
import type {
  AssignmentLine,
  AssignmentRules,
  OverrideView,
  StandingsView,
  StandingView,
  TaughtAssignmentView,
} from './view.ts'

/** SQL: whether the person $2 teaches the class of `assignment a`. */
export const TEACHES_ITS = TEACHES.replace('$1', 'a.class_id')

/** Holds an assignment to the end; false unless this person teaches its class. */
export async function holdTaughtAssignment(
  client: pg.PoolClient,
  assignment: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM assignment a WHERE a.id = $1 AND a.removed_at IS NULL AND ${TEACHES_ITS} FOR NO KEY UPDATE OF a`,
    [assignment, personId],
  )
  return rows.length > 0
}

/** SQL: the people an assignment `a` is for now, as rows of `theirs`. */
const THEIRS = `SELECT e.person_id FROM enrolment e WHERE e.class_id = a.class_id AND e.role = 'learner' AND e.left_at IS NULL
  AND (a.is_for_all OR EXISTS (SELECT FROM assignment_person c WHERE c.assignment_id = a.id AND c.person_id = e.person_id))`

/** The assignments of a class the viewer teaches, the newest first. */
export async function listTaughtAssignments(
  { personId }: Viewer,
  classId: string,
): Promise<AssignmentLine[]> {
  const { rows } = await pool().query<Stored<AssignmentLine>>(
    `SELECT a.id, a.title, a.opens_at AS "opensAt", a.due_at AS "dueAt", a.closes_at AS "closesAt",
       (SELECT count(*)::int FROM (${THEIRS}) theirs) AS people,
       (SELECT count(DISTINCT t.person_id)::int FROM attempt t
        WHERE t.assignment_id = a.id AND t.submitted_at IS NOT NULL AND t.person_id IN (${THEIRS})) AS "handedIn",
       (SELECT count(*)::int FROM attempt t WHERE t.assignment_id = a.id AND t.submitted_at IS NULL) AS "underWay"
     FROM assignment a WHERE a.class_id = $1 AND a.removed_at IS NULL AND ${TEACHES}
     ORDER BY a.created_at DESC, a.id`,
    [classId, personId],
  )
  return rows.map(({ opensAt, dueAt, closesAt, ...line }) => ({
    ...line,
    opensAt: sayIso(opensAt),
    dueAt: sayIso(dueAt),
    closesAt: sayIso(closesAt),
  }))
}

interface AssignmentRow extends Stored<AssignmentRules> {
  readonly version: number
  readonly class_id: string
  readonly class_name: string
  readonly count: number
  readonly slug: string | null
  readonly chosen: string[] | null
}

/** An assignment of a class the viewer teaches, with how everybody stands; null where there is no such one of theirs. */
export async function getTaughtAssignment(
  { personId }: Viewer,
  assignment: string,
): Promise<TaughtAssignmentView | null> {
  const { rows } = await pool().query<AssignmentRow>(
    `SELECT ${RULES}, a.version, c.id AS class_id, c.name AS class_name, article.slug,
       (SELECT count(*)::int FROM quiz_set_item i WHERE i.set_id = a.set_id) AS count,
       CASE WHEN NOT a.is_for_all
         THEN ARRAY(SELECT person_id::text FROM assignment_person p WHERE p.assignment_id = a.id ORDER BY 1) END AS chosen
     FROM assignment a JOIN class c ON c.id = a.class_id JOIN quiz_set s ON s.id = a.set_id
     LEFT JOIN article ON article.id = s.article_id
     WHERE a.id = $1 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
    [assignment, personId],
  )
  const [row] = rows
  if (!row) return null
  return {
    id: assignment,
    version: row.version,
    class: { id: row.class_id, name: row.class_name },
    count: row.count,
    slug: row.slug,
    rules: rulesOf(row),
    chosen: row.chosen,
    ...(await getStandings(assignment)),
  }
}

type StandingRow = Stored<Omit<StandingView, 'override' | 'state' | 'late'>> & {
  readonly state: StandingView['state']
  readonly override: OverrideView | null
}

/** Everybody it is for, and everybody who has begun it, by name. The last attempt is the one under way, if there is one. */
const STANDINGS = `
  SELECT people.id AS person, account.name, people.is_theirs AS "isTheirs",
    CASE WHEN last.id IS NULL THEN 'not-begun' WHEN last.submitted_at IS NULL THEN 'under-way' ELSE 'handed-in' END AS state,
    coalesce(last.answered, 0) AS answered, coalesce(last.count, 0) AS count, CASE WHEN last.submitted_at IS NULL THEN latest.place END AS "lastAnswered",
    last.started_at AS "startedAt",
    CASE WHEN last.submitted_at IS NULL THEN terms.ends_at END AS "endsAt",
    done.handed_in_at AS "handedInAt", coalesce(done.late_days, 0) AS "lateDays", coalesce(last.attempts, 0) AS attempts,
    counted(grade) AS score,
    CASE WHEN o.person_id IS NOT NULL THEN jsonb_build_object('opensAt', o.opens_at, 'dueAt', o.due_at,
      'closesAt', o.closes_at, 'timeFactor', o.time_factor, 'extraMinutes', o.extra_minutes,
      'moreAttempts', o.more_attempts) END AS override
  FROM assignment a
  CROSS JOIN LATERAL (
    SELECT id, bool_or(is_theirs) AS is_theirs FROM (
      SELECT person_id AS id, true AS is_theirs FROM (${THEIRS}) theirs
      UNION ALL SELECT person_id, false FROM attempt WHERE assignment_id = a.id
    ) either GROUP BY id
  ) people
  LEFT JOIN account ON account.person_id = people.id
  LEFT JOIN assignment_override o ON o.assignment_id = a.id AND o.person_id = people.id
  LEFT JOIN LATERAL (
    SELECT t.id, t.started_at, t.submitted_at, count(*) OVER ()::int AS attempts,
      (SELECT count(*)::int FROM attempt_item i WHERE i.attempt_id = t.id) AS count,
      (SELECT count(*)::int FROM (
        SELECT DISTINCT ON (r.position) r.answer FROM response r WHERE r.attempt_id = t.id ORDER BY r.position, r.sequence DESC
      ) given WHERE given.answer <> 'null'::jsonb) AS answered
    FROM attempt t WHERE t.assignment_id = a.id AND t.person_id = people.id ORDER BY t.started_at DESC LIMIT 1
  ) last ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('position', r.position, 'at', to_json(date_trunc('milliseconds', r.saved_at))) AS place FROM response r
    WHERE r.attempt_id = last.id AND last.submitted_at IS NULL ORDER BY r.saved_at DESC, r.position DESC LIMIT 1
  ) latest ON true
  LEFT JOIN LATERAL own_terms(a.id, people.id, last.started_at) terms ON last.id IS NOT NULL
  LEFT JOIN attempt_score done ON done.attempt_id = last.id
  LEFT JOIN grade ON grade.assignment_id = a.id AND grade.person_id = people.id
  WHERE a.id = $1
  ORDER BY account.name IS NULL, lower(account.name), people.id`

async function getStandings(assignment: string): Promise<StandingsView> {
  const at = await storeTime()
  const [{ rows }, late] = await Promise.all([
    pool().query<StandingRow>(STANDINGS, [assignment]),
    mapLate(assignment),
  ])
  const people = rows.map(({ startedAt, endsAt, handedInAt, ...row }) => ({
    ...row,
    startedAt: sayIso(startedAt),
    endsAt: sayIso(endsAt),
    handedInAt: sayIso(handedInAt),
    late: late.get(row.person) ?? [],
  }))
  return { at: at.toISOString(), people }
}

/** An assignment with the set it is of. */
export interface TaughtSet {
  readonly title: string
  readonly class: { readonly id: string; readonly name: string }
  readonly set: QuizSet
}

/** An assignment of a class the viewer teaches with the set it is of; null where there is no such one of theirs. */
export async function getTaughtSet({ personId }: Viewer, assignment: string): Promise<TaughtSet | null> {
  const { rows } = await pool().query<{
    title: string
    set_id: string
    class_id: string
    class_name: string
  }>(
    `SELECT a.title, a.set_id, c.id AS class_id, c.name AS class_name
     FROM assignment a JOIN class c ON c.id = a.class_id
     WHERE a.id = $1 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
    [assignment, personId],
  )
  const [row] = rows
  const set = row && (await getSet(row.set_id))
  return set ? { title: row.title, class: { id: row.class_id, name: row.class_name }, set } : null
}

/** What an address names of an assignment: its class, and itself. */
export const placeSchema = z.strictObject({ id, assignment: id })

/** Whether there is such an assignment in that class, and the viewer teaches it. */
export async function teachesAssignment(
  { personId }: Viewer,
  { id: classId, assignment }: z.output<typeof placeSchema>,
): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT FROM assignment a WHERE a.id = $1 AND a.class_id = $3 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
    [assignment, personId, classId],
  )
  return rows.length > 0
}

/** How everybody stands in an assignment of the viewer's, for a page that keeps up with it. */
export async function readStandings(
  viewer: Viewer,
  named: z.output<typeof placeSchema>,
): Promise<Outcome<StandingsView>> {
  if (!(await teachesAssignment(viewer, named))) return { refused: 'not-found' }
  return { done: await getStandings(named.assignment) }
}
