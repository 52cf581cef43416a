import { grouped } from '../grouped.ts'
import { addDays } from '../periods/calendar.ts'
import { isoWeek, mondayOf, ownDay } from './own-day.ts'

/** One of a person's weeks. */
export interface Week {
  /** By ISO 8601: '2026-W48'. */
  readonly week: string
  /** Its Monday, `YYYY-MM-DD`. */
  readonly from: string
  readonly answers: number
  /** Wholly right. */
  readonly right: number
  /** Mean, 0 to 1; null in a week without answers. */
  readonly mark: number | null
}

/** Marks and counts by week, in the person's own time zone: every week from their first answer to their last, idle ones too. */
export function trendOf(
  answers: readonly { readonly at: Date; readonly mark: number }[],
  zone: string,
): Week[] {
  const byMonday = grouped(answers, ({ at }) => mondayOf(ownDay(at, zone)))
  const mondays = [...byMonday.keys()].sort()
  const weeks: Week[] = []
  const last = mondays.at(-1) ?? ''
  for (let from = mondays[0] ?? ''; from !== '' && from <= last; from = addDays(from, 7)) {
    const marks = (byMonday.get(from) ?? []).map(({ mark }) => mark)
    weeks.push({
      week: isoWeek(from),
      from,
      answers: marks.length,
      right: marks.filter((mark) => mark === 1).length,
      mark: marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length,
    })
  }
  return weeks
}
