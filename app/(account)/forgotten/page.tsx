import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { mailSettings } from '#server/mail/settings'
import { LetterForm } from '#ui/account/letter-form.tsx'
import { askForLetter } from '../actions.ts'

export const metadata: Metadata = { title: 'Forgotten your password?', robots: { index: false } }

/** The ways back into an account. */
export default async function ForgottenPage() {
  await enter('ask-for-letter')
  return (
    <div className="frame account">
      <h1>Forgotten your password?</h1>
      {mailSettings() === null ? (
        <p>
          Nothing is mailed from here. Your teacher, or whoever runs this site, can make a link for a new
          password.
        </p>
      ) : (
        <LetterForm ask={askForLetter} />
      )}
      <p>
        <a href="/sign-in">Back to signing in</a>
      </p>
    </div>
  )
}
