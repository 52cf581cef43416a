'use client'

import { useState } from 'react'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { useChosen } from '#ui/form/use-chosen.ts'
import { ChoosePeople, type Learner } from './choose-people.tsx'
import { RulesFields, readRules, USUAL_RULES } from './rules-fields.tsx'

interface Props {
  readonly set: string
  readonly title: string
  readonly count: number
  readonly classes: readonly {
    readonly id: string
    readonly name: string
    readonly learners: readonly Learner[]
  }[]
  readonly assign: Act<{ readonly assignment: string }>
}

/** Gives a set to a class and goes to the assignment. */
export function AssignForm({ set, title, count, classes, assign }: Props) {
  const { chosen: own, field } = useChosen(classes[0]?.id ?? '')
  const [people, setPeople] = useState<{ readonly of: string; readonly chosen: readonly string[] | null }>()
  const chosen = people?.of === own ? people.chosen : null
  const rules = { ...USUAL_RULES, title }
  const learners = classes.find(({ id }) => id === own)?.learners ?? []
  return (
    <Form
      label="Assign"
      send={(fields) => assign({ class: own, set, chosen, ...readRules(fields, rules) })}
      onDone={({ assignment }) => location.assign(`/classes/${own}/quizzes/${assignment}`)}
    >
      <SelectField
        name="class"
        label="Class"
        {...field}
        choices={classes.map(({ id, name }) => [id, name] as const)}
      />
      <RulesFields rules={rules} count={count} />
      {learners.length > 0 && (
        <ChoosePeople
          learners={learners}
          chosen={chosen}
          onChoose={(chosen) => setPeople({ of: own, chosen })}
        />
      )}
    </Form>
  )
}
