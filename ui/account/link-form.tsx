'use client'

import { type ReactNode, useState } from 'react'
import type { LinkReply } from '#server/accounts/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly make: Act<LinkReply>
  readonly label: string
  /** What goes along with the fields. */
  readonly sent?: Readonly<Record<string, string>>
  readonly children?: ReactNode
}

/** Makes a link that is shown once, to be handed to somebody. */
export function LinkForm({ make, label, sent = {}, children }: Props) {
  const [link, setLink] = useState<string | null>(null)
  return (
    <>
      <Form
        label={label}
        isQuiet
        send={(fields) => make({ ...fields, ...sent })}
        onDone={(made) => setLink(made.link)}
      >
        {children}
      </Form>
      {link !== null && (
        <p className="notice" role="status">
          Hand on this link; it is not shown again: <code className="made-link">{link}</code>
        </p>
      )}
    </>
  )
}
