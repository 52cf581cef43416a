'use client'

import { type ComponentProps, useState } from 'react'
import type { CellView, GradebookView, GradeCell } from '#server/assignments/view'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { GradeForm } from './grade-form.tsx'
import { sayPercent } from './words.ts'

interface Props {
  readonly book: GradebookView
  readonly set: Act<unknown>
}

type Asked = Partial<Pick<GradebookView, 'sort' | 'isDown' | 'find' | 'page'>>

/** The same gradebook, otherwise sorted, searched or turned. */
function addressOf({ sort, isDown, find, page }: GradebookView, change: Asked): string {
  const asked = { sort, isDown, find, page, ...change }
  const query = new URLSearchParams({ sort: asked.sort })
  if (asked.isDown) query.set('down', '1')
  if (asked.find) query.set('find', asked.find)
  if (asked.page > 1) query.set('page', String(asked.page))
  return `?${query}`
}

interface HeadProps {
  readonly book: GradebookView
  readonly sort: string
  readonly label: string
  /** Whether the highest is wanted first. */
  readonly isHighFirst?: boolean
}

/** The head of a column: a press sorts by it, another turns it round. */
function Head({ book, sort, label, isHighFirst = false }: HeadProps) {
  const isOn = book.sort === sort
  const isDown = isOn ? !book.isDown : isHighFirst
  return (
    <th scope="col" aria-sort={isOn ? (book.isDown ? 'descending' : 'ascending') : undefined}>
      <a href={addressOf(book, { sort, isDown, page: 1 })}>{label}</a>
      {isOn && <span aria-hidden="true">{book.isDown ? ' ↓' : ' ↑'}</span>}
    </th>
  )
}

const wholeCell = (cell: CellView): GradeCell | null =>
  typeof cell === 'number' ? { score: cell, own: null, reason: null, isExcused: false, comment: null } : cell

/** '83%', '83%*' where a teacher has put it in place, 'excused', or a dash. */
function sayCell(cell: CellView): string {
  if (typeof cell === 'number') return sayPercent(cell)
  if (cell?.isExcused) return 'excused'
  const score = cell?.own ?? cell?.score ?? null
  if (score === null) return '–'
  return `${sayPercent(score)}${cell?.own === null ? '' : '*'}`
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
        <input type="hidden" name="sort" value={book.sort} />
        {book.isDown && <input type="hidden" name="down" value="1" />}
        <button type="submit" className="button" data-quiet="">
          Find
        </button>
      </form>
      <p className="soft">
        {sayCount(found, 'learner')}
        {find && ` with ‘${find}’ in their name`}. In all: by the weights, of what has a grade. * stands for a
        grade that was put in place by hand.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved with the keys. */}
      <section className="gradebook" aria-label="Grades" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <Head book={book} sort="name" label="Name" />
              <Head book={book} sort="total" label="In all" isHighFirst />
              {columns.map(({ id, title }) => (
                <Head key={id} book={book} sort={id} label={title} isHighFirst />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, name, total, cells }) => (
              <tr key={person}>
                <th scope="row">{name ?? 'Erased learner'}</th>
                <td>{total === null ? '–' : sayPercent(total)}</td>
                {columns.map(({ id, title }, i) => (
                  <td key={id}>
                    <button
                      type="button"
                      className="text-button"
                      onClick={() =>
                        setOpen({
                          sent: { assignment: id, person },
                          about: `${name}, ${title}`,
                          cell: wholeCell(cells[i] ?? null),
                        })
                      }
                      aria-label={`${name}, ${title}: ${sayCell(cells[i] ?? null)}`}
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
