'use client'

import { useState } from 'react'
import type { GoingView, KeepingView } from '#server/mine/keeping-view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'

const LINES = [
  [
    'guestDays',
    30,
    'Guests',
    'Days after what they did last. Their words go; their answers stay, by nobody.',
  ],
  [
    'unusedDays',
    180,
    'Unused accounts',
    'Days since anybody signed in. Learners without a class and a confirmed address alone.',
  ],
  [
    'sessionDays',
    30,
    'Ended sessions',
    'Days after they ended; spent links and forgotten browsers with them.',
  ],
  ['auditDays', 180, 'Audit trail', 'Days that a line of it stays.'],
] as const

interface Props {
  readonly keeping: KeepingView
  readonly preview: Act<GoingView>
  readonly update: Act<unknown>
}

/** How long things are kept: what would go is shown before it is switched on. */
export function KeepingForm({ keeping, preview, update }: Props) {
  const [shown, setShown] = useState<{ readonly limits: Limits; readonly going: GoingView } | null>(null)
  return (
    <>
      <Form
        label="Show what would go"
        isQuiet
        send={async (fields) => {
          setShown(null)
          const limits = limitsOf(fields)
          const reply = await preview(limits)
          if ('done' in reply) setShown({ limits, going: reply.done })
          return reply
        }}
      >
        {LINES.map(([name, least, label, hint]) => (
          <Field
            key={name}
            name={name}
            label={`${label}, in days`}
            hint={hint}
            type="number"
            inputMode="numeric"
            min={least}
            max={3650}
            required
            defaultValue={keeping[name]}
          />
        ))}
      </Form>
      {shown && (
        <section aria-labelledby="going">
          <h2 id="going">What would go now</h2>
          <ul role="status">
            <li>{sayCount(shown.going.guests, 'guest')}</li>
            <li>{sayCount(shown.going.unused, 'unused account')}</li>
            <li>
              {sayCount(
                shown.going.sessions,
                'ended session, link or browser',
                'ended sessions, links and browsers',
              )}
            </li>
            <li>{sayCount(shown.going.trail, 'line of the audit trail', 'lines of the audit trail')}</li>
          </ul>
          <Form
            label={keeping.isOn ? 'Save these limits' : 'Let them go, tonight and every night'}
            send={() => update({ isOn: true, ...shown.limits })}
            onDone={() => location.reload()}
          />
        </section>
      )}
      {keeping.isOn && (
        <Form
          label="Let nothing go any more"
          isQuiet
          send={() => update({ ...keeping, isOn: false })}
          onDone={() => location.reload()}
        />
      )}
    </>
  )
}

type Limits = Omit<KeepingView, 'isOn'>

const limitsOf = (fields: Readonly<Record<string, string>>): Limits => ({
  guestDays: Number(fields.guestDays),
  sessionDays: Number(fields.sessionDays),
  auditDays: Number(fields.auditDays),
  unusedDays: Number(fields.unusedDays),
})
