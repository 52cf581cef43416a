import { describe, expect, it } from 'vitest'
import { type Askable, NEW_ABILITY, nextBest, REASONS, type Reason, successOf } from '#core'

const askable = (id: string, reason: Reason, value: number): Askable => ({
  id,
  reason,
  difficulty: { value, answers: 5 },
  chance: 0,
})
/** So hard that a newcomer succeeds with that chance. */
const hardFor = (success: number): number => -Math.log(success / (1 - success))

const pool = REASONS.flatMap((reason) =>
  [0.3, 0.6, 0.78, 0.82, 0.97].map((success) => askable(`${reason} ${success}`, reason, hardFor(success))),
)
const picks = Array.from({ length: 1000 }, (_, seed) => nextBest(pool, NEW_ABILITY, { seed }))

describe('what to ask next', () => {
  it('mixes what is due, weak and new by their shares', () => {
    const share = (reason: Reason) => picks.filter((pick) => pick?.reason === reason).length / picks.length
    expect(share('due')).toBeCloseTo(0.5, 1)
    expect(share('weak')).toBeCloseTo(0.3, 1)
    expect(share('new')).toBeCloseTo(0.2, 1)
  })

  it('is answered right about four times in five, and not always the same', () => {
    const successes = picks.map((pick) => (pick ? successOf(NEW_ABILITY, pick.difficulty, 0) : 0))
    expect(Math.min(...successes)).toBeGreaterThan(0.75)
    expect(Math.max(...successes)).toBeLessThan(0.85)
    expect(new Set(picks.map((pick) => pick?.id)).size).toBe(6)
  })

  it('comes as near as it can where nothing is just right', () => {
    const hard = [askable('a', 'new', 3), askable('b', 'new', 1), askable('c', 'new', 2)]
    expect(nextBest(hard, NEW_ABILITY, { seed: 1 })?.id).toBe('b')
    expect(nextBest(hard, { value: 3.4, answers: 9 }, { seed: 1 })?.id).toBe('c')
  })

  it('takes another reason where one has nothing, and nothing where nothing is left', () => {
    const only = pool.filter(({ reason }) => reason === 'new')
    for (let seed = 0; seed < 20; seed++) expect(nextBest(only, NEW_ABILITY, { seed })?.reason).toBe('new')
    expect(nextBest([], NEW_ABILITY, { seed: 1 })).toBeNull()
  })

  it('depends on the seed, not on the order of what there is', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(nextBest([...pool].reverse(), NEW_ABILITY, { seed })).toBe(picks[seed])
  })
})
