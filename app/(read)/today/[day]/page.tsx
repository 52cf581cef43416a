import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { enter } from '#server/enter'
import { listUnread } from '#server/library/unread'
import { getDay, listDays } from '#server/quizzes/today'
import { DayStart } from '#ui/start/day-start.tsx'

export const metadata: Metadata = { title: 'The quiz of a day', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly day: string }>
}

/** Days that are listed. */
const SHOWN = 14

/** Before the quiz of an earlier day. */
export default async function DayPage({ params }: Props) {
  const viewer = await enter('start-attempt')
  const { success, data } = z.iso.date().safeParse((await params).day)
  if (!success) notFound()
  const day = await getDay(viewer, data)
  const [days, unread] = await Promise.all([listDays(viewer, SHOWN), listUnread(viewer)])
  return <DayStart day={day} days={days} unread={unread} />
}
