const STEP = 12
const SIDE = 9

/** A square a question, filled as far as it was right, dotted where that cannot be told yet. The score beside it says the same. */
export function MarkStrip({ marks }: { readonly marks: readonly (number | null)[] }) {
  const squares = marks.map((mark, place) => ({ mark, x: place * STEP + 1 }))
  return (
    <svg
      className="mark-strip"
      width={marks.length * STEP}
      height={SIDE + 2}
      viewBox={`0 0 ${marks.length * STEP} ${SIDE + 2}`}
      aria-hidden="true"
      focusable="false"
    >
      {squares.map(({ mark, x }) => (
        <g key={x} data-open={mark === null ? '' : undefined}>
          <rect x={x} y={1 + SIDE * (1 - (mark ?? 0))} width={SIDE} height={SIDE * (mark ?? 0)} />
          <rect className="edge" x={x} y="1" width={SIDE} height={SIDE} />
        </g>
      ))}
    </svg>
  )
}
