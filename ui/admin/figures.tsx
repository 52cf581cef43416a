import type { ReactNode } from 'react'

interface Props {
  /** Each with its key: what it is, and how it stands. */
  readonly lines: readonly (readonly [what: string, value: ReactNode])[]
}

/** What there is of something, a line each. */
export function Figures({ lines }: Props) {
  return (
    <ul className="sessions">
      {lines.map(([what, value]) => (
        <li key={what}>
          <b>{what}</b>
          <span>{value}</span>
        </li>
      ))}
    </ul>
  )
}

/** '12.4 MB' */
export const saySize = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
