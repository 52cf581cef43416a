'use client'

import type { ProviderView } from '#server/accounts/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { OwnPassword } from './password-fields.tsx'

interface Props {
  readonly services: readonly ProviderView[]
  readonly hasPassword: boolean
  readonly disconnect: Act<unknown>
}

/** The services one can sign in by, each to be disconnected; the last way in stays, and one is told so. */
export function ConnectedServices({ services, hasPassword, disconnect }: Props) {
  return services.map(({ id, name }) => (
    <details key={id}>
      <summary>You can sign in with {name}</summary>
      <Form
        label={`Disconnect ${name}`}
        isQuiet
        send={(fields) => disconnect({ ...fields, service: id })}
        onDone={() => location.reload()}
      >
        <OwnPassword has={hasPassword} />
      </Form>
    </details>
  ))
}
