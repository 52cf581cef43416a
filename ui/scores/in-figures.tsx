import type { ReactNode } from 'react'

interface Props {
  readonly summary: string
  /** The first names the rows, the others are of figures. */
  readonly heads: readonly [string, ...string[]]
  /** The rows. */
  readonly children: ReactNode
}

/** What a chart shows as a table, behind a fold. */
export function InFigures({ summary, heads: [first, ...others], children }: Props) {
  return (
    <details className="in-figures">
      <summary>{summary}</summary>
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </details>
  )
}
