import { show } from '#core'
import { tellDue } from '../assignments/tell-due.ts'
import { getToday } from '../learning/streak.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { countLate } from './late.ts'
import { getOthers } from './others.ts'
import { getTaken, type Taken } from './record.ts'
import { isPacked, itemAt, tellFeedback } from './tell.ts'
import type { EndView, HandedInView, ResultRow, ResultsView } from './view.ts'

/** The results of the viewer's own attempt, or, as long as its assignment withholds them, that it was handed in; 'not-yet' before that. */
export async function getEnd(viewer: Viewer, id: string): Promise<Outcome<EndView>> {
  const taken = await getTold(viewer, id)
  if (!taken) return { refused: 'not-found' }
  const { submittedAt, toldAt } = taken
  if (!submittedAt) return { refused: 'not-yet' }
  const lateAnswers = taken.pinned.assignment === null ? 0 : await countLate(id)
  const end = toldAt
    ? {
        ...tellResults(taken, submittedAt),
        today: await getToday(viewer),
        others: await getOthers(viewer, taken),
      }
    : tellHandedIn(taken, submittedAt)
  return { done: { ...end, lateAnswers } }
}

/** The same, 'withheld' as long as they are. */
export async function getResults(viewer: Viewer, id: string): Promise<Outcome<ResultsView>> {
  const end = await getEnd(viewer, id)
  if ('refused' in end) return end
  return 'rows' in end.done ? { done: end.done } : { refused: 'withheld' }
}

/** The viewer's own attempt, told if it may be by now. */
async function getTold(viewer: Viewer, id: string): Promise<Taken | null> {
  const taken = await getTaken(viewer, id)
  const isDue = taken?.pinned.assignment && taken.submittedAt && !taken.toldAt
  if (!taken || !isDue) return taken
  return (await tellDue(null, taken.pinned.assignment)) > 0 ? getTaken(viewer, id) : taken
}

function tellHandedIn({ pinned, given, items }: Taken, submittedAt: Date): Omit<HandedInView, 'lateAnswers'> {
  return {
    id: pinned.id,
    assignment: pinned.assignment ?? '',
    title: given?.title ?? pinned.set.title,
    submittedAt: submittedAt.toISOString(),
    answered: items.filter((item) => (item.given?.answer ?? null) !== null).length,
    count: items.length,
    isEverTold: given?.isEverTold ?? true,
    toldFrom: given?.toldFrom?.toISOString() ?? null,
  }
}

function tellResults(taken: Taken, submittedAt: Date): Omit<ResultsView, 'today' | 'others' | 'lateAnswers'> {
  const { id, set, mode, tries, startedAt, items } = taken.pinned
  const rows = items.flatMap((_, i) => (set.practice && isUntouched(taken, i) ? [] : [tellRow(taken, i + 1)]))
  return {
    id,
    slug: set.slug,
    title: taken.given?.title ?? set.title,
    date: set.date,
    day: set.day,
    assignment: taken.pinned.assignment,
    isReview: set.isReview,
    isPractice: set.practice !== null,
    mode,
    tries,
    startedAt: startedAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    isPacked: isPacked(taken),
    score: rows.reduce((sum, row) => sum + (countedOf(row) ?? 0), 0),
    count: rows.filter((row) => countedOf(row) !== null).length,
    rows: [...rows].sort((a, b) => urgency(a) - urgency(b) || a.position - b.position),
  }
}

/** What counts of a row; null where its question is out of the score. */
const countedOf = ({ feedback: { mark, regraded } }: ResultRow): number | null =>
  regraded ? regraded.mark : mark

/** Whoever ends a practice leaves the question of the moment behind: it counts for nothing. */
const isUntouched = ({ items }: Taken, index: number): boolean =>
  (items[index]?.given?.answer ?? null) === null && items[index]?.tried === null

function tellRow({ pinned, items }: Taken, position: number): ResultRow {
  const { version, arrangement } = itemAt(pinned, position)
  const { given, final, regraded, isFlagged } = items[position - 1] ?? {
    ...{ given: null, final: null, regraded: null, isFlagged: false },
  }
  const { answer, tries } = regraded?.counted ?? { answer: given?.answer ?? null, tries: given?.tries ?? 1 }
  return {
    position,
    question: version.id,
    shown: show(version.question, arrangement),
    ...(isFlagged ? { isFlagged } : {}),
    answered: answer !== null,
    answer,
    ...(given?.confidence ? { confidence: given.confidence } : {}),
    feedback: tellFeedback(pinned, position, answer, tries, final ?? { answered: 0, right: 0 }, regraded),
  }
}

/** Confident but wrong first, then other misses, then what was right. */
function urgency({ feedback: { mark }, confidence, answered }: ResultRow): number {
  if (mark === 1) return 3
  if (answered && confidence === 'certain') return 0
  return answered && confidence === 'fairly-sure' ? 1 : 2
}
