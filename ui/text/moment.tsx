'use client'

import { useSyncExternalStore } from 'react'
import { sayMoment } from './dates.ts'

/** 'Fri, 27 Nov 2026, 16:42' by the reader's own clock. */
const sayOwnMoment = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))

const never = () => () => {}

/** A time in the reader's own time zone; in UTC, and said to be, until their browser has told which that is. */
export function Moment({ at }: { readonly at: string }) {
  const words = useSyncExternalStore(
    never,
    () => sayOwnMoment(at),
    () => sayMoment(at),
  )
  return <time dateTime={at}>{words}</time>
}
