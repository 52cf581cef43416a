'use client'

import { useId } from 'react'
import type { FollowUpLine, MadeView } from '#server/sets/view'
import { CheckField } from '#ui/form/check-field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayOf } from './analysis-words.ts'

interface Props {
  readonly assignment: string
  readonly lines: readonly FollowUpLine[]
  readonly make: Act<MadeView>
}

/** Chooses what is asked again, what most missed at first, and makes a set of it. */
export function FollowUp({ assignment, lines, make }: Props) {
  const hint = useId()
  if (lines.length === 0)
    return <p>None of its questions can be asked again: they have been withdrawn since.</p>
  return (
    <Form
      label="Make a set of these"
      send={(fields) => make({ assignment, questions: Object.keys(fields) })}
      onDone={({ set }) => location.assign(`/sets/${set}`)}
    >
      <fieldset className="follow-up" aria-describedby={hint}>
        <legend>Questions to ask again</legend>
        <p id={hint} className="soft">
          Ticked is what more than half missed, or where several took the same wrong answer for right. Where
          there is another question about the same facts, that one is taken. You can change the set before you
          assign it.
        </p>
        {lines.map(({ question, number, stem, missed, of, isOther, isSuggested }) => (
          <CheckField
            key={question}
            name={question}
            defaultChecked={isSuggested}
            label={
              <>
                {number}. <StemText text={stem} />{' '}
                <span className="soft">
                  {sayOf({ people: missed, of })} missed it;{' '}
                  {isOther ? 'asked in another way' : 'asked as it was, for there is no other on it'}
                </span>
              </>
            }
          />
        ))}
      </fieldset>
    </Form>
  )
}
