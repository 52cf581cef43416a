import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Kind, Option } from '../../questions/question.ts'
import { admit } from '../admit.ts'
import type { Bank, Carried, SaidOf } from '../bank.ts'
import { Findings, type Format, type ReadFile, unreadable } from '../format.ts'

/** A part of a question: its text, what belongs to it, and why. */
type Part = readonly [text: string, key: string, why: string]

/** The cells of a row that its kind fills. */
interface Cells {
  readonly answer?: string
  readonly unit?: string
  readonly tolerance?: string
  readonly low?: string
  readonly high?: string
  readonly correction?: string
  readonly parts?: readonly Part[]
}
type Row = Required<Cells>

interface InCells<K extends Kind> {
  readonly write: (says: SaidOf<K>) => Cells
  readonly read: (row: Row) => Readonly<Record<string, unknown>>
}

const RIGHT = 'right'
const optionParts = (options: readonly Option[]): Part[] =>
  options.map(({ text, correct, why }) => [text, correct ? RIGHT : 'wrong', why])
const readOptions = ({ parts }: Row): Option[] =>
  parts.map(([text, key, why]) => ({ text, correct: key.trim().toLowerCase() === RIGHT, why }))

/** A figure as somebody typed it; NaN, which no question holds, where it is none. */
const figure = (cell: string): number => (cell.trim() === '' ? Number.NaN : Number(cell))
const reasonsOf = ({ parts }: Row): string[] => parts.map(([, , why]) => why)

/** THE TABLE of kinds as cells. */
const CELLS: { readonly [K in Kind]: InCells<K> } = {
  choice: {
    write: ({ options }) => ({ parts: optionParts(options) }),
    read: (row) => ({ options: readOptions(row) }),
  },
  'multiple-response': {
    write: ({ options }) => ({ parts: optionParts(options) }),
    read: (row) => ({ options: readOptions(row) }),
  },
  'true-false': {
    write: ({ answer, correction = '' }) => ({ answer: String(answer), correction }),
    // A spreadsheet writes truth in capitals.
    read: ({ answer, correction }) => ({
      answer: { true: true, false: false }[answer.trim().toLowerCase()],
      ...(correction === '' ? {} : { correction }),
    }),
  },
  number: {
    write: ({ answer, unit, tolerance }) => ({ answer: `${answer}`, unit, tolerance: `${tolerance}` }),
    read: ({ answer, unit, tolerance }) => ({
      answer: figure(answer),
      unit,
      tolerance: tolerance === '' ? 0 : figure(tolerance),
    }),
  },
  cloze: {
    write: ({ answer, accepts }) => ({ answer, parts: accepts.map((text) => [text, RIGHT, '']) }),
    read: ({ answer, parts }) => ({ answer, accepts: parts.map(([text]) => text) }),
  },
  ordering: {
    write: ({ answer, reasons }) => ({
      parts: answer.map((text, i) => [text, `${i + 1}`, reasons[i] ?? '']),
    }),
    read: ({ parts }) => {
      const inOrder = [...parts].sort(([, a], [, b]) => figure(a) - figure(b))
      return { answer: inOrder.map(([text]) => text), reasons: inOrder.map(([, , why]) => why) }
    },
  },
  matching: {
    write: ({ answer, reasons }) => ({
      parts: answer.map(([left, right], i) => [left, right, reasons[i] ?? '']),
    }),
    read: (row) => ({ answer: row.parts.map(([left, right]) => [left, right]), reasons: reasonsOf(row) }),
  },
  estimate: {
    write: ({ answer, unit, tolerance, low, high }) => ({
      ...{ answer: `${answer}`, unit, tolerance: `${tolerance}`, low: `${low}`, high: `${high}` },
    }),
    read: ({ answer, unit, tolerance, low, high }) => ({
      ...{ answer: figure(answer), unit, tolerance: figure(tolerance), low: figure(low), high: figure(high) },
    }),
  },
}

const SINGLE = ['answer', 'unit', 'tolerance', 'low', 'high', 'correction'] as const

/** What a spreadsheet would take for the beginning of a formula, full-width signs included, behind any apostrophes. */
const LIVE = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** A cell that a spreadsheet shows and does not work out. */
const defused = (cell: string): string => (LIVE.test(cell) ? `'${cell}` : cell)
const undefused = (cell: string): string => (cell.startsWith("'") && LIVE.test(cell) ? cell.slice(1) : cell)

