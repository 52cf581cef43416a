'use client'

import { useRef, useState } from 'react'
import type { ChangedView, SetItemView } from '#server/sets/view'
import { type Act, UNREACHED } from '#ui/form/reply.ts'

interface Start {
  readonly id: string
  readonly set: string
  readonly items: readonly SetItemView[]
  readonly arrange: Act<ChangedView>
}

/**
 * The questions of a set as they are moved about: shown at once, stored one change after the other. `set` is the quiz set
 * that was stored last. Where storing fails, what is shown stays, and the next change stores it all.
 */
export function useOrder({ id, set: first, items: initial, arrange }: Start) {
  const [items, setItems] = useState(initial)
  const [set, setSet] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const seen = useRef(first)
  const wanted = useRef<readonly string[] | null>(null)
  const isStoring = useRef(false)

  const store = async () => {
    isStoring.current = true
    setBusy(true)
    while (wanted.current) {
      const order = wanted.current
      wanted.current = null
      const reply = await arrange({ set: id, seen: seen.current, order }).catch(() => null)
      if (reply && 'done' in reply) {
        seen.current = reply.done.set
        setSet(reply.done.set)
        setProblem(null)
        continue
      }
      wanted.current = null
      setProblem(reply?.message ?? UNREACHED)
    }
    isStoring.current = false
    setBusy(false)
  }
  const change = (next: readonly SetItemView[]) => {
    setItems(next)
    wanted.current = next.map(({ version }) => version)
    if (!isStoring.current) void store()
  }
  return { items, set, isBusy, problem, change }
}
