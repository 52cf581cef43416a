import { useId } from 'react'
import { sayNumberFirst, sayNumberWord } from '#ui/text/counts.ts'
import { RightPairs } from './right-pairs.tsx'
import type { ViewProps } from './view.ts'

/** For each left a native select of the rights. What one left has, no other can take: going through a list by keyboard would else tear others apart. */
export function View({ shown, answer, feedback, onAnswer }: ViewProps<'matching'>) {
  const { lefts, rights } = shown
  const fieldId = useId()
  const given = new Map(answer)
  const textOf = (id: string | undefined): string => rights.find((right) => right.id === id)?.text ?? ''
  if (feedback)
    return (
      <RightPairs
        lefts={lefts}
        givenTo={(left) => (answer ? textOf(given.get(left)) : null)}
        feedback={feedback}
      />
    )

  const holderOf = (right: string) => lefts.find(({ id }) => given.get(id) === right)
  const put = (left: string, right: string) => {
    const next = new Map(given)
    if (right === '') next.delete(left)
    else next.set(left, right)
    onAnswer(next.size === 0 ? null : [...next])
  }

  return (
    <>
      <div className="pairs">
        {lefts.map(({ id, text }) => (
          <div className="pair" key={id}>
            <label htmlFor={`${fieldId}-${id}`}>{text}</label>
            <select
              id={`${fieldId}-${id}`}
              className="field"
              data-choice=""
              value={given.get(id) ?? ''}
              onChange={({ target }) => put(id, target.value)}
            >
              <option value="">Choose</option>
              {rights.map((right) => {
                const holder = holderOf(right.id)
                const isTaken = holder !== undefined && holder.id !== id
                return (
                  <option key={right.id} value={right.id} disabled={isTaken}>
                    {isTaken ? `${right.text} (with ${holder.text})` : right.text}
                  </option>
                )
              })}
            </select>
          </div>
        ))}
      </div>
      <p className="counted" role="status">
        {sayNumberFirst(given.size)} of {sayNumberWord(lefts.length)} matched
      </p>
    </>
  )
}
