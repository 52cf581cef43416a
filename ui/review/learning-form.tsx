'use client'

import { useId } from 'react'
import type { LearningView } from '#server/reviews/view'
import { Field } from '#ui/account/field.tsx'
import { Form } from '#ui/account/form.tsx'
import type { Act } from '#ui/account/reply.ts'

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
  const target = useId()
  return (
    <Form label="Save" isQuiet said="Saved." send={updateLearning}>
      <Field
        name="cap"
        label="Facts a day, at most"
        type="number"
        min={1}
        max={200}
        defaultValue={learning.cap}
        required
      />
      <p className="form-line">
        <label htmlFor={target}>How surely you want to know them</label>
        <select id={target} name="retention" className="field" defaultValue={learning.retention}>
          {TARGETS.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </p>
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
