'use client'

import { useState } from 'react'
import type { TotpOffer } from '#server/accounts/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { OwnPassword } from './password-fields.tsx'
import { Qr } from './qr.tsx'

interface Props {
  readonly isOn: boolean
  readonly hasPassword: boolean
  readonly offer: Act<TotpOffer>
  readonly turnOn: Act<{ readonly recoveryCodes: readonly string[] }>
  readonly turnOff: Act<unknown>
}

/** Codes from an app, asked for at every sign-in: turned on by showing one, and off by the password. */
export function OwnTotp({ isOn, hasPassword, offer, turnOn, turnOff }: Props) {
  const [offered, setOffered] = useState<TotpOffer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)

  if (codes !== null)
    return (
      <>
        <p className="notice">
          It is on. Keep these recovery codes where your phone is not: each signs you in once, in place of a
          code, and they are not shown again.
        </p>
        <ul className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a className="button" data-quiet="" href="/account">
            I have kept them
          </a>
        </p>
      </>
    )
  if (isOn)
    return (
      <Form label="Turn it off" isQuiet send={turnOff} onDone={() => location.reload()}>
        <p>Your app’s code is asked for whenever you sign in.</p>
        <OwnPassword has={hasPassword} />
      </Form>
    )
  if (offered === null)
    return (
      <Form label="Set it up" isQuiet send={offer} onDone={setOffered}>
        <p>
          An authenticator app shows a new code every half minute. With it, a password alone lets nobody in.
        </p>
        <OwnPassword has={hasPassword} />
      </Form>
    )
  return (
    <Form
      label="Turn it on"
      send={(fields) => turnOn({ ...fields, secret: offered.secret })}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
    >
      <p>Let your app read this picture, then type the code it shows.</p>
      <Qr rows={offered.picture} label="The secret for your app" />
      <p className="soft">
        No camera? Type this into the app: <code>{offered.secret.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <OwnPassword has={hasPassword} />
      <Field
        name="code"
        label="Code from your app"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={10}
      />
    </Form>
  )
}
