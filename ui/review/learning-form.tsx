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

const STREAK: readonly (readonly [string, string])[] = [
  ['on', 'Counted and shown'],
  ['off', 'Off'],
]

const OTHERS: readonly (readonly [string, string])[] = [
  ['off', 'Not shown'],
  ['on', 'Shown with my results, of ten or more'],
]

const GOALS: readonly (readonly [string, string])[] = [
  ['', 'One answer'],
  ['5', '5 minutes'],
  ['10', '10 minutes'],
  ['15', '15 minutes'],
]

/** As weeks are written, each with its number from Sunday. */
const DAYS: readonly (readonly [number, string])[] = [
  [1, 'Monday'],
  [2, 'Tuesday'],
  [3, 'Wednesday'],
  [4, 'Thursday'],
  [5, 'Friday'],
  [6, 'Saturday'],
  [0, 'Sunday'],
]

const restName = (day: number): string => `rest-${day}`

/** What the form's fields say, as the action takes it. */
const read = ({ cap, retention, zone, streak, others, goal, ...rest }: Record<string, string>) => ({
  cap,
  retention,
  zone,
  hasStreak: streak === 'on',
  seesOthers: others === 'on',
  goal: goal ? Number(goal) : null,
  restDays: DAYS.flatMap(([day]) => (restName(day) in rest ? [day] : [])),
})

/** How many facts a day, how surely they are to be known, whose midnight ends the day, and what makes a day count. */
export function LearningForm({ learning, updateLearning }: Props) {
  const { fitted } = learning
  return (
    <Form label="Save" isQuiet said="Saved." send={(fields) => updateLearning(read(fields))}>
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
      <SelectField
        name="streak"
        label="Days in a row"
        choices={STREAK}
        defaultValue={learning.hasStreak ? 'on' : 'off'}
      />
      <SelectField
        name="others"
        label="How others did"
        choices={OTHERS}
        defaultValue={learning.seesOthers ? 'on' : 'off'}
      />
      <SelectField name="goal" label="A day counts with" choices={GOALS} defaultValue={learning.goal ?? ''} />
      <fieldset className="weekdays" aria-describedby="rest-words">
        <legend>Rest days</legend>
        {DAYS.map(([day, name]) => (
          <label key={day}>
            <input type="checkbox" name={restName(day)} defaultChecked={learning.restDays.includes(day)} />
            {name}
          </label>
        ))}
        <small id="rest-words">They count when you use them and break nothing when you do not.</small>
      </fieldset>
    </Form>
  )
}