function write({ questions }: Bank): string {
  const rows = questions.map((question) => ({ question, cells: cellsOf(question) }))
  const most = (count: (row: (typeof rows)[number]) => number) => Math.max(1, ...rows.map(count))
  const parts = most(({ cells }) => cells.parts?.length ?? 0)
  const passages = most(({ question }) => question.passages.length)
  const numbered = (count: number, name: (n: number) => string[]) =>
    Array.from({ length: count }, (_, i) => name(i + 1)).flat()
  const head = [
    ...['id', 'kind', 'question', ...SINGLE],
    ...numbered(parts, (n) => [`part ${n}`, `key ${n}`, `why ${n}`]),
    ...['explanation', 'hint'],
    ...numbered(passages, (n) => [`passage ${n}`]),
  ]
  const body = rows.map(({ question: { id, says, passages: quotes }, cells }) => [
    ...[id, says.kind, says.stem, ...SINGLE.map((name) => cells[name] ?? '')],
    ...numbered(parts, (n) => [...(cells.parts?.[n - 1] ?? ['', '', ''])]),
    ...[says.explanation, says.hint ?? ''],
    ...numbered(passages, (n) => [quotes[n - 1] ?? '']),
  ])
  return stringify(
    [head, ...body].map((row) => row.map(defused)),
    { bom: true, quoted: true, record_delimiter: 'windows' },
  )
}

const cellsOf = ({ says }: Carried): Cells => CELLS[says.kind].write(says as never)

/** A row a question, for spreadsheets; docs/formats.md tells its columns. */
export const csv: Format = {
  title: 'CSV',
  use: 'For a spreadsheet: a row a question, everything in columns.',
  never: 'The text of the article is left out; the passages are in it word by word.',
  ending: '.csv',
  mediaType: 'text/csv; charset=utf-8',
  losses: () => [],
  write,
  read,
}

const MOST_COLUMNS = 200
/** More than are taken of one file, so that the rest is told of. */
const MOST_ROWS = 1_000

interface Line {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function read(text: string): ReadFile {
  let lines: readonly Line[]
  try {
    const lax = { relax_column_count: true, skip_empty_lines: true, to: MOST_ROWS }
    // Where a record ends is what the parser tells; where the next begins is one more.
    lines = parse(text, { bom: true, delimiter: delimiterOf(text), info: true, ...lax }) as unknown as Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable(
      Number(error.lines ?? 1),
      'A quotation mark is opened and not closed, or stands where none can.',
    )
  }
  const [head, ...rows] = lines
  const names = (head?.record ?? []).map((name) => undefused(name).trim().toLowerCase())
  if (!names.includes('kind') || !names.includes('question'))
    return unreadable(
      1,
      'The first row names the columns, ‘kind’ and ‘question’ among them. They are not there.',
    )
  if (names.length > MOST_COLUMNS) return unreadable(1, `There are more than ${MOST_COLUMNS} columns.`)
  const found = new Findings()
  const columns = new Columns(names)
  let line = head?.info.lines ?? 1
  for (const { record, info } of rows) {
    if (found.isFull(line + 1)) break
    if (record.some((cell) => cell !== '')) found.take(line + 1, admitRow(columns, record.map(undefused)))
    line = info.lines
  }
  return found.done()
}

/** What stands between the columns of the first row: spreadsheets of some countries write semicolons. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1)
  const count = (each: string) => head.split(each).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

/** Where the columns stand that a row is read by. */
class Columns {
  private readonly places: ReadonlyMap<string, number>
  /** The numbers behind ‘part’ and ‘passage’, as they stand in the head. */
  readonly parts: readonly string[]
  readonly passages: readonly string[]

  constructor(names: readonly string[]) {
    this.places = new Map(names.map((name, i) => [name, i]))
    const numbers = (word: string) =>
      names.filter((name) => name.startsWith(`${word} `)).map((name) => name.slice(word.length + 1))
    this.parts = numbers('part')
    this.passages = numbers('passage')
  }

  cell(row: readonly string[], name: string): string {
    const at = this.places.get(name)
    return (at === undefined ? undefined : row[at]) ?? ''
  }
}

function admitRow(columns: Columns, row: readonly string[]): Carried | string {
  const cell = (name: string) => columns.cell(row, name)
  const parts = columns.parts
    .map((n): Part => [cell(`part ${n}`), cell(`key ${n}`), cell(`why ${n}`)])
    .filter((part) => part.some((each) => each !== ''))
  const kind = cell('kind').trim().toLowerCase()
  const single = Object.fromEntries(SINGLE.map((name) => [name, cell(name)])) as Record<
    (typeof SINGLE)[number],
    string
  >
  const own = Object.hasOwn(CELLS, kind) ? CELLS[kind as Kind].read({ ...single, parts }) : {}
  const hint = cell('hint')
  return admit({
    id: cell('id'),
    kind,
    parts: {
      stem: cell('question'),
      explanation: cell('explanation'),
      ...(hint === '' ? {} : { hint }),
      ...own,
    },
    passages: columns.passages.map((n) => cell(`passage ${n}`)).filter((quote) => quote !== ''),
  })
}
