import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { nameField } from '../accounts/fields.ts'
import { asTeacher, classSchema, TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { digest } from '../digest.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { IS_UNSEEN } from './release.ts'
import { type Stored, sayIso } from './rules.ts'
import type { CategoryView, CountedAssignment, CountingView } from './view.ts'

type Counted = Pick<CountingView, 'categories' | 'assignments'>

/** What counts in a class the viewer teaches; null where there is no such class of theirs. */
export async function getCounting({ personId }: Viewer, classId: string): Promise<CountingView | null> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT name FROM class WHERE id = $1 AND ${TEACHES}`,
    [classId, personId],
  )
  const [own] = rows
  if (!own) return null
  const counted = await readCounting(pool(), classId)
  return { class: { id: classId, name: own.name }, seen: seenOf(counted), ...counted }
}

async function readCounting(client: Pick<pg.ClientBase, 'query'>, classId: string): Promise<Counted> {
  const { rows: categories } = await client.query<CategoryView>(
    'SELECT id, name, weight FROM grade_category WHERE class_id = $1 ORDER BY position, id',
    [classId],
  )
  const { rows } = await client.query<Stored<CountedAssignment>>(
    `SELECT a.id, a.title, a.weight, a.closes_at AS "closesAt", a.feedback, a.category_id AS category,
       a.counts_missing AS "countsMissing", a.scores_released_at IS NOT NULL AS "areScoresReleased",
       a.answers_released_at IS NOT NULL AS "areAnswersReleased",
       EXISTS (SELECT FROM attempt t WHERE t.assignment_id = a.id AND ${IS_UNSEEN}) AS "isWaiting"
     FROM assignment a WHERE a.class_id = $1 AND a.removed_at IS NULL ORDER BY a.created_at, a.id`,
    [classId],
  )
  return {
    categories,
    assignments: rows.map(({ closesAt, ...row }) => ({ ...row, closesAt: sayIso(closesAt) })),
  }
}

/** What of it a teacher changes there, as a mark: it differs where somebody has changed it since. */
const seenOf = ({ categories, assignments }: Counted): string =>
  digest(
    JSON.stringify([
      categories.map(({ id, name, weight }) => [id, name, weight]),
      assignments.map(({ id, category, countsMissing }) => [id, category, countsMissing]),
    ]),
  )

/** Parts of what a class is graded by, at most. */
const MOST = 12

export const countingSchema = classSchema.extend({
  seen: z.string().length(43),
  /** In their order; one without an id is new. */
  categories: z
    .array(z.strictObject({ id: id.nullable(), name: nameField, weight: z.number().min(0).max(100) }))
    .max(MOST),
  /** Each with the place of its category in that list; null for none. */
  assignments: z
    .array(z.strictObject({ id, category: z.int().min(0).nullable(), countsMissing: z.boolean() }))
    .max(1_000),
})
type Counting = z.output<typeof countingSchema>

/** Lays down the categories of a class, which assignment is in which, and for which of them what was missed counts as nought. Every total follows at once. */
export const setCounting = (
  viewer: Viewer,
  { class: classId, seen, ...wanted }: Counting,
): Promise<Outcome<{ readonly set: true }>> =>
  asTeacher<{ readonly set: true }>(viewer, classId, async (client, actor) => {
    await holdAssignments(client, classId)
    const now = await readCounting(client, classId)
    if (seen !== seenOf(now)) return { refused: 'changed-meanwhile' }
    if (!isOf(now, wanted)) return { refused: 'invalid' }
    const ids = await setCategories(client, classId, wanted.categories)
    await client.query(
      `UPDATE assignment a SET category_id = given.category, counts_missing = given.counts,
         missed_by = CASE WHEN a.counts_missing = given.counts THEN a.missed_by END
       FROM unnest($2::uuid[], $3::uuid[], $4::boolean[]) AS given (assignment, category, counts)
       WHERE a.id = given.assignment AND a.class_id = $1`,
      [
        classId,
        wanted.assignments.map(({ id }) => id),
        wanted.assignments.map(({ category }) => (category === null ? null : ids[category])),
        wanted.assignments.map(({ countsMissing }) => countsMissing),
      ],
    )
    await removeOthers(client, classId, ids)
    const was = new Map(now.assignments.map(({ id, countsMissing }) => [id, countsMissing]))
    const changed = wanted.assignments.filter(({ id, countsMissing }) => was.get(id) !== countsMissing)
    await total(
      client,
      classId,
      changed.map(({ id }) => id),
    )
    await writeAudit(client, { actor, deed: 'set-counting', subject: null, details: { class: classId } })
    return { done: { set: true } }
  })

/** In one order, and after the class, as everybody does who holds both. */
const holdAssignments = (client: pg.PoolClient, classId: string) =>
  client.query('SELECT FROM assignment WHERE class_id = $1 ORDER BY id FOR NO KEY UPDATE', [classId])

/** Whether what is wanted is about things of the class, and about all of its assignments. */
function isOf({ categories, assignments }: Counted, wanted: Omit<Counting, 'class' | 'seen'>): boolean {
  const known = new Set(categories.map(({ id }) => id))
  const kept = wanted.categories.flatMap(({ id }) => id ?? [])
  return (
    kept.every((id) => known.has(id)) &&
    new Set(kept).size === kept.length &&
    assignments.length === wanted.assignments.length &&
    assignments.every(({ id }) => wanted.assignments.some((each) => each.id === id)) &&
    wanted.assignments.every(({ category }) => category === null || category < wanted.categories.length)
  )
}

/** Keeps, changes and adds; gives their ids in order. */
async function setCategories(
  client: pg.PoolClient,
  classId: string,
  categories: Counting['categories'],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string; position: number }>(
    `INSERT INTO grade_category AS k (id, class_id, name, weight, position)
     SELECT coalesce(given.id, gen_random_uuid()), $1, given.name, given.weight, given.position
     FROM unnest($2::uuid[], $3::text[], $4::real[]) WITH ORDINALITY AS given (id, name, weight, position)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, weight = excluded.weight, position = excluded.position
       WHERE k.class_id = $1
     RETURNING id, position`,
    [
      classId,
      categories.map(({ id }) => id),
      categories.map(({ name }) => name),
      categories.map(({ weight }) => weight),
    ],
  )
  return rows.sort((a, b) => a.position - b.position).map(({ id }) => id)
}

/** Takes the other categories away, from assignments that were taken back too. */
async function removeOthers(client: pg.PoolClient, classId: string, kept: readonly string[]): Promise<void> {
  await client.query(
    'UPDATE assignment SET category_id = NULL WHERE class_id = $1 AND NOT category_id = ANY($2)',
    [classId, kept],
  )
  await client.query('DELETE FROM grade_category WHERE class_id = $1 AND NOT id = ANY($2)', [classId, kept])
}

/** Reckons what was missed of these assignments, and then every total of the class, once. */
async function total(client: pg.PoolClient, classId: string, changed: readonly string[]): Promise<void> {
  await client.query('SELECT FROM enrolment WHERE class_id = $1 ORDER BY person_id FOR NO KEY UPDATE', [
    classId,
  ])
  for (const assignment of changed) await client.query('SELECT reckon_missed($1)', [assignment])
  await client.query('SELECT total_grades($1)', [classId])
}

/** Has everything that was missed in a class count as nought, of every assignment that closes. */
export const countAllMissed = (
  viewer: Viewer,
  { class: classId }: z.output<typeof classSchema>,
): Promise<Outcome<{ readonly counted: number }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    await holdAssignments(client, classId)
    const { rows } = await client.query<{ id: string }>(
      `UPDATE assignment a SET counts_missing = true, missed_by = NULL
       WHERE class_id = $1 AND removed_at IS NULL AND NOT counts_missing AND (closes_at IS NOT NULL OR EXISTS (
         SELECT FROM assignment_override o WHERE o.assignment_id = a.id AND o.closes_at IS NOT NULL)) RETURNING id`,
      [classId],
    )
    await total(
      client,
      classId,
      rows.map(({ id }) => id),
    )
    await writeAudit(client, { actor, deed: 'set-counting', subject: null, details: { class: classId } })
    return { done: { counted: rows.length } }
  })
