'use client'

import { useState } from 'react'
import type { Act } from '#ui/form/reply.ts'
import { AddToSet, type Target } from './add-to-set.tsx'
import { TargetField } from './target-field.tsx'

interface Props {
  readonly targets: readonly Target[]
  readonly version: string
  readonly stem: string
  readonly add: Act<unknown>
}

/** Puts one question into a set of one's choice. */
export function AddHere({ targets, version, stem, add }: Props) {
  const [target, setTarget] = useState(targets[0])
  if (!target)
    return (
      <p>
        You have no set yet. <a href="/sets">Make one first</a>.
      </p>
    )
  return (
    <>
      <TargetField targets={targets} current={target} onChange={setTarget} />
      <p>
        <AddToSet target={target} version={version} stem={stem} add={add} />
      </p>
    </>
  )
}
