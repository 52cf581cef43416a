import type { ReactNode } from 'react'

/** The list with another thing in one place. */
export const put = <Thing,>(list: readonly Thing[], at: number, thing: Thing): Thing[] =>
  list.map((each, i) => (i === at ? thing : each))

/** The list without the thing in one place. */
export const without = <Thing,>(list: readonly Thing[], at: number): Thing[] =>
  list.filter((_, i) => i !== at)

interface RowsProps {
  readonly legend: string
  readonly count: number
  readonly least: number
  readonly most: number
  readonly add: string
  readonly onAdd: () => void
  readonly onTake: (at: number) => void
  readonly row: (at: number) => ReactNode
}

/** Parts of a question, each of which can be taken out while enough are left, and another added while there is room. */
export const Rows = ({ legend, count, least, most, add, onAdd, onTake, row }: RowsProps) => (
  <fieldset className="desk-rows">
    <legend>{legend}</legend>
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what stands in it changes as it is typed
      <div key={at} className="desk-row">
        {row(at)}
        {count > least && (
          <button type="button" className="text-button" onClick={() => onTake(at)}>
            Take out<span className="unseen"> number {at + 1}</span>
          </button>
        )}
      </div>
    ))}
    {count < most && (
      <button type="button" className="text-button" onClick={onAdd}>
        {add}
      </button>
    )}
  </fieldset>
)
