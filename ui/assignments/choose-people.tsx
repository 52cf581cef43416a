'use client'

import { useId } from 'react'

export interface Learner {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly learners: readonly Learner[]
  /** Null for everybody. */
  readonly chosen: readonly string[] | null
  readonly onChoose: (chosen: readonly string[] | null) => void
}

/** Whom an assignment is for: the whole class, or the people that are ticked. */
export function ChoosePeople({ learners, chosen, onChoose }: Props) {
  const name = useId()
  const turn = (id: string, isOn: boolean) =>
    onChoose(isOn ? [...(chosen ?? []), id] : (chosen ?? []).filter((each) => each !== id))
  return (
    <fieldset className="choose-people">
      <legend>For</legend>
      <label>
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        <span>The whole class</span>
      </label>
      <label>
        <input type="radio" name={name} checked={chosen !== null} onChange={() => onChoose(chosen ?? [])} />
        <span>Some of them</span>
      </label>
      {chosen !== null && (
        <ul>
          {learners.map(({ id, name: learner }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) => turn(id, event.target.checked)}
                />
                <span>{learner}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
