import { useCallback, useEffect, useRef, useState } from 'react'
import type { AddedView, CheckedView, DraftsView, DraftView, OpenDeskView, State } from '#server/desks/view'
import { type Act, UNREACHED } from '#ui/form/reply.ts'

/** What can be done at a desk. */
export interface DeskActs {
  readonly get: Act<DraftsView>
  readonly decide: Act<unknown>
  readonly undo: Act<unknown>
  readonly check: Act<CheckedView>
  readonly edit: Act<unknown>
  readonly write: Act<{ readonly draft: string }>
  readonly add: Act<AddedView>
}

/** Colleagues work at the same desk: what they did is looked for so often, in milliseconds. */
const LOOK_AGAIN = 15_000

/** The drafts of a desk as they stand, the one that is looked at, and what is done to it. `start` is the draft to begin with. */
export function useDesk(first: OpenDeskView, acts: DeskActs, start: string | undefined) {
  const [{ drafts, between }, setDrafts] = useState<DraftsView>(first)
  const [currentId, setCurrentId] = useState(
    () =>
      (
        first.drafts.find(({ id }) => id === start) ??
        first.drafts.find(({ state }) => state === 'open') ??
        first.drafts[0]
      )?.id,
  )
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const busy = useRef(false)
  // What this teacher did last, so that the key for undoing finds it wherever they are by now.
  const done = useRef<string[]>([])

  const refresh = useCallback(async (): Promise<DraftsView | null> => {
    const reply = await acts.get({ desk: first.id }).catch(() => null)
    if (!reply || 'error' in reply) return null
    setDrafts(reply.done)
    return reply.done
  }, [acts, first.id])

  useEffect(() => {
    const look = () => {
      if (!busy.current && document.visibilityState === 'visible') refresh()
    }
    const timer = setInterval(look, LOOK_AGAIN)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  /** Does one thing at a time, looks at the desk again, and gives what was done; null with the reason in `problem`. */
  const run = async <Result>(
    act: Act<Result>,
    sent: unknown,
  ): Promise<{ done: Result; now: DraftsView | null } | null> => {
    if (busy.current) return null
    busy.current = true
    setBusy(true)
    setProblem(null)
    const reply = await act(sent).catch(() => null)
    const now = await refresh()
    busy.current = false
    setBusy(false)
    if (reply && 'done' in reply) return { done: reply.done, now }
    setProblem(reply?.error === 'changed-meanwhile' ? CHANGED : (reply?.message ?? UNREACHED))
    return null
  }

  const current = drafts.find(({ id }) => id === currentId) ?? drafts[0]
  const at = current === undefined ? -1 : drafts.indexOf(current)

  const show = (id: string | undefined) => {
    if (id === undefined) return
    setProblem(null)
    setCurrentId(id)
  }

  return {
    drafts,
    between,
    current,
    at,
    isBusy,
    problem,
    run,
    show,
    move: (by: number) => show(drafts[at + by]?.id),
    /** Decides on a draft and goes on to the next one that is open. */
    decide: async (draft: DraftView, state: State, overruling?: string) => {
      const sent = {
        draft: draft.id,
        seen: draft.step,
        state,
        ...(overruling === undefined ? {} : { overruling }),
      }
      const result = await run(acts.decide, sent)
      if (!result) return false
      done.current.push(draft.id)
      if (state !== 'open') show(nextOpen(result.now?.drafts ?? drafts, at)?.id)
      return true
    },
    note: (id: string) => done.current.push(id),
    undo: async () => {
      const id = done.current.pop() ?? current?.id
      const draft = drafts.find((each) => each.id === id)
      if (!draft) return
      show(draft.id)
      await run(acts.undo, { draft: draft.id, seen: draft.step })
    },
  }
}

const CHANGED = 'A colleague was faster: it stands here now as they left it. Look at it again.'

/** The next open draft behind this place, or from the start. */
const nextOpen = (drafts: readonly DraftView[], at: number): DraftView | undefined =>
  [...drafts.slice(at + 1), ...drafts.slice(0, at)].find(({ state }) => state === 'open')
