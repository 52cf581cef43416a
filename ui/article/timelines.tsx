import type { Timeline } from '#server/library/view'

/** The widest a bar gets, in its own units. */
const WIDEST = 100

/** Measures over time: a bar a figure, in a table that can be read without seeing them. Nothing where there is none. */
export function Timelines({ timelines }: { readonly timelines: readonly Timeline[] }) {
  if (timelines.length === 0) return null
  return (
    <section className="timelines" aria-labelledby="timelines-title">
      <h2 id="timelines-title">Its figures over time</h2>
      {timelines.map(({ measure, unit, points }) => {
        const sizes = points.flatMap(({ value, before = value }) => [Math.abs(value), Math.abs(before)])
        const largest = Math.max(...sizes, Number.MIN_VALUE)
        // One figure alone is larger than nothing.
        const isCompared = points.length > 1 || points.some(({ before }) => before !== undefined)
        return (
          <table key={`${measure} ${unit}`}>
            <caption>{measure}</caption>
            <thead className="unseen">
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Figure</th>
                <th scope="col">Article</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ period, value, before, said, slug, title }) => (
                <tr key={`${period} ${slug}`}>
                  <th scope="row">{period}</th>
                  <td>
                    {isCompared && <Bar value={value} before={before} largest={largest} />}
                    {said}
                  </td>
                  <td>
                    <a href={`/articles/${slug}`} aria-label={`From ‘${title}’`}>
                      Source
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </section>
  )
}

interface BarProps {
  readonly value: number
  readonly before: number | undefined
  readonly largest: number
}

/** A figure as a bar, above it, paler, what it was before. The figure itself is said in words. */
function Bar({ value, before, largest }: BarProps) {
  const width = (size: number) => (WIDEST * Math.abs(size)) / largest
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${WIDEST} ${before === undefined ? 4 : 8}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-double={before !== undefined || undefined}
    >
      {before !== undefined && <rect className="before" width={width(before)} height="3" />}
      <rect
        y={before === undefined ? 0 : 4}
        width={width(value)}
        height="4"
        data-below={value < 0 || undefined}
      />
    </svg>
  )
}
