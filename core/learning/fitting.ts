import { CLAMP_PARAMETERS, type FSRSState, fsrs, Rating } from 'ts-fsrs'
import { grouped } from '../grouped.ts'
import { hash32 } from '../random.ts'
import type { Grade } from './grade.ts'
import { DEFAULT_WEIGHTS, RATINGS } from './memory.ts'
import { ownDaysBetween } from './own-day.ts'

/** One review of a person's history. */
export interface PastReview {
  readonly fact: string
  readonly at: Date
  readonly grade: Grade
}

/** Weights that suit a person, and what they are worth. */
export interface Fit {
  readonly weights: readonly number[]
  /** How many reviews they were learned from: those on a later day than the one before of the same fact. */
  readonly reviews: number
  /** Mean log loss over the newest reviews by the default weights, and by weights learned from the older ones alone. */
  readonly logLoss: { readonly before: number; readonly after: number }
}

/** With fewer to learn from the defaults know a person better than such a fit would. */
export const FEWEST_REVIEWS = 400
/** Of a longer history a sample of facts is taken, each with all its reviews, so that a fit takes seconds. */
const MOST_REVIEWS = 5000
/** This share, the newest, judges what was learned from the rest. */
const KEPT_BACK = 0.2

/** One of the weights that are learned. */
interface Knob {
  readonly index: number
  readonly turnedBy: 'factor' | 'difference'
  /** How far people lie from the default. So far off costs as much as a nat of log loss: few reviews move little. */
  readonly spread: number
}

const factor = (index: number, spread: number): Knob => ({ index, turnedBy: 'factor', spread })
const difference = (index: number, spread: number): Knob => ({ index, turnedBy: 'difference', spread })

/**
 * All weights but 17 to 19, which are of reviews on one day. Spreads by difference are the standard deviations by which
 * fsrs-rs regularises (`PARAMS_STDDEV`). The initial stabilities it sets beforehand and bounds loosely; here they are
 * held by a factor of e.
 */
const KNOBS: readonly Knob[] = [
  // Stability after a first 'again', 'hard', 'good', 'easy'.
  ...[factor(0, 1), factor(1, 1), factor(2, 1), factor(3, 1)],
  // Difficulty: at first, by the first grade, how fast it changes, how far it returns.
  ...[difference(4, 0.57), difference(5, 0.28), difference(6, 0.6), difference(7, 0.12)],
  // Growth of stability: on the whole, less where it is high, more where recall was doubtful.
  ...[difference(8, 0.39), difference(9, 0.18), difference(10, 0.33)],
  // What is left of it after a miss: on the whole, by difficulty, by stability, by how doubtful recall was.
  ...[difference(11, 0.3), difference(12, 0.09), difference(13, 0.16), difference(14, 0.57)],
  // What 'hard' takes from the growth, and 'easy' adds.
  ...[difference(15, 0.25), difference(16, 1.03)],
  // How the forgetting curve bends.
  difference(20, 0.27),
]

/** FSRS's bounds of each weight, with steps of minutes off. */
const BOUNDS = CLAMP_PARAMETERS(2, false)

/** The weights with each knob turned so many spreads from its default, within bounds. */
function weightsAt(turns: readonly number[]): number[] {
  const weights = [...DEFAULT_WEIGHTS]
  for (const [i, { index, turnedBy, spread }] of KNOBS.entries()) {
    const turn = (turns[i] ?? 0) * spread
    const from = weights[index] ?? 0
    const [low = from, high = from] = BOUNDS[index] ?? []
    weights[index] = Math.min(
      high,
      Math.max(low, turnedBy === 'factor' ? from * Math.exp(turn) : from + turn),
    )
  }
  return weights
}

/** A review in the sequence of its fact. */
interface Step {
  readonly at: number
  /** Of the person's own since the review before; 0 for the first. */
  readonly days: number
  readonly rating: (typeof RATINGS)[Grade]
}

type Sequence = readonly Step[]

const sequenceOf = (reviews: readonly PastReview[], zone: string): Sequence =>
  reviews.map(({ at, grade }, i) => {
    const before = reviews[i - 1]?.at ?? at
    return { at: at.getTime(), days: Math.max(0, ownDaysBetween(before, at, zone)), rating: RATINGS[grade] }
  })

