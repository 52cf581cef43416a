import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ownPath } from '#server/accounts/own-path'
import { listProviders } from '#server/accounts/providers'
import { enter } from '#server/enter'
import { refusalNamed } from '#server/outcome'
import { Providers } from '#ui/account/providers.tsx'
import { SignInForm } from '#ui/account/sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Signing in, by a password, a link or another service. */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const next = ownPath(callbackUrl)
  const { role } = await enter('sign-in')
  if (role !== 'guest' && error === undefined) redirect(next)
  return (
    <div className="frame account">
      <h1>Sign in</h1>
      {typeof error === 'string' && (
        <p className="problem" role="alert">
          {refusalNamed(error)?.message ?? 'The other service did not say who you are. Try again.'}
        </p>
      )}
      <SignInForm next={next} />
      <Providers providers={listProviders()} words="Sign in with" next={next} />
      <p>
        No account yet? <a href={`/sign-up?${new URLSearchParams({ callbackUrl: next })}`}>Make one</a>.{' '}
        <a href="/forgotten">Forgotten your password, or would you rather have a link?</a>
      </p>
    </div>
  )
}
