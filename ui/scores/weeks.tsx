import type { Week } from '#core'
import type { OwnScoresView } from '#server/learning/view'
import { sayCount, sayDay } from '#ui/text/dates.ts'
import { sayScore } from '#ui/text/score.ts'
import { sayShare } from '#ui/text/share.ts'
import { InFigures } from './in-figures.tsx'

const HEIGHT = 180
const EDGE = 16
/** Per cent of the width; what is left of it holds the scale. */
const LEFT = 14
const RIGHT = 96
const SMALLEST = 3.5
const LARGEST = 10

interface Dot {
  readonly week: string
  readonly place: number
  readonly x: number
  readonly y: number
  readonly r: number
}

const yOf = (mark: number): number => EDGE + (1 - mark) * (HEIGHT - 2 * EDGE)

/** A dot for each week with answers; its area grows with their number. */
function dotsOf(weeks: readonly Week[]): Dot[] {
  const most = Math.max(...weeks.map(({ answers }) => answers))
  return weeks.flatMap(({ week, mark, answers }, place) =>
    mark === null
      ? []
      : [
          {
            week,
            place,
            x: LEFT + (place * (RIGHT - LEFT)) / (weeks.length - 1),
            y: yOf(mark),
            r: Math.max(SMALLEST, LARGEST * Math.sqrt(answers / most)),
          },
        ],
  )
}

function Chart({ weeks }: { readonly weeks: readonly Week[] }) {
  const dots = dotsOf(weeks)
  return (
    <>
      <svg className="weeks" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className="grid" x1={`${LEFT - 3}%`} x2="100%" y1={yOf(share)} y2={yOf(share)} />
            <text x="0" y={yOf(share) + 4}>
              {sayShare(share)}
            </text>
          </g>
        ))}
        {dots.slice(1).map((dot, i) => {
          const before = dots[i] ?? dot
          return (
            <line
              key={dot.week}
              className="line"
              data-idle={dot.place - before.place > 1 ? '' : undefined}
              x1={`${before.x}%`}
              y1={before.y}
              x2={`${dot.x}%`}
              y2={dot.y}
            />
          )
        })}
        {dots.map(({ week, x, y, r }) => (
          <circle key={week} cx={`${x}%`} cy={y} r={r} />
        ))}
      </svg>
      <p className="ends" aria-hidden="true">
        <span>Week of {sayDay(weeks[0]?.from ?? '', 'short')}</span>
        <span>{sayDay(weeks.at(-1)?.from ?? '', 'short')}</span>
      </p>
    </>
  )
}

function Table({ weeks }: { readonly weeks: readonly Week[] }) {
  return (
    <InFigures summary="Week by week in figures" heads={['Week of', 'Answers', 'Wholly right', 'Mean mark']}>
      {weeks.toReversed().map(({ week, from, answers, right, mark }) => (
        <tr key={week}>
          <th scope="row">{sayDay(from, 'short')}</th>
          <td className="figure">{answers}</td>
          <td className="figure">{right}</td>
          <td className="figure">{mark === null ? 'none' : sayScore(mark)}</td>
        </tr>
      ))}
    </InFigures>
  )
}

/** What one person's marks were week by week. */
export function Weeks({ scores: { weeks, zone } }: { readonly scores: OwnScoresView }) {
  const [only] = weeks
  if (!only) return null
  return (
    <section className="own-part" aria-labelledby="weeks-title">
      <h2 id="weeks-title">Week by week</h2>
      {weeks.length === 1 ? (
        <p>
          In the week of {sayDay(only.from)}: {sayCount(only.answers, 'answer')}, {only.right} wholly right.
          The line begins with your second week.
        </p>
      ) : (
        <figure>
          <figcaption className="small soft">
            Your mean mark in each week. The larger the dot, the more you answered.
          </figcaption>
          <Chart weeks={weeks} />
        </figure>
      )}
      <Table weeks={weeks} />
      <p className="small soft">Weeks begin on Monday, by {zone} time.</p>
    </section>
  )
}
