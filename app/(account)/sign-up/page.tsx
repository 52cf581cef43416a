import type { Metadata } from 'next'
import { ownPath } from '#server/accounts/own-path'
import { listProviders } from '#server/accounts/providers'
import { getSchool } from '#server/accounts/school'
import { enter } from '#server/enter'
import { SignUpForm } from '#ui/account/sign-up-form.tsx'
import { carryInvitation, signUp } from '../actions.ts'

export const metadata: Metadata = { title: 'Make an account', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Making an account. What this browser's guest has done becomes the account's. */
export default async function SignUpPage({ searchParams }: Props) {
  await enter('sign-up')
  const next = ownPath((await searchParams).callbackUrl)
  const { signUp: who } = await getSchool()
  return (
    <div className="frame account">
      <h1>Make an account</h1>
      <p>Your scores come along, on every browser you sign in with. Nothing is sent to anybody else.</p>
      <SignUpForm
        signUp={signUp}
        next={next}
        carryInvitation={carryInvitation}
        isByInvitation={who === 'invited'}
        providers={listProviders()}
      />
      <p>
        Have one already? <a href="/sign-in">Sign in</a>.
      </p>
    </div>
  )
}
