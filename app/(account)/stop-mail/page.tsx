import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { StopMail } from '#ui/account/stop-mail.tsx'
import { stopMail } from '../actions.ts'

export const metadata: Metadata = { title: 'No more of these', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Stopping a sort of letters by the link at the end of one. */
export default async function StopMailPage({ searchParams }: Props) {
  await enter('stop-mail')
  const { token } = await searchParams
  return (
    <div className="frame account">
      <h1>No more of these</h1>
      <StopMail stop={stopMail} token={typeof token === 'string' ? token : ''} />
    </div>
  )
}
