import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import { type Outcome, PlainDocument } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { countPeople, listPeople, PAGE } from './people-page.ts'
import type { CellView, GradebookView } from './view.ts'

/** How the gradebook is to be shown: sorted by name, by total or by one assignment. */
export const askedSchema = z.object({
  sort: z.union([z.enum(['name', 'total']), id]).catch('name'),
  down: z.literal('1').optional().catch(undefined),
  find: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type Asked = z.output<typeof askedSchema>

interface Column {
  readonly id: string
  readonly title: string
  readonly weight: number
}

interface PersonRow {
  readonly person: string
  readonly name: string | null
  readonly total: number | null
  /** By assignment. */
  readonly cells: Readonly<Record<string, CellView>>
}

/** The class $1 of the teacher $2, and its assignments from the oldest on; null where it is not theirs. */
async function getColumns(
  { personId }: Viewer,
  classId: string,
): Promise<{ readonly name: string; readonly columns: readonly Column[] } | null> {
  const { rows } = await pool().query<{ name: string; columns: Column[] }>(
    `SELECT c.name, coalesce((
       SELECT jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'weight', a.weight) ORDER BY a.created_at, a.id)
       FROM assignment a WHERE a.class_id = c.id AND a.removed_at IS NULL), '[]') AS columns
     FROM class c WHERE c.id = $1 AND ${TEACHES}`,
    [classId, personId],
  )
  return rows[0] ?? null
}

/** SQL: what people have for each assignment. On a page there are thousands: a score alone is no object. */
const CELLS = `coalesce((
  SELECT json_object_agg(g.assignment_id, CASE WHEN g.own IS NULL AND NOT g.is_excused AND g.comment IS NULL THEN to_json(g.score)
    ELSE json_build_object('score', g.score, 'own', g.own, 'reason', g.reason, 'isExcused', g.is_excused, 'comment', g.comment) END)
  FROM grade g JOIN assignment a ON a.id = g.assignment_id
  WHERE g.person_id = page.person_id AND a.class_id = $1 AND a.removed_at IS NULL), '{}') AS cells`

/** A page of the grades of a class the viewer teaches; null where there is no such class of theirs. */
export async function getGradebook(
  viewer: Viewer,
  classId: string,
  asked: Asked,
): Promise<GradebookView | null> {
  const { find, page } = asked
  const [own, found] = await Promise.all([getColumns(viewer, classId), countPeople({ classId, find })])
  if (!own) return null
  const sort = own.columns.some((column) => column.id === asked.sort)
    ? asked.sort
    : asked.sort === 'total'
      ? 'total'
      : 'name'
  const isDown = asked.down !== undefined
  const people = await listPeople({ classId, sort, isDown, find, page }, found)
  const { rows } = await pool().query<PersonRow>(
    `SELECT page.person_id AS person, account.name, e.total, ${CELLS}
     FROM unnest($2::uuid[]) WITH ORDINALITY AS page (person_id, place)
     JOIN enrolment e ON e.class_id = $1 AND e.person_id = page.person_id
     LEFT JOIN account ON account.person_id = page.person_id ORDER BY page.place`,
    [classId, people],
  )
  return {
    class: { id: classId, name: own.name },
    columns: own.columns,
    rows: rows.map(({ person, name, total, cells }) => ({
      person,
      name,
      total,
      cells: own.columns.map((column) => cells[column.id] ?? null),
    })),
    ...{ sort, isDown, find, page },
    pages: Math.max(1, Math.ceil(found / PAGE)),
    found,
  }
}

export const gradebookSchema = z.strictObject({ id })

/** All grades of a class the viewer teaches, a row a person, for a spreadsheet: in per cent, and no cell begins a formula. */
export async function exportGradebook(
  viewer: Viewer,
  { id: classId }: z.output<typeof gradebookSchema>,
): Promise<Outcome<PlainDocument>> {
  const own = await getColumns(viewer, classId)
  if (!own) return { refused: 'not-found' }
  const { rows } = await pool().query<PersonRow>(
    `SELECT page.person_id AS person, account.name, page.total, ${CELLS}
     FROM enrolment page LEFT JOIN account USING (person_id)
     WHERE page.class_id = $1 AND page.role = 'learner' AND page.left_at IS NULL ORDER BY page.sort_name, page.person_id`,
    [classId],
  )
  const told = rows.map(({ name, total, cells }) => [
    name,
    ...own.columns.map((column) => sayCell(cells[column.id] ?? null)),
    percent(total),
  ])
  const columns = ['name', ...own.columns.map(({ title }) => title), 'total']
  const text = stringify([columns, ...told], { escape_formulas: true, bom: true })
  return { done: new PlainDocument(text, 'text/csv; charset=utf-8', 'gradebook.csv') }
}

const percent = (score: number | null | undefined): string =>
  score === null || score === undefined ? '' : String(Math.round(score * 1_000) / 10)

const sayCell = (cell: CellView): string =>
  typeof cell === 'number' || cell === null
    ? percent(cell)
    : cell.isExcused
      ? 'excused'
      : percent(cell.own ?? cell.score)
