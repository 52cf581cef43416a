import { masteryBy } from '#core'
import type { Asked } from './asked.ts'

const DAY_MS = 86_400_000
/** What was missed longer ago than this is no weakness of today. */
const LATELY = 60
/** What was right is worth asking again after so many days, where no memory says when. */
const LONG_AGO = 14

/** A fact, and when it was last asked. */
export interface Since {
  readonly fact: string
  readonly at: Date
}

/** What somebody's answers say of what they know, fact by fact. */
export interface Known {
  /** Missed when last asked, lately; the last first. */
  readonly missed: readonly Since[]
  /** Right when last asked, long ago; the longest ago first. */
  readonly longAgo: readonly Since[]
}

/** Sorts the facts that answers were about; `asked` is the last first. */
export function knownFrom(asked: readonly Asked[], now: Date): Known {
  const last = new Map<string, Asked>()
  for (const each of asked) if (each.fact !== null && !last.has(each.fact)) last.set(each.fact, each)
  const facts = [...last].map(([fact, { at, mark }]) => ({
    fact,
    at,
    mark,
    days: (now.getTime() - at.getTime()) / DAY_MS,
  }))
  const tell = ({ fact, at }: Since): Since => ({ fact, at })
  return {
    missed: facts.filter(({ mark, days }) => mark !== null && mark < 1 && days <= LATELY).map(tell),
    longAgo: facts
      .filter(({ mark, days }) => mark === 1 && days >= LONG_AGO)
      .map(tell)
      .reverse(),
  }
}

/** The newest answers by which a concept is called weak, and below what share of right ones. */
const NEWEST = 200
const WEAK_BELOW = 0.75
const MOST_WEAK = 2

/** The concepts somebody knows least: those of which it is all but certain that fewer than three answers in four are right. */
export function weakConcepts(asked: readonly Asked[]): string[] {
  const answers = asked
    .slice(0, NEWEST)
    .flatMap(({ at, mark, concepts }) =>
      mark === null ? [] : [{ at, mark, tags: { concept: concepts, sector: [], company: [], family: [] } }],
    )
  return masteryBy(answers)
    .filter(({ range }) => range.high < WEAK_BELOW)
    .slice(0, MOST_WEAK)
    .map(({ name }) => name)
}
