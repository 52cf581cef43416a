'use client'

import type { ReviewedView } from '#server/reviews/view'
import { Press } from '#ui/form/press.tsx'
import { Problem } from '#ui/form/problem.tsx'
import type { Act } from '#ui/form/reply.ts'
import { useAct } from '#ui/form/use-act.ts'
import { sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly reviewed: readonly ReviewedView[]
  readonly grade: Act<unknown>
  readonly undo: Act<unknown>
}

const GRADES: readonly (readonly [ReviewedView['grade'], string])[] = [
  ['again', 'Forgotten'],
  ['hard', 'Barely'],
  ['good', 'Known'],
  ['easy', 'Without effort'],
]

/** What came back today and how well it is thought to have: to be corrected by whoever knows better, or taken back. */
export function Reviewed({ reviewed, grade, undo }: Props) {
  const { run, problem } = useAct(grade)
  const correct = async (sent: object) => {
    if (await run(sent)) location.reload()
  }
  return (
    <>
      <ul className="sessions">
        {reviewed.map(({ attempt, position, label, grade: inferred, due, isLast }) => (
          <li key={`${attempt} ${position}`}>
            <b>{label}</b>
            <span className="soft">again on {sayDay(due, 'short')}</span>
            <label>
              <span className="unseen">How well {label} came back</span>
              <select
                className="field"
                defaultValue={inferred}
                disabled={!isLast}
                onChange={({ target }) => correct({ attempt, position, grade: target.value })}
              >
                {GRADES.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            {isLast && (
              <Press act={undo} sent={{ attempt, position }} label="Undo" about={`the review of ${label}`} />
            )}
          </li>
        ))}
      </ul>
      <Problem words={problem} />
    </>
  )
}
