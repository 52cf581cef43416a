interface Props {
  /** One text a row, '1' for each dark square. */
  readonly rows: readonly string[]
  /** What it holds, for who cannot see it. */
  readonly label: string
}

/** A QR code, dark on light in every theme, as cameras want it. */
export function Qr({ rows, label }: Props) {
  const squares = rows.flatMap((row, y) =>
    [...row].flatMap((square, x) => (square === '1' ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg className="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <path d={squares.join('')} />
    </svg>
  )
}
