import { z } from 'zod'
import { TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import type { Viewer } from '../viewer.ts'
import type { GradebookView, GradeCell } from './view.ts'

/** People on a page. */
const PAGE = 50

/** How the gradebook is to be shown: sorted by name, by total or by one assignment. */
export const askedSchema = z.object({
  sort: z.union([z.enum(['name', 'total']), id]).catch('name'),
  down: z.literal('1').optional().catch(undefined),
  gone: z.literal('1').optional().catch(undefined),
  find: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type Asked = z.output<typeof askedSchema>

interface PersonRow {
  readonly person: string
  readonly name: string | null
  readonly hasLeft: boolean
  readonly total: number | null
  /** By assignment. */
  readonly cells: Readonly<Record<string, GradeCell>>
}

/** A class with what it is graded by: its assignments from the oldest on. */
interface Graded extends Pick<GradebookView, 'columns' | 'categories'> {
  readonly name: string
}

/** What a class the viewer teaches is graded by; null where it is not theirs. */
export async function getGraded({ personId }: Viewer, classId: string): Promise<Graded | null> {
  const { rows } = await pool().query<Graded>(
    `SELECT c.name, coalesce((
       SELECT jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'weight', a.weight, 'category', a.category_id)
         ORDER BY a.created_at, a.id)
       FROM assignment a WHERE a.class_id = c.id AND a.removed_at IS NULL), '[]') AS columns, coalesce((
       SELECT jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'weight', k.weight) ORDER BY k.position, k.id)
       FROM grade_category k WHERE k.class_id = c.id), '[]') AS categories
     FROM class c WHERE c.id = $1 AND ${TEACHES}`,
    [classId, personId],
  )
  return rows[0] ?? null
}

/** SQL about `enrolment e`: a learner of the class $1, or somebody who was one. */
export const isThere = (isWithGone: boolean): string =>
  `e.class_id = $1 AND e.role = 'learner'${isWithGone ? '' : ' AND e.left_at IS NULL'}`

/** SQL: the same, whose name holds $2. */
const isFound = (isWithGone: boolean): string =>
  `${isThere(isWithGone)} AND ($2 = '' OR position(lower($2) IN e.sort_name) > 0)`

/**
 * SQL: these people by name, by total, or by what they have for the assignment $3, in one order for everybody: what has no
 * value comes last, and equal ones stand by name.
 */
function people(sort: string, isDown: boolean, isWithGone: boolean): string {
  const way = isDown ? 'DESC' : 'ASC'
  const from = 'SELECT e.person_id, e.total, e.left_at IS NOT NULL AS "hasLeft" FROM enrolment e'
  const found = isFound(isWithGone)
  if (sort === 'name') return `${from} WHERE ${found} ORDER BY e.sort_name ${way}, e.person_id ${way}`
  const rest = `${way} NULLS LAST, e.sort_name, e.person_id`
  if (sort === 'total') return `${from} WHERE ${found} ORDER BY e.total ${rest}`
  return `${from} LEFT JOIN grade g ON g.assignment_id = $3 AND g.person_id = e.person_id
    WHERE ${found} ORDER BY counted(g) ${rest}`
}

/** SQL: what people have for each assignment. */
const CELLS = `coalesce((
  SELECT jsonb_object_agg(g.assignment_id, jsonb_build_object('score', g.score, 'own', g.own, 'reason', g.reason,
    'isExcused', g.is_excused, 'isMissing', g.is_missing, 'comment', g.comment))
  FROM grade g JOIN assignment a ON a.id = g.assignment_id
  WHERE g.person_id = page.person_id AND a.class_id = $1 AND a.removed_at IS NULL), '{}') AS cells`

/** A page of the grades of a class the viewer teaches; null where there is no such class of theirs. */
export async function getGradebook(
  viewer: Viewer,
  classId: string,
  asked: Asked,
): Promise<GradebookView | null> {
  const own = await getGraded(viewer, classId)
  if (!own) return null
  const sort = own.columns.some((column) => column.id === asked.sort)
    ? asked.sort
    : asked.sort === 'total'
      ? 'total'
      : 'name'
  const isDown = asked.down !== undefined
  const isWithGone = asked.gone !== undefined
  const isByQuiz = sort !== 'name' && sort !== 'total'
  const values = [classId, asked.find, ...(isByQuiz ? [sort] : [])]
  const [{ rows }, { rows: counts }] = await Promise.all([
    pool().query<PersonRow>(
      `SELECT page.person_id AS person, account.name, page."hasLeft", page.total, ${CELLS}
       FROM (
         SELECT *, row_number() OVER () AS place
         FROM (${people(sort, isDown, isWithGone)} LIMIT ${PAGE} OFFSET ${(asked.page - 1) * PAGE}) sorted
       ) page LEFT JOIN account USING (person_id) ORDER BY page.place`,
      values,
    ),
    pool().query<{ found: number }>(
      `SELECT count(*)::int AS found FROM enrolment e WHERE ${isFound(isWithGone)}`,
      [classId, asked.find],
    ),
  ])
  const found = counts[0]?.found ?? 0
  return {
    class: { id: classId, name: own.name },
    columns: own.columns,
    categories: own.categories,
    rows: rows.map(({ person, name, hasLeft, total, cells }) => ({
      person,
      name,
      hasLeft,
      total,
      cells: own.columns.map((column) => cells[column.id] ?? null),
    })),
    sort,
    isDown,
    find: asked.find,
    isWithGone,
    page: asked.page,
    pages: Math.max(1, Math.ceil(found / PAGE)),
    found,
  }
}
