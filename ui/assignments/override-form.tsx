'use client'

import type { OverrideView } from '#server/assignments/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { MomentField, readMoment } from '#ui/form/moment-field.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly sent: { readonly assignment: string; readonly person: string }
  readonly override: OverrideView | null
  readonly set: Act<unknown>
}

const NONE: OverrideView = {
  opensAt: null,
  dueAt: null,
  closesAt: null,
  timeFactor: 1,
  extraMinutes: 0,
  moreAttempts: 0,
}

/** What is otherwise for one person. */
export function OverrideForm({ sent, override, set }: Props) {
  const was = override ?? NONE
  return (
    <Form
      label="Lay down"
      isQuiet
      send={(fields) =>
        set({
          ...sent,
          opensAt: readMoment(fields.opensAt, was.opensAt),
          dueAt: readMoment(fields.dueAt, was.dueAt),
          closesAt: readMoment(fields.closesAt, was.closesAt),
          timeFactor: Number(fields.timeFactor || 1),
          extraMinutes: Number(fields.extraMinutes || 0),
          moreAttempts: Number(fields.moreAttempts || 0),
        })
      }
      onDone={() => location.reload()}
    >
      <MomentField name="opensAt" label="Opens for them" hint="Empty: as for everybody." at={was.opensAt} />
      <MomentField name="dueAt" label="Due for them" at={was.dueAt} />
      <MomentField name="closesAt" label="Closes for them" at={was.closesAt} />
      <Field
        name="timeFactor"
        label="Time limit times"
        hint="1.5 for half as much again. What it adds beats the closing time."
        type="number"
        min={1}
        max={5}
        step={0.05}
        defaultValue={was.timeFactor}
      />
      <Field
        name="extraMinutes"
        label="Minutes more at the end"
        type="number"
        min={0}
        max={1440}
        defaultValue={was.extraMinutes}
      />
      <Field
        name="moreAttempts"
        label="Attempts more"
        type="number"
        min={0}
        max={20}
        defaultValue={was.moreAttempts}
      />
    </Form>
  )
}
