import { useId, useState } from 'react'
import { sayNumberWord } from '#ui/text/counts.ts'
import { RightPairs } from './right-pairs.tsx'
import type { ViewProps } from './view.ts'

/** For each left a native select of the rights; each right goes to one left, and taking it again moves it. */
export function View({ shown, answer, feedback, onAnswer }: ViewProps<'matching'>) {
  const { lefts, rights } = shown
  const fieldId = useId()
  const [said, setSaid] = useState('')
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
    const holder = holderOf(right)
    const next = new Map(given)
    if (holder) next.delete(holder.id)
    if (right === '') next.delete(left)
    else next.set(left, right)
    setSaid(
      holder && holder.id !== left
        ? `${textOf(right)} was taken from ${holder.text}, which is open again.`
        : '',
    )
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
                return (
                  <option key={right.id} value={right.id}>
                    {holder && holder.id !== id ? `${right.text} (now with ${holder.text})` : right.text}
                  </option>
                )
              })}
            </select>
          </div>
        ))}
      </div>
      <p className="counted" role="status">
        {sayNumberWord(given.size)} of {sayNumberWord(lefts.length)} matched. {said}
      </p>
    </>
  )
}
