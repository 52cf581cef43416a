import type { DayLearned } from '#core'
import type { StreakView } from '#server/learning/view'
import { sayCount, sayDay } from '#ui/text/dates.ts'
import { sayMinutes, sayToday } from './today-line.tsx'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** A week a row: the days come from a Monday on, and the last row ends today. */
const weeksOf = (days: readonly DayLearned[]): DayLearned[][] =>
  Array.from({ length: Math.ceil(days.length / WEEKDAYS.length) }, (_, week) =>
    days.slice(week * WEEKDAYS.length, (week + 1) * WEEKDAYS.length),
  )

/** Whole minutes; less than one is none the less something. */
const figureOf = (minutes: number): string => (minutes < 1 ? '<1' : String(Math.floor(minutes)))

/** What a cell says to those who do not see how it is drawn. */
function sayCell({ minutes, isDone, isRest }: DayLearned): string {
  if (isDone) return `${sayMinutes(minutes)}, counts`
  if (minutes > 0) return sayMinutes(minutes)
  return isRest ? 'rest day' : 'nothing'
}

function Day({ day }: { readonly day: DayLearned }) {
  const { minutes, isDone, isRest } = day
  const standing = isDone ? 'done' : minutes > 0 ? 'begun' : isRest ? 'rest' : 'idle'
  return (
    <td data-day={standing}>
      <span aria-hidden="true">{isDone || minutes > 0 ? figureOf(minutes) : isRest ? '–' : ''}</span>
      <span className="unseen">{sayCell(day)}</span>
    </td>
  )
}

const sayLongest = (longest: number): string =>
  longest < 2 ? '' : `Your longest row so far is ${longest} days. `

/** On which days this reader learned: a small calendar of weeks, which is its own table. Nothing where it is switched off. */
export function DaysPart({ streak }: { readonly streak: StreakView | null }) {
  if (streak === null) return null
  const { today, longest, days, zone } = streak
  return (
    <section className="own-part" aria-labelledby="days-title">
      <h2 id="days-title">Day by day</h2>
      {sayToday(today) !== '' && <p>{sayToday(today)}.</p>}
      <table className="calendar">
        <caption className="small soft">
          Minutes a day. A day that is filled counts:{' '}
          {today.goal === null ? 'one answer is enough.' : `${sayCount(today.goal, 'minute')} or more.`} A
          dash is a rest day, which breaks nothing.
        </caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                <span aria-hidden="true">{name.slice(0, 2)}</span>
                <span className="unseen">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.day}>
              <th scope="row">{sayDay(week[0]?.day ?? '', 'short').replace(/ \d{4}$/, '')}</th>
              {week.map((day) => (
                <Day key={day.day} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">
        {sayLongest(longest)}Days end at midnight, by {zone} time.{' '}
        <a href="/review#how">Set a goal and rest days, or switch this off</a>.
      </p>
    </section>
  )
}
