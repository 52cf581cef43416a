'use client'

import type { MailWishView } from '#server/mail/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { browserZone } from '#ui/text/browser-zone.ts'

interface Props {
  readonly wish: MailWishView
  readonly update: Act<unknown>
}

const NOTICES = [
  ['no', 'Only what concerns who gets into my account'],
  ['yes', 'Every notice'],
] as const

const HOURS: readonly (readonly [string, string])[] = [
  ['', 'Never'],
  ...Array.from({ length: 24 }, (_, hour): [string, string] => [
    String(hour),
    `Daily at ${String(hour).padStart(2, '0')}:00`,
  ]),
]

/** What comes by mail. */
export function MailWishes({ wish: { notices, remindAt }, update }: Props) {
  return (
    <Form
      label="Save"
      isQuiet
      said="Saved."
      send={(fields) =>
        update({
          notices: fields.notices === 'yes',
          remindAt: fields.remindAt ? Number(fields.remindAt) : null,
          zone: browserZone(),
        })
      }
    >
      <SelectField
        name="notices"
        label="Notices by mail"
        choices={NOTICES}
        defaultValue={notices ? 'yes' : 'no'}
      />
      <SelectField
        name="remindAt"
        label="Remind me of what is due"
        choices={HOURS}
        defaultValue={remindAt === null ? '' : String(remindAt)}
      />
    </Form>
  )
}
