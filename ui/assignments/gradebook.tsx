'use client'

import { type ComponentProps, useState } from 'react'
import type { CellView, GradebookView, GradeCell } from '#server/assignments/view'
import { CheckField } from '#ui/form/check-field.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { GradeForm } from './grade-form.tsx'
import { NOBODY, sayPercent, sayShares } from './words.ts'

interface Props {
  readonly book: GradebookView
  readonly set: Act<unknown>
}

type Asked = Partial<Pick<GradebookView, 'sort' | 'isDown' | 'find' | 'page'>>
type Column = GradebookView['columns'][number]

/** The same gradebook, otherwise sorted, searched or turned. */
function addressOf({ sort, isDown, find, isWithGone, page }: GradebookView, change: Asked): string {
  const asked = { sort, isDown, find, page, ...change }
  const query = new URLSearchParams({ sort: asked.sort })
  if (asked.isDown) query.set('down', '1')
  if (asked.find) query.set('find', asked.find)
  if (isWithGone) query.set('gone', '1')
  if (asked.page > 1) query.set('page', String(asked.page))
  return `?${query}`
}

interface HeadProps {
  readonly book: GradebookView
  readonly sort: string
  readonly label: string
  /** Whether the highest is wanted first. */
  readonly isHighFirst?: boolean
  /** What stands beneath it. */
  readonly note?: string | undefined
}

/** The head of a column: a press sorts by it, another turns it round. */
function Head({ book, sort, label, isHighFirst = false, note }: HeadProps) {
  const isOn = book.sort === sort
  const isDown = isOn ? !book.isDown : isHighFirst
  return (
    <th scope="col" aria-sort={isOn ? (book.isDown ? 'descending' : 'ascending') : undefined}>
      <a href={addressOf(book, { sort, isDown, page: 1 })}>{label}</a>
      {isOn && <span aria-hidden="true">{book.isDown ? ' ↓' : ' ↑'}</span>}
      {note && <small>{note}</small>}
    </th>
  )
}

const wholeCell = (cell: CellView): GradeCell | null =>
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

/** What is said of a column: its category, or that it does not count for want of one. */
function sayCategory({ categories }: GradebookView, { category }: Column): string | undefined {
  if (categories.length === 0) return undefined
  return categories.find(({ id }) => id === category)?.name ?? 'in no category'
}

/** How the total is made. */
function sayTotal({ categories }: GradebookView): string {
  if (categories.length === 0) return 'In all: by the weights, of what has a grade.'
  const parts = sayShares(categories).map(({ name, share }) => `${name} ${share}`)
  return `In all: ${parts.join(', ')}, of what has a grade; what is in no category does not count.`
}

/** What is said above the table beside the number of learners. */
function sayMarks({ rows }: GradebookView): string {
  const isMissing = rows.some(({ cells }) => cells.some((cell) => wholeCell(cell)?.isMissing))
  return `* stands for a grade that was put in place by hand${isMissing ? '; what is missing counts as nought' : ''}.`
}

type Opened = Pick<ComponentProps<typeof GradeForm>, 'sent' | 'about' | 'cell'>

/** A class's grades, a row a person; a press on one opens it for its teacher's own word. */
export function Gradebook({ book, set }: Props) {
  const [open, setOpen] = useState<Opened | null>(null)
  const { columns, rows, find, page, pages, found } = book
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that is served */}
      <form role="search" className="search-line" action={addressOf(book, {})}>
        <label>
          Find somebody <input className="field" type="search" name="find" defaultValue={find} />
        </label>
        <CheckField name="gone" value="1" label="With those who left" defaultChecked={book.isWithGone} />
        <input type="hidden" name="sort" value={book.sort} />
        {book.isDown && <input type="hidden" name="down" value="1" />}
        <button type="submit" className="button" data-quiet="">
          Find
        </button>
      </form>
      <p className="soft">
        {sayCount(found, 'learner')}
        {find && ` with ‘${find}’ in their name`}. {sayTotal(book)} {sayMarks(book)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved with the keys. */}
      <section className="gradebook" aria-label="Grades" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <Head book={book} sort="name" label="Name" />
              <Head book={book} sort="total" label="In all" isHighFirst />
              {columns.map((column) => (
                <Head
                  key={column.id}
                  book={book}
                  sort={column.id}
                  label={column.title}
                  note={sayCategory(book, column)}
                  isHighFirst
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, name, hasLeft, total, cells }) => (
              <tr key={person}>
                <th scope="row">
                  <a href={`/classes/${book.class.id}/people/${person}`}>{name ?? NOBODY}</a>
                  {hasLeft && <small>has left</small>}
                </th>
                <td>{total === null ? '–' : sayPercent(total)}</td>
                {columns.map(({ id, title }, i) => (
                  <td key={id}>
                    <button
                      type="button"
                      className="text-button"
                      onClick={() =>
                        setOpen({
                          sent: { assignment: id, person },
                          about: `${name ?? NOBODY}, ${title}`,
                          cell: wholeCell(cells[i] ?? null),
                        })
                      }
                      aria-label={`${name ?? NOBODY}, ${title}: ${sayCell(cells[i] ?? null)}`}
                    >
                      {sayCell(cells[i] ?? null)}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {open && <GradeForm {...open} set={set} onClose={() => setOpen(null)} />}
      {pages > 1 && (
        <nav aria-label="Pages" className="actions">
          {page > 1 && <a href={addressOf(book, { page: page - 1 })}>Before</a>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && <a href={addressOf(book, { page: page + 1 })}>After</a>}
        </nav>
      )}
    </>
  )
}
