import type { Viewer } from '../viewer.ts'
import { listPast, type PastAttempt } from './past.ts'
import type { ScoreRow, ScoresView } from './view.ts'

/** The viewer's own attempts, newest first, with marks worked out afresh from the answers. */
export async function listAttempts(viewer: Viewer): Promise<ScoresView> {
  const rows = (await listPast(viewer)).map(tellRow)
  return { rows, totals: totalsOf(rows) }
}

/** A line of the history. */
export function tellRow(past: PastAttempt): ScoreRow {
  const { id, set: _, practice: __, startedAt, submittedAt, isTold, items, mode, ...named } = past
  const isVoid = ({ mark, regraded }: PastAttempt['items'][number]) => mark === null && regraded !== null
  const isPacked = items.some(({ isHandedOut }) => isHandedOut)
  return {
    attempt: id,
    ...named,
    mode,
    startedAt: startedAt.toISOString(),
    ...(submittedAt ? { submittedAt: submittedAt.toISOString() } : {}),
    isTold: mode === 'practice' || isTold,
    // What was given up counts as done with, as on the start page; handing in makes all final.
    answered: items.filter((item) => !isVoid(item) && (item.answer !== null || (item.final && !submittedAt)))
      .length,
    count: items.filter((item) => !isVoid(item)).length,
    isPacked,
    ...(!isPacked && (mode === 'practice' || isTold)
      ? { score: items.reduce((sum, { mark }) => sum + (mark ?? 0), 0) }
      : {}),
  }
}

/** What the quizzes that were handed in come to, as far as that may be told. Those practised with an offline pack come to nothing. */
export function totalsOf(rows: readonly ScoreRow[]): ScoresView['totals'] {
  const over = rows.filter(
    ({ submittedAt, isTold, isPacked }) => submittedAt !== undefined && isTold && !isPacked,
  )
  return {
    quizzes: over.length,
    questions: over.reduce((sum, { count }) => sum + count, 0),
    score: over.reduce((sum, { score }) => sum + (score ?? 0), 0),
  }
}
