import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { AgeForm } from '#ui/account/age-form.tsx'
import { Press } from '#ui/form/press.tsx'
import { sayAge, signOut } from '../actions.ts'

export const metadata: Metadata = { title: 'How old are you?', robots: { index: false } }

/** The one question of signing up that another service does not answer. */
export default async function AgePage() {
  const { owesAge } = await enter('say-own-age')
  return (
    <div className="frame account">
      <h1>How old are you?</h1>
      {owesAge ? (
        <>
          <p>
            Asked once, and only roughly. Under 13 an account comes from a teacher, with a class code: this
            one is then closed, and erased after a week.
          </p>
          <AgeForm sayAge={sayAge} />
          <p>
            <Press act={signOut} label="Sign out" next="/" />
          </p>
        </>
      ) : (
        <p>
          You have said so. On to <a href="/me">your scores</a>.
        </p>
      )}
    </div>
  )
}
