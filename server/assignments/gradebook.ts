import { z } from 'zod'
import { TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import type { Viewer } from '../viewer.ts'
import { countPeople, listPeople, PAGE } from './people-page.ts'
import type { CellView, GradebookView } from './view.ts'

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
  /** By the place of their assignment, from 1. */
  readonly cells: Readonly<Record<number, CellView>>
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

/** SQL: what a person of `page` has for each assignment, by its place among those of $3, from 1. On a page there are thousands: a score alone is no object. */
const CELLS = `coalesce((
  SELECT json_object_agg(columns.place, CASE
    WHEN g.own IS NULL AND NOT g.is_excused AND NOT g.is_missing AND g.comment IS NULL THEN to_json(g.score)
    ELSE json_build_object('score', g.score, 'own', g.own, 'reason', g.reason, 'isExcused', g.is_excused,
      'isMissing', g.is_missing, 'comment', g.comment) END)
  FROM grade g JOIN unnest($3::uuid[]) WITH ORDINALITY columns (id, place) ON columns.id = g.assignment_id
  WHERE g.person_id = page.person_id), '{}') AS cells`

/** A page of the grades of a class the viewer teaches; null where there is no such class of theirs. */
export async function getGradebook(
  viewer: Viewer,
  classId: string,
  asked: Asked,
): Promise<GradebookView | null> {
  const { find, page } = asked
  const isWithGone = asked.gone !== undefined
  const counting = countPeople({ classId, find, isWithGone })
  // Asked for below, unless there is nothing to be shown.
  counting.catch(() => {})
  const own = await getGraded(viewer, classId)
  if (!own) return null
  const sort = own.columns.some((column) => column.id === asked.sort)
    ? asked.sort
    : asked.sort === 'total'
      ? 'total'
      : 'name'
  const isDown = asked.down !== undefined
  const people = await listPeople({ classId, sort, isDown, find, isWithGone, page }, counting)
  const { rows } = await pool().query<PersonRow>(
    `SELECT page.person_id AS person, account.name, e.left_at IS NOT NULL AS "hasLeft", e.total, ${CELLS}
     FROM unnest($2::uuid[]) WITH ORDINALITY AS page (person_id, place)
     JOIN enrolment e ON e.class_id = $1 AND e.person_id = page.person_id
     LEFT JOIN account ON account.person_id = page.person_id ORDER BY page.place`,
    [classId, people, own.columns.map((column) => column.id)],
  )
  const found = await counting
  return {
    class: { id: classId, name: own.name },
    columns: own.columns,
    categories: own.categories,
    rows: rows.map(({ person, name, hasLeft, total, cells }) => ({
      person,
      name,
      hasLeft,
      total,
      cells: own.columns.map((_, i) => cells[i + 1] ?? null),
    })),
    ...{ sort, isDown, find, isWithGone, page },
    pages: Math.max(1, Math.ceil(found / PAGE)),
    found,
  }
}
