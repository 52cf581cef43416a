import { useEffect, useState } from 'react'
import type { StandingsView } from '#server/assignments/view'
import { keepUp } from './keep-up.ts'

/** What a page knows of an assignment that others are taking. */
export interface Watched {
  readonly standings: StandingsView
  /** Why it is no longer kept up to date, in a sentence; null while it is. */
  readonly problem: string | null
}

/** How everybody stands, kept up to date as long as the page stands. `path` is the address of the assignment in the API. */
export function useWatch(path: string, first: StandingsView): Watched {
  const [standings, setStandings] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => keepUp(path, setStandings, setProblem), [path])
  return { standings, problem }
}
