import { pool } from '../db.ts'
import { minutesFor } from '../quizzes/minutes.ts'
import type { Viewer } from '../viewer.ts'
import { type Stored, sayIso } from './rules.ts'
import { tellDue } from './tell-due.ts'
import type { OwnAssignmentView, OwnAttemptView, OwnLine } from './view.ts'

type LineRow = Stored<Omit<OwnLine, 'state'>> & Pick<OwnLine, 'state'>

/** The viewer's own terms, and how they stand. `is_assigned` alone decides what is theirs. */
const LINE = `
  a.id, a.title, c.name AS class, terms.opens_at AS "opensAt", terms.due_at AS "dueAt", terms.closes_at AS "closesAt",
  CASE
    WHEN EXISTS (SELECT FROM attempt t CROSS JOIN LATERAL own_terms(a.id, $1, t.started_at) own
      WHERE t.assignment_id = a.id AND t.person_id = $1 AND t.submitted_at IS NULL
        AND (own.taken_until IS NULL OR own.taken_until >= clock_timestamp())) THEN 'under-way'
    WHEN terms.opens_at > clock_timestamp() THEN 'not-open-yet'
    WHEN EXISTS (SELECT FROM attempt t WHERE t.assignment_id = a.id AND t.person_id = $1) THEN 'handed-in'
    WHEN terms.closes_at <= clock_timestamp() THEN 'closed'
    ELSE 'open'
  END AS state,
  CASE WHEN is_grade_told(a.id, $1)
    THEN (SELECT counted(g) FROM grade g WHERE g.assignment_id = a.id AND g.person_id = $1) END AS score`

const FROM = `FROM assignment a JOIN class c ON c.id = a.class_id
  CROSS JOIN LATERAL own_terms(a.id, $1, clock_timestamp()) terms`

const tellLine = ({ id, title, class: name, opensAt, dueAt, closesAt, state, score }: LineRow): OwnLine => ({
  id,
  title,
  class: name,
  opensAt: sayIso(opensAt),
  dueAt: sayIso(dueAt),
  closesAt: sayIso(closesAt),
  state,
  score,
})

/** What the viewer has been given to take, what is to be done first on top, and then the newest. */
export async function listOwnAssignments({ personId }: Viewer): Promise<OwnLine[]> {
  if (personId === null) return []
  const { rows } = await pool().query<LineRow>(
    `SELECT ${LINE} ${FROM} JOIN enrolment e ON e.class_id = a.class_id AND e.person_id = $1
     WHERE is_assigned(a.id, $1)
     ORDER BY coalesce(terms.due_at, terms.closes_at), a.created_at DESC, a.id LIMIT 200`,
    [personId],
  )
  return rows.map(tellLine)
}

type OwnRow = LineRow &
  Stored<Omit<OwnAssignmentView, keyof OwnLine | 'minutes' | 'attempts' | 'left'>> & {
    readonly allowed: number | null
  }

/** An assignment with the viewer's own terms and attempts; null where it is not theirs to take. */
export async function getOwnAssignment(
  { personId }: Viewer,
  assignment: string,
): Promise<OwnAssignmentView | null> {
  if (personId === null) return null
  await tellDue(null, assignment)
  const { rows } = await pool().query<OwnRow>(
    `SELECT ${LINE}, least(a.draw, (SELECT count(*)::int FROM quiz_set_item i WHERE i.set_id = a.set_id)) AS count,
       round(terms.limit_seconds / 60.0)::int AS "limitMinutes", a.grace_minutes AS "graceMinutes",
       a.late_percent AS "latePercent", a.feedback, a.counts, a.tries, a.password IS NOT NULL AS "hasWord",
       CASE WHEN is_grade_told(a.id, $1)
         THEN (SELECT g.comment FROM grade g WHERE g.assignment_id = a.id AND g.person_id = $1) END AS comment,
       coalesce(terms.closes_at <= clock_timestamp(), false) AS "isClosed",
       terms.attempts AS allowed, CASE WHEN a.feedback = 'after-closing' THEN all_over_at(a.id) END AS "toldFrom"
     ${FROM} WHERE a.id = $2 AND is_assigned(a.id, $1)`,
    [personId, assignment],
  )
  const [row] = rows
  if (!row) return null
  const attempts = await listOwnAttempts(personId, assignment)
  return {
    ...tellLine(row),
    count: row.count,
    minutes: minutesFor(row.count),
    limitMinutes: row.limitMinutes,
    graceMinutes: row.graceMinutes,
    latePercent: row.latePercent,
    feedback: row.feedback,
    toldFrom: sayIso(row.toldFrom),
    counts: row.counts,
    tries: row.tries,
    hasWord: row.hasWord,
    isClosed: row.isClosed,
    comment: row.comment,
    left: row.allowed === null ? null : Math.max(0, row.allowed - attempts.length),
    attempts,
  }
}

async function listOwnAttempts(personId: string, assignment: string): Promise<OwnAttemptView[]> {
  const { rows } = await pool().query<Stored<OwnAttemptView>>(
    `SELECT t.id AS attempt, t.started_at AS "startedAt", t.submitted_at AS "submittedAt",
       coalesce(s.late_days, 0) AS "lateDays", t.told_at IS NOT NULL AS "isTold", CASE WHEN t.told_at IS NOT NULL THEN s.score END AS score
     FROM attempt t LEFT JOIN attempt_score s ON s.attempt_id = t.id
     WHERE t.assignment_id = $2 AND t.person_id = $1 ORDER BY t.started_at DESC`,
    [personId, assignment],
  )
  return rows.map(({ attempt, startedAt, submittedAt, lateDays, isTold, score }) => ({
    attempt,
    startedAt: sayIso(startedAt) ?? '',
    submittedAt: sayIso(submittedAt),
    lateDays,
    isTold,
    score,
  }))
}
