import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { ConfirmMail } from '#ui/account/confirm-mail.tsx'
import { confirmMail } from '../actions.ts'

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } }

/** Confirming an address by the link that was sent to it. */
export default async function ConfirmPage() {
  await enter('confirm-mail')
  return (
    <div className="frame account">
      <h1>Confirm your address</h1>
      <ConfirmMail confirm={confirmMail} />
    </div>
  )
}
