import { describe, expect, it } from 'vitest'
import { wilson } from '#core'

describe('the range of a share', () => {
  // Worked by hand from the formula; the first two are the textbook's examples.
  it.each([
    [8, 10, 0.4902, 0.9433],
    [15, 50, 0.191, 0.4375],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
    [900, 1000, 0.8798, 0.9171],
  ])('of %i right of %i is %f to %f', (right, asked, low, high) => {
    expect(wilson(right, asked).low).toBeCloseTo(low, 4)
    expect(wilson(right, asked).high).toBeCloseTo(high, 4)
  })

  it('is everything where nothing was asked', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  it('holds the shares from which such a count is likely, and no others', () => {
    // The ends solve (p - share)^2 = z^2 p (1 - p) / n.
    for (const [right, asked] of [
      [3, 7],
      [12, 13],
      [40, 90],
    ] as const) {
      const { low, high } = wilson(right, asked)
      for (const p of [low, high])
        expect((p - right / asked) ** 2).toBeCloseTo((1.96 ** 2 * p * (1 - p)) / asked, 4)
    }
  })
})
