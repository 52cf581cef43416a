import { useEffect, useRef, useState } from 'react'
import type { AssignedView } from '#server/attempts/view'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'

interface Props {
  readonly assigned: AssignedView
  /** By how many milliseconds the server's clock is ahead of this device's. */
  readonly skew: number
  /** Called once, when answers are no longer taken. */
  readonly onOver: () => Promise<void>
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** From here on it counts in seconds. */
const CLOSE = 2 * MINUTE
/** When it is said aloud how much is left, in minutes. */
const SAID = [10, 5, 1]

const sayLeft = (left: number): string =>
  left >= CLOSE
    ? sayCount(Math.floor(left / MINUTE), 'minute')
    : sayCount(Math.max(0, Math.ceil(left / SECOND)), 'second')

/** What is to be said aloud of the time that is left: the last of the marks it has passed. */
const markOf = (left: number): string => {
  const passed = SAID.filter((minutes) => left <= minutes * MINUTE).at(-1)
  return passed === undefined ? '' : `${sayCount(passed, 'minute')} left`
}

/** How long answers are taken, by the server's clock; hands in what there is when the time is over. */
export function TimeLeft({ assigned: { endsAt, takenUntil }, skew, onOver }: Props) {
  const [now, setNow] = useState(() => Date.now() + skew)
  const isOver = useRef(false)
  const end = Date.parse(endsAt ?? '')
  const until = Date.parse(takenUntil ?? '')
  const left = end - now
  const isClose = left < CLOSE + MINUTE
  useEffect(() => {
    setNow(Date.now() + skew)
    const timer = setInterval(() => setNow(Date.now() + skew), isClose ? SECOND : 10 * SECOND)
    return () => clearInterval(timer)
  }, [skew, isClose])
  useEffect(() => {
    if (now < until) isOver.current = false
    else if (!isOver.current) {
      isOver.current = true
      void onOver()
    }
  }, [now, until, onOver])

  if (endsAt === null || takenUntil === null) return null
  if (left <= 0)
    return (
      <p className="time-left" role="status" data-close="">
        {now < until ? (
          <>
            The time is over. Until <Moment at={takenUntil} /> it is still taken, as late.
          </>
        ) : (
          'The time is over. What was saved is handed in.'
        )}
      </p>
    )
  return (
    <p className="time-left" data-close={isClose || undefined}>
      <span>
        <b>{sayLeft(left)}</b> left, until <Moment at={endsAt} />
      </span>
      <span className="unseen" role="status">
        {markOf(left)}
      </span>
    </p>
  )
}
