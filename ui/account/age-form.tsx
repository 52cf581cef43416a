'use client'

import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { AgeField } from './age-field.tsx'

/** Asks how old somebody is who came by another service; under 13 it says what becomes of the account. */
export function AgeForm({ sayAge }: { readonly sayAge: Act<{ readonly isClosed: boolean }> }) {
  return (
    <Form
      label="Go on"
      send={sayAge}
      onDone={({ isClosed }) => location.assign(isClosed ? '/sign-in?error=too-young' : '/me')}
    >
      <AgeField />
    </Form>
  )
}
