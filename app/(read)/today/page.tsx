import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listUnread } from '#server/library/unread'
import { getDay, listDays } from '#server/quizzes/today'
import { DayStart } from '#ui/start/day-start.tsx'

export const metadata: Metadata = {
  title: 'Today’s quiz',
  description: 'Seven questions on business news, the same for everyone, another every day.',
}

/** Days that are listed. */
const SHOWN = 14

/** Before today's quiz. */
export default async function TodayPage() {
  const viewer = await enter('start-attempt')
  const day = await getDay(viewer)
  const [days, unread] = await Promise.all([listDays(viewer, SHOWN), listUnread(viewer)])
  return <DayStart day={day} days={days} unread={unread} />
}
