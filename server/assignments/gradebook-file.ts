import { ReadableStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'
import { writeXlsxStream } from 'hucre/xlsx'
import { z } from 'zod'
import { isStoreAway } from '../db.ts'
import { id } from '../fields.ts'
import { logFailure } from '../log.ts'
import { type Outcome, StreamedDocument } from '../outcome.ts'
import { readingNow } from '../reading.ts'
import type { Viewer } from '../viewer.ts'
import { getGraded, isThere } from './gradebook.ts'

/** People read at a time. */
const AT_ONCE = 200

export const gradebookSchema = z.strictObject({ id, gone: z.literal('1').optional() })
type Asked = z.output<typeof gradebookSchema>

interface FileRow {
  readonly person_id: string
  readonly sort_name: string
  readonly name: string | null
  readonly total: number | null
  /** One a column: what counts, in per cent. */
  readonly cells: readonly Cell[] | null
}

/** SQL: a score in per cent, to a tenth. */
const percent = (score: string): string => `round((${score} * 100)::numeric, 1)::float8`

/**
 * SQL: the learners of the class $1 who come after the one with the name and id $2, $3 in the order of their names, each
 * with what they have for the assignments $4.
 */
const nextPeople = (isWithGone: boolean): string => `
  SELECT e.person_id, e.sort_name, account.name, ${percent('e.total')} AS total, (
    SELECT jsonb_agg(CASE WHEN g.is_excused THEN to_jsonb('excused'::text) ELSE to_jsonb(${percent('counted(g)')}) END
      ORDER BY col.place)
    FROM unnest($4::uuid[]) WITH ORDINALITY AS col (id, place)
    LEFT JOIN grade g ON g.assignment_id = col.id AND g.person_id = e.person_id) AS cells
  FROM (
    SELECT e.person_id, e.sort_name, e.total FROM enrolment e
    WHERE ${isThere(isWithGone)} AND ($2::text IS NULL OR (e.sort_name, e.person_id) > ($2, $3))
    ORDER BY e.sort_name, e.person_id LIMIT ${AT_ONCE}
  ) e LEFT JOIN account USING (person_id) ORDER BY e.sort_name, e.person_id`

type Cell = string | number | null

/**
 * All grades of a class, a row a person by name, in per cent, in pages of some hundred people: the head first. Each page is
 * a question of its own: a slow reader holds no connection to the store.
 */
async function* rowsOf(
  columns: readonly { readonly id: string; readonly title: string }[],
  { id: classId, gone }: Asked,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const sql = nextPeople(gone !== undefined)
  const from = await readingNow()
  let head: readonly (readonly Cell[])[] = [['name', ...columns.map(({ title }) => title), 'total']]
  for (let last: FileRow | undefined; ; ) {
    const { rows }: { rows: FileRow[] } = await from.query<FileRow>(sql, [
      classId,
      last?.sort_name ?? null,
      last?.person_id ?? null,
      columns.map(({ id }) => id),
    ])
    const told = rows.map(({ name, cells, total }) => [name ?? 'Erased account', ...(cells ?? []), total])
    yield [...head, ...told]
    head = []
    last = rows.at(-1)
    if (rows.length < AT_ONCE) return
  }
}

/** Rows in pages as a file; its first page has been read, so that what goes wrong at once is told in words. */
type Write = (pages: AsyncIterable<readonly (readonly Cell[])[]>) => StreamedDocument['body']

interface FileKind {
  readonly type: string
  readonly name: string
  readonly write: Write
}

const CSV: FileKind = {
  type: 'text/csv; charset=utf-8',
  name: 'gradebook.csv',
  write: (pages) => ReadableStream.from(csvOf(pages)) as StreamedDocument['body'],
}

/** No cell begins a formula. */
async function* csvOf(pages: Parameters<Write>[0]): AsyncGenerator<Uint8Array> {
  let bom = true
  for await (const page of pages) {
    yield Buffer.from(stringify(page as Cell[][], { escape_formulas: true, bom }))
    bom = false
  }
}

/** Names and titles are texts, whatever they begin with; grades are numbers. There are no formulas in it. */
const XLSX: FileKind = {
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: 'gradebook.xlsx',
  write: (pages) => writeXlsxStream(oneByOne(pages), { name: 'Grades', freezePane: { rows: 1, columns: 1 } }),
}

async function* oneByOne(pages: Parameters<Write>[0]): AsyncGenerator<Cell[]> {
  for await (const page of pages) for (const row of page) yield [...row]
}

/** Gives what was read already, and then the rest; a failure on the way is noted as it would be at the door. */
async function* resumed<Page>(first: IteratorResult<Page>, rest: AsyncGenerator<Page>): AsyncGenerator<Page> {
  try {
    if (first.done) return
    yield first.value
    yield* rest
  } catch (error) {
    if (!isStoreAway(error)) logFailure('teach-class', error)
    throw error
  }
}

const exportAs =
  ({ type, name, write }: FileKind) =>
  async (viewer: Viewer, asked: Asked): Promise<Outcome<StreamedDocument>> => {
    const own = await getGraded(viewer, asked.id)
    if (!own) return { refused: 'not-found' }
    const pages = rowsOf(own.columns, asked)
    const first = await pages.next()
    return { done: new StreamedDocument(write(resumed(first, pages)), type, name) }
  }

/** All grades of a class the viewer teaches as CSV. */
export const exportCsv = exportAs(CSV)

/** The same as a workbook. */
export const exportXlsx = exportAs(XLSX)
