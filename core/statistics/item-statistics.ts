import { type Range, wilson } from '../learning/wilson.ts'
import { type Figure, ratio, type Share, shareOf } from './figure.ts'
import { correlationOf } from './moments.ts'
import { medianOf } from './scores.ts'
import type { ItemSums, OptionSums } from './sums.ts'

/** What one option drew. */
export interface OptionStatistics {
  /** Of all who were asked, blanks among them. */
  readonly chosen: Share
  /** Mean rest score (sums.ts), 0 to 1, of those who chose it. */
  readonly restScore: Figure
  /** Point-biserial correlation, -1 to 1, of having chosen it with the rest score, over all who were asked and have one. */
  readonly correlation: Figure
  /** Which share, 0 to 1, of the upper and the lower third chose it; null where nobody of the third was asked. */
  readonly upper: number | null
  readonly lower: number | null
}

/** How one question has done. */
export interface ItemStatistics {
  /** How many were asked it. */
  readonly people: number
  readonly blanks: Share
  /** Mean mark, 0 to 1; a blank earns 0. */
  readonly facility: Figure
  /** Wholly right. */
  readonly right: Share
  /** The mark with the rest score: the corrected item-total correlation, -1 to 1. */
  readonly correlation: Figure
  /** Mean mark of the upper third less that of the lower third, -1 to 1 (scores.ts says who belongs to which). The thirds are of everybody in the set, by their whole score, this question included. */
  readonly upperLower: Figure
  /** One for each option, in the question's own order. */
  readonly options: readonly OptionStatistics[]
  readonly medianSeconds: Figure
  /** Of those who were not wholly right and had said how sure they were, how many were certain. */
  readonly certainWhenWrong: Share
  /**
   * How often a guess hits: the share wholly right among those who said 'guess', with its 95% range. It is told from
   * `FEWEST_GUESSES` on. Nobody else is known to have guessed; and who says so may still know something, so that pure
   * chance brings rather less.
   */
  readonly rightWhenGuessed: (Share & { readonly range: Range }) | null
}

/** With so many the 95% range of a share is never wider than half of all there is. */
export const FEWEST_GUESSES = 12

function optionStatistics(option: OptionSums, item: ItemSums): OptionStatistics {
  const { restPairs: pairs } = item
  // Who chose it is 1, everybody else 0.
  const correlation = correlationOf({
    count: pairs.count,
    squaresX: pairs.count === 0 ? 0 : (option.withRest * (pairs.count - option.withRest)) / pairs.count,
    squaresY: pairs.squaresY,
    products: option.rests - option.withRest * pairs.meanY,
  })
  return {
    chosen: shareOf(option.people, item.people),
    restScore: { value: ratio(option.rests, option.withRest), people: option.withRest },
    correlation: { value: correlation, people: pairs.count },
    upper: ratio(option.upper, item.upper.people),
    lower: ratio(option.lower, item.lower.people),
  }
}

/** How a question has done, from its sums; `hasOrder` says whether people's scores differ at all, without which there are no thirds to compare. */
export function itemStatistics(item: ItemSums, hasOrder: boolean): ItemStatistics {
  const upper = ratio(item.upper.marks, item.upper.people)
  const lower = ratio(item.lower.marks, item.lower.people)
  const { guess, certain, 'fairly-sure': fairlySure } = item.confidence
  const wrong = [guess, fairlySure, certain].reduce((sum, { answers, right }) => sum + answers - right, 0)
  return {
    people: item.people,
    blanks: shareOf(item.blanks, item.people),
    facility: { value: ratio(item.marks, item.people), people: item.people },
    right: shareOf(item.right, item.people),
    correlation: { value: correlationOf(item.restPairs), people: item.restPairs.count },
    upperLower: {
      value: !hasOrder || upper === null || lower === null ? null : upper - lower,
      people: item.people,
    },
    options: item.options.map((option) => optionStatistics(option, item)),
    medianSeconds: {
      value: medianOf(item.seconds),
      people: item.seconds.reduce((sum, [, answers]) => sum + answers, 0),
    },
    certainWhenWrong: shareOf(certain.answers - certain.right, wrong),
    rightWhenGuessed:
      guess.answers < FEWEST_GUESSES
        ? null
        : { ...shareOf(guess.right, guess.answers), range: wilson(guess.right, guess.answers) },
  }
}
