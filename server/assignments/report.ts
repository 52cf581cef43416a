import { z } from 'zod'
import { pool, storeTime } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { getGraded, isThere } from './gradebook.ts'
import type { Report, ReportsView } from './report-view.ts'

/** People in one print run: a class, or what a printer takes at a time. */
const PAGE = 40

/** Things a page has room for. */
const CONCEPTS = 12

/** Which page of a class's reports is asked for. */
export const reportsSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

interface ReportRow extends Omit<Report, 'means'> {
  /** By category. */
  readonly means: Readonly<Record<string, number>>
}

const MEANS = `SELECT jsonb_object_agg(m.category_id, m.mean) FROM category_mean m
  WHERE m.class_id = $1 AND m.person_id = e.person_id AND m.category_id IS NOT NULL`

/** What is theirs, and what they have a grade for although it is not any more. */
const LINES = `
  SELECT jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'endsAt', coalesce(a.due_at, a.closes_at),
    'category', a.category_id, 'attempts', done.attempts, 'lateDays', coalesce(done.late_days, 0),
    'score', g.score, 'own', g.own, 'reason', g.reason, 'isExcused', coalesce(g.is_excused, false),
    'isMissing', coalesce(g.is_missing, false), 'comment', g.comment) ORDER BY a.created_at, a.id)
  FROM assignment a
  LEFT JOIN grade g ON g.assignment_id = a.id AND g.person_id = e.person_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS attempts, (array_agg(s.late_days ORDER BY s.started_at DESC))[1] AS late_days
    FROM attempt_score s WHERE s.assignment_id = a.id AND s.person_id = e.person_id
  ) done
  WHERE a.class_id = $1 AND a.removed_at IS NULL
    AND (g.person_id IS NOT NULL OR done.attempts > 0 OR is_assigned(a.id, e.person_id))`

/** As regrades have it: what is taken out of the score is not asked, what is credited is right. */
const ABOUT = `
  SELECT jsonb_agg(about) FROM (
    SELECT concept AS name, count(*)::int AS asked, (count(*) FILTER (WHERE told.is_right))::int AS "right"
    FROM assignment a JOIN attempt t ON t.assignment_id = a.id AND t.person_id = e.person_id
    JOIN item_mark m ON m.attempt_id = t.id
    JOIN attempt_item i ON i.attempt_id = m.attempt_id AND i.position = m.position
    JOIN question_version v ON v.id = i.version_id JOIN revision r ON r.id = v.revision_id
    CROSS JOIN unnest(r.concepts) AS concept
    CROSS JOIN LATERAL (SELECT m.mark = 1 OR m.counts_as = 'whole' AS is_right) told
    WHERE a.class_id = $1 AND a.removed_at IS NULL AND m.counts_as <> 'nothing'
    GROUP BY concept ORDER BY avg(told.is_right::int), count(*) DESC, concept LIMIT ${CONCEPTS}
  ) about`

/** SQL: the reports of the people `chosen`. */
const reportsOf = (chosen: string): string => `
  SELECT e.person_id AS person, account.name, e.left_at IS NOT NULL AS "hasLeft", e.total,
    coalesce((${MEANS}), '{}') AS means, coalesce((${LINES}), '[]') AS lines, coalesce((${ABOUT}), '[]') AS concepts
  FROM (SELECT * FROM enrolment e WHERE ${chosen}) e LEFT JOIN account USING (person_id)
  ORDER BY e.sort_name, e.person_id`

/** The report of one learner of a class the viewer teaches, of one who has left too; null where there is nobody there. */
export async function getReport(
  viewer: Viewer,
  classId: string,
  person: string,
): Promise<ReportsView | null> {
  const reports = await getReports(viewer, classId, 1, {
    sql: reportsOf(`${isThere(true)} AND e.person_id = $2`),
    values: [classId, person],
  })
  return reports && reports.reports.length > 0 ? { ...reports, pages: 1 } : null
}

/** A page of the reports of everybody in a class the viewer teaches, by name; null where there is no such class of theirs. */
export const listReports = (viewer: Viewer, classId: string, page: number): Promise<ReportsView | null> =>
  getReports(viewer, classId, page, {
    sql: reportsOf(`${isThere(false)} ORDER BY e.sort_name, e.person_id LIMIT ${PAGE} OFFSET $2`),
    values: [classId, (page - 1) * PAGE],
  })

async function getReports(
  viewer: Viewer,
  classId: string,
  page: number,
  { sql, values }: { readonly sql: string; readonly values: unknown[] },
): Promise<ReportsView | null> {
  const own = await getGraded(viewer, classId)
  if (!own) return null
  const [{ rows }, { rows: counts }, at] = await Promise.all([
    pool().query<ReportRow>(sql, values),
    pool().query<{ people: number }>(
      `SELECT count(*)::int AS people FROM enrolment e WHERE ${isThere(false)}`,
      [classId],
    ),
    storeTime(),
  ])
  return {
    class: { id: classId, name: own.name },
    categories: own.categories,
    reports: rows.map(({ means, ...report }) => ({
      ...report,
      means: own.categories.map(({ id }) => means[id] ?? null),
    })),
    at: at.toISOString(),
    page,
    pages: Math.max(1, Math.ceil((counts[0]?.people ?? 0) / PAGE)),
  }
}
