import type { Fact } from '../../facts/fact.ts'
import { grouped } from '../../grouped.ts'
import { keepWith } from '../../remember.ts'
import { plainWords } from './words.ts'

/** What a fact is about, in plain words; '' where it does not say. */
export interface Frame {
  readonly subject: string
  readonly measure: string
  readonly object: string
  readonly period: string
}

const plain = (said: string | undefined): string => (said === undefined ? '' : plainWords(said))

/** The frame of a fact, kept with it: every question looks at those of all facts. */
export const frameOf = keepWith(
  ({ subject, measure, object, period }: Fact): Frame => ({
    subject: plainWords(subject),
    measure: plain(measure),
    object: plain(object),
    period: plain(period),
  }),
)

const lineOf = ({ subject, measure, object, period }: Frame): string =>
  [subject, measure, object, period].join('\n')

const byFrame = keepWith(
  (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> =>
    grouped(facts, (fact) => lineOf(frameOf(fact))),
)

/** The facts that are about the same as this one in every respect, itself among them. */
export const factsLike = (fact: Fact, facts: readonly Fact[]): readonly Fact[] =>
  byFrame(facts).get(lineOf(frameOf(fact))) ?? []
