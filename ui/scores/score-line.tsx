import type { ScoreRow } from '#server/attempts/view'

/** How many of the newest are drawn. */
const SHOWN = 20
const WIDTH = 640
const HEIGHT = 120

/** Scores over time as a line, oldest on the left; the table below says the same in figures. Nothing for fewer than two. */
export function ScoreLine({ rows }: { readonly rows: readonly ScoreRow[] }) {
  const shares = rows
    .flatMap(({ submittedAt, score, count }) => (submittedAt && score !== undefined ? [score / count] : []))
    .slice(0, SHOWN)
    .reverse()
  if (shares.length < 2) return null
  const points = shares.map((share, index) => ({
    x: 8 + (index * (WIDTH - 16)) / (shares.length - 1),
    y: 8 + (1 - share) * (HEIGHT - 16),
  }))
  return (
    <figure className="score-line">
      <figcaption>Share right, oldest first</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[0, 0.5, 1].map((share) => (
          <path key={share} className="grid" d={`M0 ${8 + share * (HEIGHT - 16)}H${WIDTH}`} />
        ))}
        <path className="line" d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
        {points.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="4" />
        ))}
      </svg>
    </figure>
  )
}
