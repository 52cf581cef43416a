'use client'

import { useState } from 'react'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

/** A set that questions can be put into. */
export interface Target {
  readonly id: string
  readonly title: string
}

interface Props {
  readonly target: Target
  readonly version: string
  readonly stem: string
  readonly add: Act<unknown>
}

/** Puts a question at the end of a set, and says so. */
export function AddToSet({ target, version, stem, add }: Props) {
  const [added, setAdded] = useState('')
  return (
    <span>
      {added !== target.id && (
        <Press
          act={add}
          sent={{ set: target.id, version }}
          label="Add to the set"
          about={`${target.title}: ${stem}`}
          onDone={() => setAdded(target.id)}
        />
      )}
      <span role="status" className="soft">
        {added === target.id && `In ‘${target.title}’`}
      </span>
    </span>
  )
}
