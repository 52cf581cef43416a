import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedOf, MOST_COMPARED, spreadOf } from '#core'

describe('how the others did', () => {
  it('is told by the middle and the quarters, in steps of five per cent', () => {
    const eleven = Array.from({ length: 11 }, (_, i) => i / 10)
    expect(spreadOf(eleven)).toEqual({ people: 11, lower: 25, middle: 50, upper: 75 })
    // 0.67, 0.73 and 0.795 between the neighbours.
    const ten = [0.5, 0.6, 0.66, 0.7, 0.72, 0.74, 0.75, 0.81, 0.9, 1]
    expect(spreadOf([...ten].reverse())).toEqual({ people: 10, lower: 65, middle: 75, upper: 80 })
  })

  it('is not told of fewer than ten people', () => {
    expect(spreadOf(Array.from({ length: 9 }, () => 1))).toBeNull()
    expect(spreadOf(Array.from({ length: 10 }, () => 1))).toMatchObject({ middle: 100 })
  })

  it('holds only steps of five, in order, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10 }), (scores) => {
        const { lower, middle, upper } = spreadOf(scores) ?? { lower: -1, middle: -1, upper: -1 }
        expect([lower, middle, upper].map((each) => each % 5)).toEqual([0, 0, 0])
        expect([0, lower, middle, upper, 100]).toEqual([0, lower, middle, upper, 100].sort((a, b) => a - b))
      }),
    )
  })

  it.each([
    [0, 0],
    [10, 0],
    [11, 10],
    [14, 10],
    [15, 15],
    [19, 15],
    [30_000, MOST_COMPARED],
  ])('counts of %i people who have handed in the first %i', (people, counted) => {
    expect(countedOf(people)).toBe(counted)
  })
})
