'use client'

import { useEffect } from 'react'
import type { ImportView, Step } from '#server/imports/view'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { useImport } from './use-import.ts'

interface Props {
  readonly id: string
  /** How it stood when the page was drawn; null where it was asked for since. */
  readonly known: ImportView | null
  /** Whether its desk is gone to when it is there. */
  readonly isFollowed?: boolean
}

/** What each step has done, once it has. */
const DONE: { readonly [S in Step]: (told: ImportView) => string } = {
  fetched: () => 'Fetched',
  read: ({ words }) => `Read: ${sayCount(words ?? 0, 'word')}`,
  facts: ({ facts }) => `Facts: ${facts ?? 0}`,
  questions: () => 'Questions made',
  checks: ({ questions }) => `Checked: ${sayCount(questions ?? 0, 'question')} hold`,
}

/** What each step does, until it has. */
const DOING: { readonly [S in Step]: string } = {
  fetched: 'Fetching',
  read: 'Reading',
  facts: 'Looking for facts',
  questions: 'Making questions',
  checks: 'Checking every key',
}

const STEPS = Object.keys(DOING) as Step[]

function Steps({ told }: { readonly told: ImportView }) {
  const { done, state } = told
  return (
    <ol className="import-steps" aria-label={`How far ${told.title} has come`}>
      {STEPS.map((step, i) => {
        const standing = i < done ? 'done' : i === done && state === 'under-way' ? 'doing' : 'ahead'
        return (
          <li key={step} data-standing={standing} aria-current={standing === 'doing' ? 'step' : undefined}>
            {standing === 'done' ? DONE[step](told) : DOING[step]}
          </li>
        )
      })}
    </ol>
  )
}

function Outcome({ told }: { readonly told: ImportView }) {
  const { state, refused, desk, slug, isKnown, isOther, correction, questions } = told
  if (state === 'refused') return <p className="problem">{refused}</p>
  if (state === 'under-way') return null
  return (
    <p>
      {isOther
        ? 'You have brought this in before, and its text was another then. '
        : isKnown
          ? 'This text is here already. '
          : questions === 0
            ? 'No question can be made of it by itself; at the desk you write your own. '
            : ''}
      {correction !== null && (
        <>
          <a href={`/corrections/${correction}`}>See what the new text would change</a> ·{' '}
        </>
      )}
      <a href={`/desks/${desk}`}>To its desk</a> · <a href={`/articles/${slug}`}>Read it</a>
    </p>
  )
}

/** One article that is brought in, or was: how far it has come, and the way to its desk. */
export function ImportLine({ id, known, isFollowed = false }: Props) {
  const told = useImport(id, known)
  const isThere = told?.state === 'there'
  const { desk = null, isOther = false } = told ?? {}
  useEffect(() => {
    if (isFollowed && isThere && !isOther && desk) location.assign(`/desks/${desk}`)
  }, [isFollowed, isThere, isOther, desk])
  if (!told) return <li>One moment</li>
  return (
    <li>
      <b>{told.title}</b>{' '}
      <span className="soft">
        <Moment at={told.askedAt} />
      </span>
      <div role="status">
        {(told.state === 'under-way' || isFollowed) && <Steps told={told} />}
        <Outcome told={told} />
      </div>
    </li>
  )
}