/** Whether a review tells anything of forgetting: on the same day nothing has been forgotten yet. */
const tells = ({ days }: Step): boolean => days > 0

const HAIR = 1e-4

/** Sum of the log loss, in nats, of what the weights said about the reviews for which `counts` holds. */
function lossOf(
  sequences: readonly Sequence[],
  weights: readonly number[],
  counts: (step: Step) => boolean,
): number {
  const scheduler = fsrs({ w: weights, enable_short_term: false })
  let loss = 0
  for (const sequence of sequences) {
    let state: FSRSState | null = null
    for (const step of sequence) {
      const recall: number = state === null ? 1 : scheduler.forgetting_curve(step.days, state.stability)
      if (tells(step) && counts(step)) {
        const said = step.rating === Rating.Again ? 1 - recall : recall
        loss -= Math.log(Math.max(HAIR, said))
      }
      state = scheduler.next_state(state, step.days, step.rating, recall)
    }
  }
  return loss
}

/** From the defaults, in spreads; and once more from what was settled on before. */
const FIRST_STEP = 1
const NEXT_STEP = 1 / 4
const LAST_STEP = 1 / 8

/**
 * The turns at which `costOf` is lowest nearby: each knob in turn is tried a step up and down, and the step is halved
 * when none helps (pattern search after Hooke and Jeeves, 1961). No chance in it, and it never ends worse than it began.
 */
function settle(
  costOf: (turns: readonly number[]) => number,
  from: readonly number[],
  firstStep: number,
): readonly number[] {
  let best = from
  let least = costOf(best)
  for (let step = firstStep; step >= LAST_STEP; ) {
    const before = least
    for (const [i] of KNOBS.entries()) {
      for (const by of [step, -step]) {
        const turns = best.with(i, (best[i] ?? 0) + by)
        const cost = costOf(turns)
        if (cost >= least) continue
        best = turns
        least = cost
        break
      }
    }
    if (least === before) step /= 2
  }
  return best
}

/** A sequence a fact, at most `MOST_REVIEWS` in all: the facts are sampled by their names, so that nothing they turned out to be decides. */
function sequencesOf(history: readonly PastReview[], zone: string): Sequence[] {
  const ordered = [...history].sort((a, b) => a.at.getTime() - b.at.getTime())
  const facts = [...grouped(ordered, ({ fact }) => fact)]
    .map(([fact, reviews]) => ({ place: hash32(fact), reviews }))
    .sort((a, b) => a.place - b.place)
  let room = MOST_REVIEWS
  return facts.flatMap(({ reviews }) => {
    room -= reviews.length
    return room < 0 ? [] : [sequenceOf(reviews, zone)]
  })
}

/**
 * FSRS weights learned from one person's own reviews: those that make what was recalled and forgotten least surprising,
 * held near the defaults. Null, and the defaults stay, where there are fewer than `FEWEST_REVIEWS` to learn from, or
 * where weights learned from the older reviews foretell the newest no better than the defaults do. Reviews may come in
 * any order. Takes about a second per thousand: work for a job.
 */
export function fitWeights(history: readonly PastReview[], zone: string): Fit | null {
  const sequences = sequencesOf(history, zone)
  const times = sequences
    .flat()
    .filter(tells)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  if (times.length < FEWEST_REVIEWS) return null
  const newest = times[Math.floor((1 - KEPT_BACK) * times.length)] ?? 0
  const isOld = ({ at }: Step): boolean => at < newest
  const isNew = ({ at }: Step): boolean => at >= newest

  const costOver = (counts: (step: Step) => boolean) => (turns: readonly number[]) =>
    lossOf(sequences, weightsAt(turns), counts) + turns.reduce((sum, turn) => sum + turn * turn, 0)
  const learned = settle(
    costOver(isOld),
    KNOBS.map(() => 0),
    FIRST_STEP,
  )
  const kept = times.filter((at) => at >= newest).length
  const lossOfNewest = (weights: readonly number[]): number => lossOf(sequences, weights, isNew) / kept
  const logLoss = { before: lossOfNewest(DEFAULT_WEIGHTS), after: lossOfNewest(weightsAt(learned)) }
  if (logLoss.after >= logLoss.before) return null
  const weights = weightsAt(
    settle(
      costOver(() => true),
      learned,
      NEXT_STEP,
    ),
  )
  return { weights, reviews: times.length, logLoss }
}
