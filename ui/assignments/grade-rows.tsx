import { type ComponentProps, type KeyboardEvent, type MouseEvent, memo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CellView, GradebookView, GradeCell } from '#server/assignments/view'
import type { GradeForm } from './grade-form.tsx'
import { NOBODY, sayPercent } from './words.ts'

export type Opened = Pick<ComponentProps<typeof GradeForm>, 'sent' | 'about' | 'cell'>

interface Props {
  readonly book: GradebookView
  /** Called with a grade that is to have its teacher's own word. */
  readonly onOpen: (opened: Opened) => void
}

type Row = GradebookView['rows'][number]

/** A place among the grades: the total stands in column 0, and behind it the assignments. */
interface Place {
  readonly row: number
  readonly column: number
}

export const wholeCell = (cell: CellView): GradeCell | null =>
  typeof cell === 'number'
    ? { score: cell, own: null, reason: null, isExcused: false, isMissing: false, comment: null }
    : cell

/** '83%', '83%*' where a teacher has put it in place, 'excused', 'missing', or a dash. */
function sayCell(cell: CellView): string {
  if (typeof cell === 'number') return sayPercent(cell)
  if (cell?.isExcused) return 'excused'
  const score = cell?.own ?? cell?.score ?? null
  if (score === null) return cell?.isMissing ? 'missing' : '–'
  return `${sayPercent(score)}${cell?.own === null ? '' : '*'}`
}

/** Where a key leads from a place, in a body of so many rows and columns; null for a key that leads nowhere. */
function follow(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
  }
  const to = steps[key]
  const isInside = to && to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns
  return isInside ? to : null
}

/** The place of the grade that something is in; null where it is in none. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('td') : null
  const row = cell?.parentElement
  if (!cell || !(row instanceof HTMLTableRowElement)) return null
  // Behind the head of its row.
  return { row: row.sectionRowIndex, column: cell.cellIndex - 1 }
}

/**
 * The body of a gradebook as a grid of the ARIA Authoring Practices: thousands of grades are one stop of the tab key, and
 * no grade is more than its cell.
 */
export function GradeRows({ book, onOpen }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const { columns, rows } = book

  const go = (place: Place) => {
    // Drawn first: until then the place takes no focus.
    flushSync(() => setAt(place))
    // Behind the head of its row.
    body.current?.rows[place.row]?.cells[place.column + 1]?.focus()
  }
  const open = ({ row, column }: Place) => {
    const [person, assignment] = [rows[row], columns[column - 1]]
    if (!person || !assignment) return
    onOpen({
      sent: { assignment: assignment.id, person: person.person },
      about: `${person.name ?? NOBODY}, ${assignment.title}`,
      cell: wholeCell(person.cells[column - 1] ?? null),
    })
  }
  const press = ({ target }: MouseEvent) => {
    const place = placeOf(target)
    if (!place) return
    go(place)
    open(place)
  }
  const listen = (event: KeyboardEvent) => {
    // Where the focus is, however it came there.
    const place = placeOf(event.target)
    if (!place || event.altKey || event.ctrlKey || event.metaKey) return
    const to = follow(event.key, place, rows.length, columns.length + 1)
    if (to) go(to)
    else if (event.key === 'Enter' || event.key === ' ') open(place)
    else return
    event.preventDefault()
  }

  return (
    <tbody ref={body} onClick={press} onKeyDown={listen}>
      {rows.map((row, i) => (
        <GradeRow
          key={row.person}
          row={row}
          page={`/classes/${book.class.id}/people/${row.person}`}
          current={at.row === i ? at.column : null}
        />
      ))}
    </tbody>
  )
}

interface RowProps {
  readonly row: Row
  /** The address of the person's own page. */
  readonly page: string
  /** The column that the tab key leads to; null where it is in another row. */
  readonly current: number | null
}

/** One person's grades. */
const GradeRow = memo(function GradeRow({ row, page, current }: RowProps) {
  const stop = (column: number) => (current === null ? undefined : current === column ? 0 : -1)
  return (
    <tr>
      <th scope="row">
        <a href={page}>{row.name ?? NOBODY}</a>
        {row.hasLeft && <small>has left</small>}
      </th>
      <td tabIndex={stop(0)}>{row.total === null ? '–' : sayPercent(row.total)}</td>
      {row.cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row are its columns, which stay in their order.
        <td key={i} tabIndex={stop(i + 1)}>
          {sayCell(cell)}
        </td>
      ))}
    </tr>
  )
})
