'use client'

import type { ProviderView } from '#server/accounts/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act, Reply } from '#ui/form/reply.ts'
import { AgeField } from './age-field.tsx'
import { NewPassword } from './password-fields.tsx'
import { Providers } from './providers.tsx'
import { signIn } from './sign-in.ts'
import { useCode } from './use-code.ts'

interface Props {
  readonly signUp: Act<unknown>
  /** Where to go afterwards. */
  readonly next: string
  /** Whether accounts are made by invitation alone. */
  readonly isByInvitation: boolean
  /** Has the browser carry the code along to another service. */
  readonly carryInvitation: Act<unknown>
  readonly providers: readonly ProviderView[]
}

/** Makes an account and signs in to it. A code from the link that was followed goes along. */
export function SignUpForm({ signUp, next, isByInvitation, carryInvitation, providers }: Props) {
  const code = useCode()
  const isInvited = code !== null && code !== ''

  const send = async (fields: Record<string, string>): Promise<Reply<true>> => {
    const reply = await signUp(isInvited ? { ...fields, code } : fields)
    if (!('done' in reply)) return reply
    const { mail = '', password = '' } = fields
    return (await signIn('password', { mail, password })) ?? { done: true }
  }

  const services = (
    <Providers
      providers={providers}
      words="Go on with"
      next={next}
      {...(isInvited ? { before: () => carryInvitation({ code }) } : {})}
    />
  )
  if (isByInvitation && !isInvited)
    return (
      <>
        <p className="notice">
          {code === null ? 'One moment.' : 'Accounts here are made by invitation. Ask your school for one.'}
        </p>
        {services}
      </>
    )
  return (
    <>
      <Form label="Make the account" send={send} onDone={() => location.assign(next)}>
        {isInvited && <p className="notice">You have been invited. The link makes one account.</p>}
        <Field
          name="name"
          label="Name"
          hint="As your class knows you."
          autoComplete="name"
          required
          maxLength={100}
          autoCapitalize="words"
        />
        <Field name="mail" label="E-mail" type="email" autoComplete="username" required maxLength={254} />
        <NewPassword label="Password" hint="Eight characters or more, of any kind. A sentence is good." />
        <AgeField />
      </Form>
      {services}
    </>
  )
}
