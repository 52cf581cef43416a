'use client'

import { useState } from 'react'
import type { TaughtAssignmentView } from '#server/assignments/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { ChoosePeople, type Learner } from './choose-people.tsx'
import { RulesFields, readRules } from './rules-fields.tsx'

interface Props {
  readonly own: TaughtAssignmentView
  /** Everybody in its class. */
  readonly learners: readonly Learner[]
  readonly change: Act<unknown>
}

/** Changes the rules of an assignment, and says whom that touches. */
export function ChangeForm({
  own: { id, version, count, rules, chosen: was, people },
  learners,
  change,
}: Props) {
  const [chosen, setChosen] = useState(was)
  const underWay = people.filter(({ state }) => state === 'under-way')
  const begun = people.filter(({ attempts }) => attempts > 0)
  return (
    <Form
      label="Change it"
      isQuiet
      send={(fields) => change({ assignment: id, version, chosen, ...readRules(fields, rules) })}
      onDone={() => location.reload()}
    >
      {begun.length > 0 && (
        <p className="notice">
          {sayCount(begun.length, 'learner')} {begun.length === 1 ? 'has' : 'have'} begun it
          {underWay.length > 0 &&
            `, ${underWay.length} of them answering now: ${underWay.map(({ name }) => name).join(', ')}`}
          . Dates, the time limit and what is told hold for them at once; their questions and tries stay as
          they began.
        </p>
      )}
      <RulesFields rules={rules} count={count} />
      {learners.length > 0 && <ChoosePeople learners={learners} chosen={chosen} onChoose={setChosen} />}
    </Form>
  )
}
