'use client'

import { useState } from 'react'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Reply } from '#ui/form/reply.ts'
import { tend } from '#ui/offline/tend.ts'
import { signIn } from './sign-in.ts'
import { useCode } from './use-code.ts'

/** Signs in by address and password, or by the code a link brought; asks for the code of an app where the account has one. */
export function SignInForm({ next }: { readonly next: string }) {
  const code = useCode()
  const [owesCode, setOwesCode] = useState(false)
  const isLink = code !== null && code !== ''

  const send = async (fields: Record<string, string>): Promise<Reply<true>> => {
    const refused = await signIn(isLink ? 'link' : 'password', isLink ? { ...fields, code } : fields)
    if (refused?.error === 'totp-needed' && !owesCode) {
      setOwesCode(true)
      return { error: refused.error, message: refused.message }
    }
    return refused ?? { done: true }
  }

  /** What somebody else left on this device goes before the first page of whoever has signed in now. */
  const enter = async () => {
    await tend().catch(() => {})
    location.assign(next)
  }

  return (
    <Form label="Sign in" send={send} onDone={enter}>
      {isLink ? (
        <p>The link you followed signs you in on this browser.</p>
      ) : (
        <>
          <Field
            name="mail"
            label="E-mail, or the name on your slip"
            inputMode="email"
            autoCapitalize="none"
            autoComplete="username"
            required
            maxLength={254}
          />
          <Field
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={512}
          />
        </>
      )}
      {owesCode && (
        <Field
          name="totp"
          label="Code from your app"
          hint="Six digits; or one of your recovery codes."
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={30}
        />
      )}
    </Form>
  )
}
