import { describe, expect, it } from 'vitest'
import {
  afterAnswer,
  createRandom,
  inheritedDifficulty,
  NEW_ABILITY,
  newDifficulty,
  type Rating,
  successOf,
} from '#core'

/** The chance of success of the 1PL model with guessing, written on its own. */
const model = (theta: number, delta: number, chance: number): number => {
  const odds = Math.E ** (theta - delta)
  return chance + ((1 - chance) * odds) / (1 + odds)
}

describe('the chance of success', () => {
  it('follows the Rasch model, with what luck gives', () => {
    for (const theta of [-2, 0, 1.3])
      for (const delta of [-1, 0.4, 3])
        for (const chance of [0, 0.25, 0.5])
          expect(successOf({ value: theta, answers: 3 }, { value: delta, answers: 9 }, chance)).toBeCloseTo(
            model(theta, delta, chance),
            12,
          )
  })

  it('begins with the engine’s estimate: easy questions are mostly answered, hard ones mostly not', () => {
    const newcomer = (score: number, chance: number) => successOf(NEW_ABILITY, newDifficulty(score), chance)
    expect(newcomer(0.3, 0.25)).toBeGreaterThan(0.8)
    expect(newcomer(0.75, 0)).toBeLessThan(0.4)
    expect(newcomer(0.3, 0)).toBeGreaterThan(newcomer(0.6, 0))
  })
})

describe('a new version of a question', () => {
  it('is as hard as the one before it, and moves more quickly', () => {
    expect(inheritedDifficulty({ value: 1.5, answers: 400 })).toEqual({ value: 1.5, answers: 10 })
    expect(inheritedDifficulty({ value: -1, answers: 3 })).toEqual({ value: -1, answers: 3 })
  })
})

describe('an answer', () => {
  const pair = { ability: { value: 0.2, answers: 10 }, difficulty: { value: -0.4, answers: 40 } }

  it('moves both by the surprise, by steps that shrink with what is known', () => {
    const moved = afterAnswer(pair, { mark: 1, chance: 0.25 })
    const surprise = 1 - model(0.2, -0.4, 0.25)
    expect(moved.ability.value).toBeCloseTo(0.2 + surprise / (1 + 0.05 * 10), 12)
    expect(moved.difficulty.value).toBeCloseTo(-0.4 - surprise / (1 + 0.05 * 40), 12)
    expect([moved.ability.answers, moved.difficulty.answers]).toEqual([11, 41])
  })

  it('moves nothing when it was expected, and both the other way when it was wrong', () => {
    const expected = model(0.2, -0.4, 0)
    expect(afterAnswer(pair, { mark: expected, chance: 0 }).ability.value).toBeCloseTo(0.2, 12)
    const wrong = afterAnswer(pair, { mark: 0, chance: 0 })
    expect(wrong.ability.value).toBeLessThan(0.2)
    expect(wrong.difficulty.value).toBeGreaterThan(-0.4)
  })

  it('still counts after thousands of others', () => {
    const settled = { value: 0, answers: 50_000 }
    const moved = afterAnswer({ ability: settled, difficulty: settled }, { mark: 1, chance: 0 })
    expect(moved.ability.value).toBeCloseTo(0.04 * 0.5, 12)
  })
})

describe('many answers', () => {
  const random = createRandom('elo')
  const spread = (count: number, width: number) =>
    Array.from({ length: count }, () => width * (random.next() + random.next() + random.next() - 1.5))
  const people = spread(120, 1.6)
  const questions = spread(80, 2)
  const abilities: Rating[] = people.map(() => NEW_ABILITY)
  // The engine's estimates are rough: half right, half noise.
  const difficulties: Rating[] = questions.map((delta) =>
    newDifficulty(0.6 + delta / 10 + (random.next() - 0.5) / 4),
  )
  const started = [...difficulties]
  for (let turn = 0; turn < 60; turn++)
    for (const [p, theta] of people.entries()) {
      const q = random.integer(questions.length)
      const mark = random.next() < model(theta, questions[q] ?? 0, 0.25) ? 1 : 0
      const moved = afterAnswer(
        { ability: abilities[p] as Rating, difficulty: difficulties[q] as Rating },
        { mark, chance: 0.25 },
      )
      abilities[p] = moved.ability
      difficulties[q] = moved.difficulty
    }

  const correlation = (a: readonly number[], b: readonly number[]): number => {
    const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length
    const [ma, mb] = [mean(a), mean(b)]
    const sums = a.map(
      (x, i) => [(x - ma) * ((b[i] ?? 0) - mb), (x - ma) ** 2, ((b[i] ?? 0) - mb) ** 2] as const,
    )
    const total = (i: 0 | 1 | 2) => sums.reduce((sum, each) => sum + each[i], 0)
    return total(0) / Math.sqrt(total(1) * total(2))
  }
  const values = (of: readonly Rating[]) => of.map(({ value }) => value)

  it('find out who is able and what is hard', () => {
    expect(correlation(values(abilities), people)).toBeGreaterThan(0.75)
    expect(correlation(values(difficulties), questions)).toBeGreaterThan(0.9)
    expect(correlation(values(difficulties), questions)).toBeGreaterThan(
      correlation(values(started), questions),
    )
  })

  it('foretell how often somebody will be right', () => {
    let [foretold, came] = [0, 0]
    for (const [p, theta] of people.entries())
      for (const [q, delta] of questions.entries()) {
        foretold += successOf(abilities[p] as Rating, difficulties[q] as Rating, 0.25)
        came += model(theta, delta, 0.25)
      }
    expect(Math.abs(foretold / came - 1)).toBeLessThan(0.03)
  })
})
