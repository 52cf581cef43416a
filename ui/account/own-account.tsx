'use client'

import type { AccountView } from '#server/accounts/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { NewPassword, OwnPassword } from './password-fields.tsx'

interface Props {
  readonly account: AccountView
  readonly updateName: Act<unknown>
  readonly updateMail: Act<unknown>
  readonly changePassword: Act<unknown>
}

/** Name, address and password of one's own account. */
export function OwnAccount({ account, updateName, updateMail, changePassword }: Props) {
  const { name, mail, hasPassword } = account
  return (
    <>
      <section aria-labelledby="own-name">
        <h2 id="own-name">Name</h2>
        <Form label="Change the name" isQuiet said="Changed." send={updateName}>
          <Field
            name="name"
            label="Name"
            defaultValue={name}
            autoComplete="name"
            required
            maxLength={100}
            autoCapitalize="words"
          />
        </Form>
      </section>
      <section aria-labelledby="own-mail">
        <h2 id="own-mail">E-mail</h2>
        <Form
          label="Change the address"
          isQuiet
          said="Changed. You sign in with it from now on."
          send={updateMail}
        >
          <Field
            name="mail"
            label="E-mail"
            type="email"
            defaultValue={mail ?? ''}
            autoComplete="email"
            required
            maxLength={254}
          />
          <OwnPassword has={hasPassword} />
        </Form>
      </section>
      <section aria-labelledby="own-password">
        <h2 id="own-password">Password</h2>
        <Form
          label={hasPassword ? 'Change the password' : 'Set a password'}
          isQuiet
          said="Changed. Every other browser is signed out."
          send={changePassword}
        >
          <OwnPassword has={hasPassword} name="current" />
          <NewPassword label="New password" hint="Eight characters or more, of any kind." />
        </Form>
      </section>
    </>
  )
}
