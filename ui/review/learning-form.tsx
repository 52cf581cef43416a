'use client'

import type { LearningView } from '#server/reviews/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly learning: LearningView
  readonly updateLearning: Act<unknown>
}

const TARGETS: readonly (readonly [number, string])[] = [
  [0.8, '80%: fewer reviews'],
  [0.85, '85%'],
  [0.9, '90%: more reviews'],
]

/** How many facts a day, how surely they are to be known, and whose midnight ends the day. */
export function LearningForm({ learning, updateLearning }: Props) {
  const { fitted } = learning
  return (
    <Form label="Save" isQuiet said="Saved." send={updateLearning}>
      {fitted && (
        <p>
          When facts come back is fitted to your own {fitted.reviews} reviews, last on {sayDay(fitted.at)}.
        </p>
      )}
      <Field
        name="cap"
        label="Facts a day, at most"
        type="number"
        min={1}
        max={200}
        defaultValue={learning.cap}
        required
      />
      <SelectField
        name="retention"
        label="How surely you want to know them"
        choices={TARGETS}
        defaultValue={learning.retention}
      />
      <Field
        name="zone"
        label="Time zone"
        hint="Your day ends at midnight there: Europe/Berlin, Asia/Tokyo."
        defaultValue={learning.zone}
        required
        maxLength={60}
      />
    </Form>
  )
}
