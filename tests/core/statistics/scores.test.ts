import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countScores, thirdsOf } from '#core'

const partsOf = (scores: readonly number[]) => scores.map(thirdsOf(countScores(scores)))

describe('scores', () => {
  it('are counted from the lowest up', () => {
    expect(countScores([0.5, 1, 0.5, 0])).toEqual([
      { score: 0, people: 1 },
      { score: 0.5, people: 2 },
      { score: 1, people: 1 },
    ])
  })

  it('are one where the same marks were added in another order', () => {
    const [one, other] = [(0.1 + 0.2 + 0.3) / 3, (0.3 + 0.2 + 0.1) / 3]
    expect(one).not.toBe(other)
    expect(countScores([one, other])).toHaveLength(1)
  })
})

describe('the thirds', () => {
  it('are whole where people can be divided by three and nobody is equal', () => {
    expect(partsOf([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])).toEqual([
      ...[1, 1].map((lower) => ({ upper: 0, lower })),
      ...[0, 0].map((none) => ({ upper: none, lower: none })),
      ...[1, 1].map((upper) => ({ upper, lower: 0 })),
    ])
  })

  it('take a part of whoever stands on the border', () => {
    const parts = partsOf([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(parts.map(({ lower }) => lower)).toEqual([1, 1, 1, expect.closeTo(1 / 3, 12), 0, 0, 0, 0, 0, 0])
    expect(parts.map(({ upper }) => upper)).toEqual([0, 0, 0, 0, 0, 0, expect.closeTo(1 / 3, 12), 1, 1, 1])
  })

  it('treat equals alike where the border runs through them', () => {
    // Of six the upper third is two: the best, and one of three equals.
    const parts = partsOf([1, 0.5, 0.5, 0.5, 0.2, 0.1])
    expect(parts.map(({ upper }) => upper)).toEqual([
      1,
      ...[0, 0, 0].map(() => expect.closeTo(1 / 3, 12)),
      0,
      0,
    ])
  })

  it('are each a third of everybody where all are equal', () => {
    for (const { upper, lower } of partsOf([0.5, 0.5, 0.5, 0.5])) {
      expect(upper).toBeCloseTo(1 / 3, 12)
      expect(lower).toBeCloseTo(1 / 3, 12)
    }
  })

  it('hold exactly a third of the people each, nobody more than whole, and leave the order as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 40 }), (eighths) => {
        const scores = eighths.map((each) => each / 8).sort((a, b) => a - b)
        const parts = partsOf(scores)
        for (const third of ['upper', 'lower'] as const) {
          expect(parts.reduce((sum, part) => sum + part[third], 0)).toBeCloseTo(scores.length / 3, 9)
          for (const part of parts) expect(part[third]).toSatisfy((n: number) => n >= 0 && n <= 1)
        }
        for (const [i, part] of parts.slice(1).entries()) {
          expect(part.upper).toBeGreaterThanOrEqual(parts[i]?.upper ?? 0)
          expect(part.lower).toBeLessThanOrEqual(parts[i]?.lower ?? 1)
        }
      }),
    )
  })

  it('hold nobody of a score that nobody has', () => {
    expect(thirdsOf(countScores([0, 1]))(0.5)).toEqual({ upper: 0, lower: 0 })
  })
})
