import { type Memory, type MemorySettings, retrievability } from './memory.ts'
import { ownDayEnd } from './own-day.ts'

/** A fact of a person's daily review, and what keeps it out. */
export interface Remembered {
  /** The fact's stable key, or whatever names it for the store. */
  readonly fact: string
  /** The passage that states it; facts of one passage give each other away. */
  readonly passage: string
  readonly memory: Memory
  /** Not before this moment; null where it is not buried. `ownDayEnd` buries until tomorrow. */
  readonly buriedUntil: Date | null
  /** Not until the person takes it back in. */
  readonly suspended: boolean
  /** Never again, since a corrected article no longer states it; with the fact that took its place, where there is one. */
  readonly retired: { readonly supersededBy: string | null } | null
}

/** '12 due, 10 today': how many fall due by the end of the day, and those to ask, in order. */
export interface Queue<T> {
  readonly due: number
  readonly today: readonly T[]
}

const isIn = ({ buriedUntil, suspended, retired }: Remembered, now: Date): boolean =>
  !suspended && retired === null && (buriedUntil === null || buriedUntil <= now)

const byName = (a: Remembered, b: Remembered): number => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0)

/**
 * The person's review of the day: what falls due before their own midnight, never more than is left of the daily cap.
 * Where more is due than that, as after a holiday, what is likeliest to have been forgotten goes first and the rest
 * waits; a fact never reviewed waits for all others. In simulated backlogs (decision record 16) this order left more of
 * everything remembered than the highest recall first, the longest or shortest stability or the easiest first did; and
 * since what is reviewed is not due again for days, the backlog drains. Facts of one passage do not follow each other
 * where that can be avoided. Same input in any order, same queue.
 */
export function queueOf<T extends Remembered>(
  remembered: readonly T[],
  {
    now,
    cap,
    done,
    settings,
  }: {
    readonly now: Date
    /** At most so many in one of the person's days. */
    readonly cap: number
    /** So many have been reviewed today. */
    readonly done: number
    readonly settings: MemorySettings
  },
): Queue<T> {
  const midnight = ownDayEnd(now, settings.zone).getTime()
  const due = remembered
    .filter((each) => each.memory.due.getTime() < midnight && isIn(each, now))
    .map((each) => ({
      each,
      recall: each.memory.lastReview === null ? 1 : retrievability(each.memory, now, settings),
    }))
    .sort(
      (a, b) =>
        a.recall - b.recall ||
        a.each.memory.due.getTime() - b.each.memory.due.getTime() ||
        byName(a.each, b.each),
    )
    .map(({ each }) => each)
  return { due: due.length, today: apart(due.slice(0, Math.max(0, cap - done))) }
}

/** The same, in as nearly the same order as keeps facts of one passage from following each other; where one passage has more than half, some must. */
function apart<T extends Remembered>(ordered: readonly T[]): T[] {
  const left = [...ordered]
  const counts = new Map<string, number>()
  for (const { passage } of left) counts.set(passage, (counts.get(passage) ?? 0) + 1)
  const placed: T[] = []
  while (left.length > 0) {
    const before = placed.at(-1)?.passage
    // A passage with more than half of what will be left must be taken now, or it ends in a row.
    const pressing = left.findIndex(({ passage }) => (counts.get(passage) ?? 0) > left.length / 2)
    const other = left.findIndex(({ passage }) => passage !== before)
    const at = pressing !== -1 && left[pressing]?.passage !== before ? pressing : Math.max(0, other)
    for (const next of left.splice(at, 1)) {
      placed.push(next)
      counts.set(next.passage, (counts.get(next.passage) ?? 0) - 1)
    }
  }
  return placed
}
