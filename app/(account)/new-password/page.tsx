import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { NewPasswordForm } from '#ui/account/new-password-form.tsx'
import { resetPassword } from '../actions.ts'

export const metadata: Metadata = { title: 'New password', robots: { index: false } }

/** Setting a new password by a link. */
export default async function NewPasswordPage() {
  await enter('reset-password')
  return (
    <div className="frame account">
      <h1>New password</h1>
      <NewPasswordForm reset={resetPassword} />
    </div>
  )
}
