'use client'

import { useId, useState } from 'react'
import type { GradebookView } from '#server/assignments/view'
import { CheckField } from '#ui/form/check-field.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { GradeForm } from './grade-form.tsx'
import { GradeRows, type Opened, wholeCell } from './grade-rows.tsx'
import { sayShares } from './words.ts'

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

/** A class's grades, a row a person; a press on one opens it for its teacher's own word. */
export function Gradebook({ book, set }: Props) {
  const [open, setOpen] = useState<Opened | null>(null)
  const about = useId()
  const { columns, find, page, pages, found } = book
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
      <p className="soft" id={about}>
        {sayCount(found, 'learner')}
        {find && ` with ‘${find}’ in their name`}. {sayTotal(book)} {sayMarks(book)} A press on a grade opens
        it for a word of your own; among the grades the arrow keys move, and Enter opens.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved with the keys. */}
      <section className="gradebook" aria-label="Grades" tabIndex={0}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA Authoring Practices may be a table, and its cells take the focus. */}
        <table role="grid" aria-describedby={about}>
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
          <GradeRows book={book} onOpen={setOpen} />
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
