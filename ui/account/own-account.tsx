'use client'

import type { AccountView } from '#server/accounts/view'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import type { Act } from './reply.ts'

interface Props {
  readonly account: AccountView
  readonly updateName: Act<unknown>
  readonly updateMail: Act<unknown>
  readonly changePassword: Act<unknown>
}

/** The field that shows it is the owner who sits here; nothing where the account has no password. */
export const OwnPassword = ({ has, name = 'password' }: { readonly has: boolean; readonly name?: string }) =>
  has ? (
    <Field
      name={name}
      label="Your password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={512}
    />
  ) : null

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
          <Field
            name="password"
            label="New password"
            hint="Eight characters or more, of any kind."
            type="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={512}
          />
        </Form>
      </section>
    </>
  )
}
