import { describe, expect, it } from 'vitest'
import {
  type Askable,
  afterAnswer,
  createRandom,
  KINDS,
  type Kind,
  NEW_ABILITY,
  newDifficulty,
  nextBest,
  REASONS,
  type Reason,
  successOf,
} from '#core'

const askable = (id: string, reason: Reason, value: number, kind: Kind = 'number'): Askable => ({
  id,
  kind,
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

  it('is rather of another kind than last, unless that suits far worse', () => {
    const both = [askable('a', 'new', hardFor(0.8), 'number'), askable('b', 'new', hardFor(0.66), 'cloze')]
    const pick = (before: readonly Kind[], of = both) => nextBest(of, NEW_ABILITY, { seed: 1, before })?.id
    expect(pick([])).toBe('a')
    expect(pick(['number'])).toBe('b')
    expect(pick(['choice', 'number'])).toBe('a')
    expect(pick(['number', 'cloze'])).toBe('b')
    const far = [askable('a', 'new', hardFor(0.8), 'number'), askable('b', 'new', hardFor(0.4), 'cloze')]
    expect(pick(['number'], far)).toBe('a')
  })
})

describe('practice over many answers', () => {
  /** Readers of drawn abilities who practise questions of drawn difficulties, which the ratings only estimate. */
  const random = createRandom('practice')
  const normal = () => random.next() + random.next() + random.next() - 1.5
  const truths = Array.from({ length: 240 }, () => 2 * normal())
  const chances = truths.map((_, i) => [0, 0.25, 0.5][i % 3] ?? 0)
  const kinds = truths.map((_, i) => KINDS[i % KINDS.length] ?? 'choice')
  const ratings = truths.map((truth) => newDifficulty(0.6 + truth / 10 + (random.next() - 0.5) / 3))
  const successes: number[] = []
  const errors: number[] = []
  const runs: boolean[] = []
  for (let person = 0; person < 120; person++) {
    const truth = 2 * normal()
    let ability = NEW_ABILITY
    const asked = new Set<number>()
    const before: Kind[] = []
    for (let turn = 0; turn < 60; turn++) {
      const open = truths.flatMap((_, i) => (asked.has(i) ? [] : [i]))
      const pick = nextBest(
        open.map((i) => ({
          ...{ id: `${i}`, reason: 'new' as const, difficulty: ratings[i] ?? newDifficulty(0) },
          ...{ chance: chances[i] ?? 0, kind: kinds[i] ?? 'choice' },
        })),
        ability,
        { seed: `${person} ${turn}`, before },
      )
      if (!pick) throw new Error('nothing was asked')
      const i = Number(pick.id)
      const success = pick.chance + (1 - pick.chance) / (1 + Math.exp((truths[i] ?? 0) - truth))
      const moved = afterAnswer(
        { ability, difficulty: pick.difficulty },
        { mark: random.next() < success ? 1 : 0, chance: pick.chance },
      )
      ability = moved.ability
      ratings[i] = moved.difficulty
      asked.add(i)
      runs.push(before[0] === pick.kind)
      before.unshift(pick.kind)
      // Of the readers who come once the questions are known, when they are known themselves.
      if (person >= 60 && turn >= 20) successes.push(success)
    }
    if (person >= 60) errors.push(ability.value - truth)
  }
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length

  it('keeps the true chance of success near what is wished', () => {
    expect(mean(successes)).toBeGreaterThan(0.75)
    expect(mean(successes)).toBeLessThan(0.85)
    const near = successes.filter((success) => success > 0.6 && success < 0.95).length / successes.length
    expect(near).toBeGreaterThan(0.85)
  })

  it('finds out how able everyone is, though nobody is asked what they cannot answer', () => {
    // Only differences mean something on the scale: its zero drifts for people and questions alike. A quarter of a log odd
    // is four points of success in a hundred.
    const drift = mean(
      ratings.flatMap(({ value, answers }, i) => (answers > 20 ? [value - (truths[i] ?? 0)] : [])),
    )
    expect(Math.abs(mean(errors) - drift)).toBeLessThan(0.25)
    // Abilities themselves lie 1 apart from their mean.
    expect(Math.sqrt(mean(errors.map((error) => (error - drift) ** 2)))).toBeLessThan(0.7)
  })

  it('does not dwell on one kind', () => {
    expect(runs.filter(Boolean).length / runs.length).toBeLessThan(0.05)
  })
})
