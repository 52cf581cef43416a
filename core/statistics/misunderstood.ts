import type { Option } from '../questions/question.ts'
import { isKeyDoubted } from './advice.ts'
import { type Share, shareOf } from './figure.ts'
import type { ItemStatistics } from './item-statistics.ts'

/** A question of a set that a class has done. */
export interface Done {
  /** Of its version. */
  readonly id: string
  /** Ids of the facts it asks about: their passages settle it. */
  readonly facts: readonly string[]
  /** In the question's own order; empty for kinds without. */
  readonly options: readonly Pick<Option, 'correct'>[]
  readonly statistics: ItemStatistics
}

/** A wrong option that several people took for right. */
export interface Misconception {
  readonly question: string
  /** Its place, from 0 in the question's own list. */
  readonly option: number
  /** Of those who were asked. */
  readonly chosen: Share
  /** Ids of the facts to read again. */
  readonly facts: readonly string[]
}

/** One person's mistake is no misunderstanding of the class, two may sit side by side; and of three nobody can be told apart. */
export const FEWEST_SHARED = 3

/** The most that are worth a lesson. */
const MOST_TOLD = 5

/** The wrong options that most people chose over a set, most people first (of equals the larger share, then the order of the set); at most `most`, and none that fewer than `FEWEST_SHARED` chose. A question whose key is in doubt shows no misconception. */
export const misconceptionsOf = (set: readonly Done[], most: number = MOST_TOLD): Misconception[] =>
  set
    .filter(({ statistics }) => !isKeyDoubted(statistics))
    .flatMap(({ id, facts, options, statistics }) =>
      statistics.options.flatMap(({ chosen }, option) =>
        options[option]?.correct === false && chosen.people >= FEWEST_SHARED
          ? [{ question: id, option, chosen, facts }]
          : [],
      ),
    )
    .sort((a, b) => b.chosen.people - a.chosen.people || (b.chosen.share ?? 0) - (a.chosen.share ?? 0))
    .slice(0, most)

/** A question for a follow-up set. */
export interface AskedAgain {
  readonly question: string
  /** Those who were not wholly right, blanks among them. */
  readonly missed: Share
  readonly facts: readonly string[]
}

/**
 * What a follow-up set should ask again: the questions that more than half of those asked did not have wholly right, the
 * most missed first; only those all of whose facts can be asked (`reachable`: they stand in the newest revision and have
 * a question), each fact once, and none whose key is in doubt.
 */
export function askAgain(set: readonly Done[], reachable: ReadonlySet<string>): AskedAgain[] {
  const missed = set
    .filter(
      ({ statistics, facts }) => !isKeyDoubted(statistics) && facts.every((fact) => reachable.has(fact)),
    )
    .map(({ id, facts, statistics: { people, right } }) => ({
      question: id,
      missed: shareOf(people - right.people, people),
      facts,
    }))
    .filter(({ missed: { people, share } }) => people >= FEWEST_SHARED && (share ?? 0) > 1 / 2)
    .sort((a, b) => (b.missed.share ?? 0) - (a.missed.share ?? 0) || b.missed.people - a.missed.people)
  const taken = new Set<string>()
  return missed.filter(({ facts }) => {
    const isNew = !facts.some((fact) => taken.has(fact))
    if (isNew) for (const fact of facts) taken.add(fact)
    return isNew
  })
}
