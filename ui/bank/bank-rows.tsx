'use client'

import { useState } from 'react'
import type { BankRow } from '#server/bank/view'
import type { Act } from '#ui/form/reply.ts'
import { AboutQuestion } from './about-question.tsx'
import { AddToSet, type Target } from './add-to-set.tsx'
import { bankAddress } from './address.ts'
import { QuestionLink } from './question-link.tsx'
import { TargetField } from './target-field.tsx'

interface Props {
  readonly rows: readonly BankRow[]
  /** Whether all of them are of one article, which the page names. */
  readonly isOfOne: boolean
  readonly targets: readonly Target[]
  /** The set that was being put together when the bank was opened. */
  readonly initial: string | undefined
  readonly add: Act<unknown>
}

/** Questions of the bank, each to be looked at or put into a set. */
export function BankRows({ rows, isOfOne, targets, initial, add }: Props) {
  const [target, setTarget] = useState(targets.find(({ id }) => id === initial) ?? targets[0])
  return (
    <div id="found">
      {target ? (
        <TargetField targets={targets} current={target} onChange={setTarget} />
      ) : (
        <p className="soft">
          To put questions into a set, <a href="/sets">make one first</a>.
        </p>
      )}
      <ol className="questions" aria-label="Questions">
        {rows.map((row) => (
          <li key={row.version}>
            <QuestionLink row={row} />
            <AboutQuestion row={row} isArticleKnown={isOfOne} />
            {row.tags.length > 0 && (
              <p className="about-question">
                {row.tags.map((word) => (
                  <a key={word} href={bankAddress({ tag: word })}>
                    {word}
                  </a>
                ))}
              </p>
            )}
            {target && <AddToSet target={target} version={row.version} stem={row.stem} add={add} />}
          </li>
        ))}
      </ol>
    </div>
  )
}
