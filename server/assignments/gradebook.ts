import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import { type Outcome, PlainDocument } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { GradebookView, GradeCell } from './view.ts'

/** People on a page. */
const PAGE = 50

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
  readonly cells: Readonly<Record<string, GradeCell>>
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

/** SQL about `enrolment e`: a learner of the class $1 whose name holds $2. */
const IS_FOUND = `e.class_id = $1 AND e.role = 'learner' AND e.left_at IS NULL
  AND ($2 = '' OR position(lower($2) IN e.sort_name) > 0)`

/**
 * SQL: these people by name, by total, or by what they have for the assignment $3, in one order for everybody: what has no
 * value comes last, and equal ones stand by name.
 */
function people(sort: string, isDown: boolean): string {
  const way = isDown ? 'DESC' : 'ASC'
  const from = 'SELECT e.person_id, e.total FROM enrolment e'
  if (sort === 'name') return `${from} WHERE ${IS_FOUND} ORDER BY e.sort_name ${way}, e.person_id ${way}`
  const rest = `${way} NULLS LAST, e.sort_name, e.person_id`
  if (sort === 'total') return `${from} WHERE ${IS_FOUND} ORDER BY e.total ${rest}`
  return `${from} LEFT JOIN grade g ON g.assignment_id = $3 AND g.person_id = e.person_id
    WHERE ${IS_FOUND} ORDER BY counted(g) ${rest}`
}

/** SQL: what people have for each assignment. */
const CELLS = `coalesce((
  SELECT jsonb_object_agg(g.assignment_id, jsonb_build_object('score', g.score, 'own', g.own, 'reason', g.reason,
    'isExcused', g.is_excused, 'comment', g.comment))
  FROM grade g JOIN assignment a ON a.id = g.assignment_id
  WHERE g.person_id = page.person_id AND a.class_id = $1 AND a.removed_at IS NULL), '{}') AS cells`

/** A page of the grades of a class the viewer teaches; null where there is no such class of theirs. */
export async function getGradebook(
  viewer: Viewer,
  classId: string,
  asked: Asked,
): Promise<GradebookView | null> {
  const own = await getColumns(viewer, classId)
  if (!own) return null
  const sort = own.columns.some((column) => column.id === asked.sort)
    ? asked.sort
    : asked.sort === 'total'
      ? 'total'
      : 'name'
  const isDown = asked.down !== undefined
  const isByQuiz = sort !== 'name' && sort !== 'total'
  const values = [classId, asked.find, ...(isByQuiz ? [sort] : [])]
  const [{ rows }, { rows: counts }] = await Promise.all([
    pool().query<PersonRow>(
      `SELECT page.person_id AS person, account.name, page.total, ${CELLS}
       FROM (
         SELECT *, row_number() OVER () AS place
         FROM (${people(sort, isDown)} LIMIT ${PAGE} OFFSET ${(asked.page - 1) * PAGE}) sorted
       ) page LEFT JOIN account USING (person_id) ORDER BY page.place`,
      values,
    ),
    pool().query<{ found: number }>(`SELECT count(*)::int AS found FROM enrolment e WHERE ${IS_FOUND}`, [
      classId,
      asked.find,
    ]),
  ])
  const found = counts[0]?.found ?? 0
  return {
    class: { id: classId, name: own.name },
    columns: own.columns,
    rows: rows.map(({ person, name, total, cells }) => ({
      person,
      name,
      total,
      cells: own.columns.map((column) => cells[column.id] ?? null),
    })),
    sort,
    isDown,
    find: asked.find,
    page: asked.page,
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
     FROM (SELECT *, row_number() OVER () AS place FROM (${people('name', false)}) sorted) page
     LEFT JOIN account USING (person_id) ORDER BY page.place`,
    [classId, ''],
  )
  const told = rows.map(({ name, total, cells }) => [
    name,
    ...own.columns.map((column) => sayCell(cells[column.id])),
    percent(total),
  ])
  const columns = ['name', ...own.columns.map(({ title }) => title), 'total']
  const text = stringify([columns, ...told], { escape_formulas: true, bom: true })
  return { done: new PlainDocument(text, 'text/csv; charset=utf-8', 'gradebook.csv') }
}

const percent = (score: number | null | undefined): string =>
  score === null || score === undefined ? '' : String(Math.round(score * 1_000) / 10)

const sayCell = (cell: GradeCell | undefined): string =>
  cell === undefined ? '' : cell.isExcused ? 'excused' : percent(cell.own ?? cell.score)
