import fc from 'fast-check'
import { createEmptyCard, fsrs, type Grade as Rating } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_MEMORY_SETTINGS,
  DEFAULT_WEIGHTS,
  GRADES,
  type Grade,
  type Memory,
  newMemory,
  reckonedAgain,
  retrievability,
  review,
} from '#core'

const settings = DEFAULT_MEMORY_SETTINGS
const DAY = 86_400_000
const start = new Date('2026-01-05T18:00:00Z')
const daysOn = (days: number, from: Date = start): Date => new Date(from.getTime() + days * DAY)
const ratingOf = (grade: Grade): Rating => (GRADES.indexOf(grade) + 1) as Rating

/** The memory after grades, each given when the fact falls due. */
const follow = (grades: readonly Grade[], seed = 'ann 1', from: Memory = newMemory(start)): Memory =>
  grades.reduce((memory, grade) => review(memory, grade, { now: memory.due, seed }, settings), from)

/** FSRS 6 as its own page states it, written again from there: the first review and the ones after it. */
const w = (i: number): number => DEFAULT_WEIGHTS[i] ?? Number.NaN
const curve = (days: number, stability: number): number =>
  (1 + ((0.9 ** (-1 / w(20)) - 1) * days) / stability) ** -w(20)
const firstDifficulty = (rating: number): number => w(4) - Math.exp(w(5) * (rating - 1)) + 1
const within = (value: number): number => Math.min(10, Math.max(1, value))
function stepped(d: number, s: number, days: number, rating: number): { d: number; s: number } {
  const r = curve(days, s)
  const grown =
    s *
    (1 +
      Math.exp(w(8)) *
        (11 - d) *
        s ** -w(9) *
        (Math.exp(w(10) * (1 - r)) - 1) *
        (rating === 2 ? w(15) : 1) *
        (rating === 4 ? w(16) : 1))
  const left = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r))
  const moved = d + (-w(6) * (rating - 3) * (10 - d)) / 9
  return {
    d: within(w(7) * firstDifficulty(4) + (1 - w(7)) * moved),
    s: rating === 1 ? Math.min(left, s) : grown,
  }
}

describe('a memory', () => {
  it('is due at once before the first review, with nothing to recall', () => {
    const memory = newMemory(start)
    expect(memory).toEqual({
      due: start,
      stability: 0,
      difficulty: 0,
      interval: 0,
      reps: 0,
      lapses: 0,
      lastReview: null,
    })
    expect(retrievability(memory, start, settings)).toBe(0)
  })

  it('follows the formulas of FSRS 6', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRADES),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...GRADES)), { maxLength: 8 }),
        (first, later) => {
          let now = start
          let memory = review(newMemory(start), first, { now, seed: 'x' }, settings)
          const rating = ratingOf(first)
          let state = { d: within(firstDifficulty(rating)), s: w(rating - 1) }
          for (const [days, grade] of later) {
            expect(retrievability(memory, daysOn(days, now), settings)).toBeCloseTo(curve(days, state.s), 5)
            now = daysOn(days, now)
            memory = review(memory, grade, { now, seed: 'x' }, settings)
            state = stepped(state.d, state.s, days, ratingOf(grade))
            expect(memory.difficulty).toBeCloseTo(state.d, 5)
            expect(Math.abs(memory.stability / state.s - 1)).toBeLessThan(1e-4)
          }
        },
      ),
    )
  })

  it('falls due within the spread that ts-fsrs allows around the day when recall is down to the target', () => {
    for (const retention of [0.8, 0.9, 0.95]) {
      const plain = fsrs({ request_retention: retention, enable_short_term: false })
      for (const grade of GRADES) {
        const own = { ...settings, retention }
        const memory = review(newMemory(start), grade, { now: start, seed: 'bo 2' }, own)
        const { card } = plain.next(createEmptyCard(start), start, ratingOf(grade))
        // A day for keeping 'hard', 'good' and 'easy' apart, and the widest spread there is.
        const spread = 1 + 1 + 0.15 * card.scheduled_days
        expect(Math.abs(memory.interval - card.scheduled_days)).toBeLessThanOrEqual(spread)
        expect(memory.due).toEqual(daysOn(memory.interval))
      }
    }
  })

  it('comes back on a later day, however it went', () => {
    for (const grade of GRADES) expect(follow(['good', 'good', grade]).interval).toBeGreaterThanOrEqual(1)
  })

  it('is spread by the seed and by nothing else', () => {
    const grades: readonly Grade[] = ['good', 'good', 'good', 'good']
    expect(follow(grades, 'ann 1')).toEqual(follow(grades, 'ann 1'))
    const dues = new Set(Array.from({ length: 40 }, (_, i) => follow(grades, `ann ${i}`).interval))
    expect(dues.size).toBeGreaterThan(3)
  })

  it('counts a lapse only when something known is lost', () => {
    expect(follow(['again']).lapses).toBe(0)
    expect(follow(['good', 'again', 'good']).lapses).toBe(1)
    expect(follow(['good', 'again', 'good']).reps).toBe(3)
  })

  it('grows no stronger by a second answer on the same day, and no weaker by clocks that disagree', () => {
    const once = follow(['good'])
    const twice = review(once, 'good', { now: new Date(start.getTime() + 3_600_000), seed: 'x' }, settings)
    expect(twice.stability).toBe(once.stability)
    const earlier = new Date(start.getTime() - 3 * DAY)
    expect(review(once, 'good', { now: earlier, seed: 'x' }, settings).stability).toBe(once.stability)
    expect(retrievability(once, earlier, settings)).toBe(1)
  })

  it('counts the days of the person’s own zone', () => {
    // 22:00 and 08:00 in Auckland, on two days there and on one of UTC.
    const evening = new Date('2026-06-10T10:00:00Z')
    const morning = new Date('2026-06-10T20:00:00Z')
    const grown = (zone: string) => {
      const own = { ...settings, zone }
      const first = review(newMemory(evening), 'good', { now: evening, seed: 'x' }, own)
      return review(first, 'good', { now: morning, seed: 'x' }, own).stability > first.stability
    }
    expect(grown('Pacific/Auckland')).toBe(true)
    expect(grown('UTC')).toBe(false)
  })

  it('is undone by the memory before, which nothing has altered', () => {
    const before = Object.freeze(follow(['good', 'hard']))
    const kept = structuredClone(before)
    const once = review(before, 'again', { now: before.due, seed: 'x' }, settings)
    expect(before).toEqual(kept)
    expect(review(before, 'again', { now: before.due, seed: 'x' }, settings)).toEqual(once)
  })

  it('survives being stored as JSON', () => {
    const memory = follow(['good', 'again', 'easy'])
    const { due, lastReview, ...rest } = JSON.parse(JSON.stringify(memory))
    expect({ ...rest, due: new Date(due), lastReview: new Date(lastReview) }).toEqual(memory)
  })

  it('is reckoned again by fitted weights without moving the day on which it is due', () => {
    const past: { at: Date; grade: Grade }[] = []
    let memory = newMemory(start)
    for (const grade of ['good', 'hard', 'again', 'good'] as const) {
      past.push({ at: memory.due, grade })
      memory = review(memory, grade, { now: memory.due, seed: 'x' }, settings)
    }
    expect(reckonedAgain(memory, past, settings)).toEqual(memory)
    const fitted = { ...settings, weights: DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight * 2 : weight)) }
    const again = reckonedAgain(memory, past, fitted)
    expect(again.stability).toBeGreaterThan(memory.stability)
    expect({ ...again, stability: memory.stability, difficulty: memory.difficulty }).toEqual(memory)
  })
})
