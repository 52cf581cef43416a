import {
  type Card,
  default_w,
  type FSRS,
  fsrs,
  GenSeedStrategyWithCardId,
  Rating,
  State,
  StrategyMode,
} from 'ts-fsrs'
import { keepWith } from '../remember.ts'
import type { Grade } from './grade.ts'
import { ownDaysBetween } from './own-day.ts'

/**
 * What one person is thought to remember of one fact, by FSRS 6 (github.com/open-spaced-repetition/awesome-fsrs/wiki,
 * 'The Algorithm'), reckoned by ts-fsrs. It belongs to the fact, not to a question: a new version, kind or engine moves
 * nothing here. Plain data, never altered; the memory before a review undoes it.
 */
export interface Memory {
  /** When it should be asked next. */
  readonly due: Date
  /** In how many days the chance of recall falls from 1 to 0.9; 0 before the first review. */
  readonly stability: number
  /** 1 to 10; 0 before the first review. */
  readonly difficulty: number
  /** Days from the last review to `due`. */
  readonly interval: number
  /** Reviews so far. */
  readonly reps: number
  /** How often it had been known and was lost. */
  readonly lapses: number
  /** Null exactly while it has never been reviewed. */
  readonly lastReview: Date | null
}

/** What is one person's own about remembering. */
export interface MemorySettings {
  /** The chance of recall at which a fact falls due, above 0 and below 1. */
  readonly retention: number
  /** The 21 parameters of FSRS 6: the defaults, or fitted to the person's own reviews (fitting.ts). */
  readonly weights: readonly number[]
  /** Whose midnights count as days: an IANA time zone. */
  readonly zone: string
}

/** The weights for whoever has not reviewed enough yet: FSRS's own, learned from hundreds of millions of reviews. */
export const DEFAULT_WEIGHTS: readonly number[] = default_w

export const DEFAULT_MEMORY_SETTINGS: MemorySettings = {
  retention: 0.9,
  weights: DEFAULT_WEIGHTS,
  zone: 'UTC',
}

const DAY_MS = 86_400_000

/** Grades as ts-fsrs counts them. */
export const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const

/** The steps of minutes after a miss are off: a fact comes back on another day. */
const schedulerOf: (settings: MemorySettings) => FSRS = keepWith(({ retention, weights }) =>
  fsrs({
    request_retention: retention,
    w: weights,
    enable_fuzz: true,
    enable_short_term: false,
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed')),
)

/** The person's own days since the last review; 0 before the first, and where clocks disagree. */
const daysSince = (memory: Memory, now: Date, { zone }: MemorySettings): number =>
  memory.lastReview === null ? 0 : Math.max(0, ownDaysBetween(memory.lastReview, now, zone))

/** Of a fact that has not been reviewed yet: due at once. */
export const newMemory = (now: Date): Memory => ({
  due: now,
  stability: 0,
  difficulty: 0,
  interval: 0,
  reps: 0,
  lapses: 0,
  lastReview: null,
})

/** As ts-fsrs takes it. It counts days between UTC midnights: the last review is put as many of those back as it is own midnights ago. */
const cardOf = (memory: Memory, now: Date, days: number, seed: string): Card & { readonly seed: string } => ({
  due: memory.due,
  stability: memory.stability,
  difficulty: memory.difficulty,
  elapsed_days: 0,
  scheduled_days: memory.interval,
  learning_steps: 0,
  reps: memory.reps,
  lapses: memory.lapses,
  state: memory.lastReview === null ? State.New : State.Review,
  ...(memory.lastReview === null ? {} : { last_review: new Date(now.getTime() - days * DAY_MS) }),
  seed,
})

/**
 * The memory after a review. Due dates are whole days away, and those from three days on are spread a little, so that
 * what was learned together does not return together: by `seed` (the person and the fact) and the number of the review,
 * so that the same review done again gives the same date.
 */
export function review(
  memory: Memory,
  grade: Grade,
  { now, seed }: { readonly now: Date; readonly seed: string },
  settings: MemorySettings,
): Memory {
  const card = cardOf(memory, now, daysSince(memory, now, settings), seed)
  const { card: next } = schedulerOf(settings).next(card, now, RATINGS[grade])
  return {
    due: next.due,
    stability: next.stability,
    difficulty: next.difficulty,
    interval: next.scheduled_days,
    reps: next.reps,
    lapses: next.lapses,
    lastReview: now,
  }
}

/**
 * The same memory as other weights see it: stability and difficulty reckoned again from all its reviews in order of time,
 * after the person's weights were fitted. It stays due when it was, so that a fit brings no flood; the next review goes by
 * the new weights.
 */
export function reckonedAgain(
  memory: Memory,
  past: readonly { readonly at: Date; readonly grade: Grade }[],
  settings: MemorySettings,
): Memory {
  const { stability, difficulty } = past.reduce(
    (known, { at, grade }) => review(known, grade, { now: at, seed: '' }, settings),
    newMemory(memory.due),
  )
  return { ...memory, stability, difficulty }
}

/** The chance, 0 to 1, that the person recalls the fact now; 0 for one never reviewed. */
export const retrievability = (memory: Memory, now: Date, settings: MemorySettings): number =>
  memory.lastReview === null
    ? 0
    : schedulerOf(settings).forgetting_curve(daysSince(memory, now, settings), memory.stability)
