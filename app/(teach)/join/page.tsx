import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { JoinForm } from '#ui/classes/join-form.tsx'
import { joinClass } from '../actions.ts'

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where the link and the picture of a class lead: one button for members, and for everybody else the way to become one first. */
export default async function JoinPage({ searchParams }: Props) {
  const { role } = await enter('come-to-class')
  const asked = (await searchParams).code
  const code = typeof asked === 'string' ? asked.slice(0, 40) : ''
  const back = `callbackUrl=${encodeURIComponent(code === '' ? '/join' : `/join?${new URLSearchParams({ code })}`)}`
  return (
    <div className="frame account">
      <h1>Join a class</h1>
      {role === 'guest' ? (
        <>
          <p>
            A class has members with accounts. Have one?{' '}
            <a href={`/sign-in?${back}`}>Sign in and come back here</a>.
          </p>
          <p>
            None yet? <a href={`/sign-up?${back}`}>Make one and come back here</a>. Under 13, ask your teacher
            for a slip to sign in with.
          </p>
        </>
      ) : (
        <JoinForm join={joinClass} code={code} />
      )}
    </div>
  )
}
