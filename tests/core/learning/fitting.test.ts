import { CLAMP_PARAMETERS } from 'ts-fsrs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createRandom,
  DEFAULT_MEMORY_SETTINGS,
  DEFAULT_WEIGHTS,
  FEWEST_REVIEWS,
  type Fit,
  fitWeights,
  GRADES,
  type Grade,
  type Memory,
  newMemory,
  type PastReview,
  type Random,
  retrievability,
  review,
} from '#core'

const DAY = 86_400_000
const start = new Date('2026-01-05T18:00:00Z')

/** Reviews of `facts` facts by somebody whose memory follows FSRS with weights of their own, asked when the defaults say so. */
function historyOf(
  weights: readonly number[],
  { facts, seed }: { facts: number; seed: string },
): PastReview[] {
  const random = createRandom(seed)
  const own = { ...DEFAULT_MEMORY_SETTINGS, weights }
  const past: PastReview[] = []
  for (let i = 0; i < facts; i++) {
    const fact = `fact ${i}`
    let now = new Date(start.getTime() + i * DAY)
    let thought: Memory = newMemory(now)
    let real = thought
    for (let turn = 0; turn < 6; turn++) {
      const isKnown =
        real.lastReview === null ? random.next() < 0.75 : random.next() < retrievability(real, now, own)
      const grade = !isKnown ? 'again' : random.next() < 0.2 ? 'hard' : random.next() < 0.15 ? 'easy' : 'good'
      past.push({ fact, at: now, grade })
      thought = review(thought, grade, { now, seed: fact }, DEFAULT_MEMORY_SETTINGS)
      real = review(real, grade, { now, seed: fact }, own)
      now = thought.due
    }
  }
  return past
}

/** Mean log loss of weights over reviews, reckoned by the memory itself. */
function logLoss(past: readonly PastReview[], weights: readonly number[]): number {
  const settings = { ...DEFAULT_MEMORY_SETTINGS, weights }
  const memories = new Map<string, Memory>()
  const losses: number[] = []
  for (const { fact, at, grade } of past) {
    const memory = memories.get(fact) ?? newMemory(at)
    if (memory.lastReview !== null) {
      const recall = retrievability(memory, at, settings)
      losses.push(-Math.log(grade === 'again' ? 1 - recall : recall))
    }
    memories.set(fact, review(memory, grade, { now: at, seed: fact }, settings))
  }
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

/** Somebody who forgets three times as fast, and gains less by a review. */
const FORGETFUL = DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight / 3 : i === 8 ? weight - 0.6 : weight))

describe('weights fitted to a person', () => {
  const past = historyOf(FORGETFUL, { facts: 300, seed: 'their own' })
  let fit: Fit | null = null
  beforeAll(() => {
    fit = fitWeights(past, 'UTC')
  })

  it('foretell their reviews better than the defaults, and others of theirs as well', () => {
    const weights = fit?.weights ?? []
    const others = historyOf(FORGETFUL, { facts: 200, seed: 'others' })
    expect(logLoss(past, weights)).toBeLessThan(logLoss(past, FORGETFUL))
    // Nothing foretells better than the truth; of what that gains over the defaults, most is had.
    const [fitted, truth, defaults] = [weights, FORGETFUL, DEFAULT_WEIGHTS].map((each) =>
      logLoss(others, each),
    ) as [number, number, number]
    expect(defaults - fitted).toBeGreaterThan((2 / 3) * (defaults - truth))
    expect(defaults - truth).toBeGreaterThan(0.01)
  })

  it('say how many reviews they come from and what they are worth', () => {
    expect(fit?.reviews).toBe(past.length - 300)
    expect(fit?.logLoss.after).toBeLessThan(fit?.logLoss.before ?? 0)
  })

  it('are weights that FSRS takes as they are', () => {
    expect(fit?.weights).toHaveLength(21)
    const memory = review(
      newMemory(start),
      'good',
      { now: start, seed: 'x' },
      {
        ...DEFAULT_MEMORY_SETTINGS,
        weights: fit?.weights ?? [],
      },
    )
    expect(memory.stability).toBe(fit?.weights[2])
  })

  it('do not depend on the order in which the reviews are handed over', () => {
    const few = past.slice(0, 600)
    expect(fitWeights([...few].reverse(), 'UTC')).toEqual(fitWeights(few, 'UTC'))
  })
})

describe('no weights are fitted', () => {
  it('to fewer reviews than there must be, not counting first ones and those of the same day', () => {
    const past = historyOf(FORGETFUL, { facts: 90, seed: 'few' })
    const judged = past.length - 90
    expect(judged).toBeGreaterThan(FEWEST_REVIEWS)
    const sameDay = past.slice(0, 470).flatMap((each) => [each, each])
    expect(sameDay.length).toBeGreaterThan(2 * FEWEST_REVIEWS)
    expect(fitWeights(sameDay, 'UTC')).toBeNull()
    expect(fitWeights([], 'UTC')).toBeNull()
  })

  it('to somebody whom the newest reviews show to have changed', () => {
    const early = historyOf(FORGETFUL, { facts: 100, seed: 'early' })
    const last = early.reduce((latest, { at }) => Math.max(latest, at.getTime()), 0)
    const late = historyOf(
      DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight * 3 : i === 8 ? weight + 0.6 : weight)),
      { facts: 60, seed: 'late' },
    ).map(({ fact, at, grade }) => ({
      fact: `late ${fact}`,
      at: new Date(at.getTime() + last - start.getTime()),
      grade,
    }))
    expect(fitWeights([...early, ...late], 'UTC')).toBeNull()
  })
})

describe('weights fitted to odd histories', () => {
  const bounds = CLAMP_PARAMETERS(2, false)

  const odd: readonly (readonly [what: string, gradeBy: (random: Random) => Grade])[] = [
    ['everything right', () => 'good'],
    ['everything forgotten', () => 'again'],
    ['chance alone', (random) => GRADES[random.integer(GRADES.length)] ?? 'good'],
  ]

  it.each(odd)('of %s stay weights that FSRS bears', (_, gradeBy) => {
    const random = createRandom('odd')
    const past = Array.from({ length: 90 }, (_, i) => {
      let day = random.integer(200)
      return Array.from({ length: 6 }, (): PastReview => {
        day += random.integer(40)
        return { fact: `fact ${i}`, at: new Date(start.getTime() + day * DAY), grade: gradeBy(random) }
      })
    }).flat()
    const fit = fitWeights(past, 'UTC')
    expect(fit?.weights).toHaveLength(21)
    for (const [i, weight] of (fit?.weights ?? []).entries()) {
      expect(weight).toBeGreaterThanOrEqual(bounds[i]?.[0] ?? Number.NaN)
      expect(weight).toBeLessThanOrEqual(bounds[i]?.[1] ?? Number.NaN)
    }
  })
})
