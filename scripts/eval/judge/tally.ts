import { mean } from '../figures.ts'
import type { Answer, Judge } from './answers.ts'
import { VALID } from './criteria.ts'
import { FAULTS } from './faults.ts'
import type { Item } from './item.ts'

/** Whether the key is right, the only one, and the question answerable. */
export const isValid = ({ kept }: Answer): boolean => kept.slice(0, VALID).every(Boolean)

/** Whether an editor would sign it. */
export const isPassed = ({ kept, worth }: Answer): boolean => kept.every(Boolean) && worth > 0

/** How well one judge looked. */
export interface Watch {
  readonly judge: string
  readonly judged: number
  readonly found: readonly Item[]
  readonly missed: readonly Item[]
}

/** What was said of the questions of one origin; shares are of all answers. */
export interface Standing {
  readonly origin: string
  readonly items: number
  readonly answers: number
  readonly valid: number
  readonly pass: number
  readonly worth: number
  /** The shares of pairs of judges of one question who agree whether it is valid, and whether it passes; NaN where nothing was judged twice. */
  readonly agreeValid: number
  readonly agreePass: number
}

/** A question that somebody did not pass, and what they said. */
export interface Failure {
  readonly item: Item
  readonly by: readonly { readonly judge: string; readonly answer: Answer }[]
}

const sees = (answer: Answer, { fault }: Item): boolean =>
  fault !== undefined && FAULTS[fault].breaks.some((criterion) => answer.kept[criterion - 1] === false)

function watchOf({ name, answers }: Judge, planted: readonly Item[]): Watch {
  const judged = planted.flatMap((item) => {
    const answer = answers.get(item.id)
    return answer ? [{ item, isFound: sees(answer, item) }] : []
  })
  const those = (isFound: boolean): Item[] =>
    judged.filter((each) => each.isFound === isFound).map(({ item }) => item)
  return { judge: name, judged: answers.size, found: those(true), missed: those(false) }
}

const asShare = (flags: readonly boolean[]): number => mean(flags.map((flag) => (flag ? 1 : 0)))

/** Of each question every pair of answers, whether they agree. */
const agreement = (answers: readonly (readonly Answer[])[], asked: (answer: Answer) => boolean): number => {
  const pairs = answers.flatMap((of) =>
    of.flatMap((one, at) => of.slice(at + 1).map((other) => asked(one) === asked(other))),
  )
  return pairs.length === 0 ? Number.NaN : asShare(pairs)
}

function standingOf(origin: string, items: readonly Item[], judges: readonly Judge[]): Standing {
  const answers = items.map(({ id }) => judges.flatMap((judge) => judge.answers.get(id) ?? []))
  const all = answers.flat()
  return {
    origin,
    items: answers.filter(({ length }) => length > 0).length,
    answers: all.length,
    valid: asShare(all.map(isValid)),
    pass: asShare(all.map(isPassed)),
    worth: mean(all.map(({ worth }) => worth)),
    agreeValid: agreement(answers, isValid),
    agreePass: agreement(answers, isPassed),
  }
}

/** What the judges said of a pile: how well each looked, how each origin stands, planted faults apart, and every question that somebody did not pass. */
export function tally(
  items: readonly Item[],
  judges: readonly Judge[],
): {
  readonly watches: readonly Watch[]
  readonly standings: readonly Standing[]
  readonly failures: readonly Failure[]
} {
  const genuine = items.filter(({ fault }) => fault === undefined)
  const planted = items.filter(({ fault }) => fault !== undefined)
  const origins = [...new Set(genuine.map(({ origin }) => origin))].sort()
  return {
    watches: judges.map((judge) => watchOf(judge, planted)),
    standings: origins.map((origin) =>
      standingOf(
        origin,
        genuine.filter((item) => item.origin === origin),
        judges,
      ),
    ),
    failures: genuine.flatMap((item) => {
      const by = judges.flatMap(({ name, answers }) => {
        const answer = answers.get(item.id)
        return answer && !isPassed(answer) ? [{ judge: name, answer }] : []
      })
      return by.length === 0 ? [] : [{ item, by }]
    }),
  }
}
