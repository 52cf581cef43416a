import { describe, expect, it } from 'vitest'
import { chanceOf } from '#core'
import { markOf } from '../../../core/learning/mark.ts'
import { sound } from '../questions/support/sample.ts'

const mean = (marks: readonly number[]): number => marks.reduce((sum, mark) => sum + mark, 0) / marks.length

/** Every order of the numbers below `count`. */
const orders = (count: number): number[][] =>
  count === 0
    ? [[]]
    : orders(count - 1).flatMap((order) =>
        Array.from({ length: count }, (_, i) => [...order.slice(0, i), count - 1, ...order.slice(i)]),
      )

describe('what blind luck earns', () => {
  it('is one of the options, one of two, or nothing', () => {
    expect(chanceOf(sound.choice)).toBe(1 / sound.choice.options.length)
    expect(chanceOf(sound.trueFalse)).toBe(0.5)
    expect(chanceOf(sound.number)).toBe(0)
    expect(chanceOf(sound.cloze)).toBe(0)
  })

  it('is the mean mark of all orders, and of all ways to pair', () => {
    for (const count of [3, 4, 5, 6]) {
      const all = orders(count)
      const answer = Array.from({ length: count }, (_, i) => `item ${i}`)
      expect(chanceOf({ ...sound.ordering, answer })).toBeCloseTo(
        mean(all.map((places) => markOf('ordering', { places }))),
        2,
      )
      const pairs = answer.map((left) => [left, `of ${left}`] as const)
      expect(chanceOf({ ...sound.matching, answer: pairs })).toBeCloseTo(
        mean(
          all.map((order) =>
            markOf('matching', { right: order.filter((at, i) => at === i).length, of: count }),
          ),
        ),
        9,
      )
    }
  })

  it('is the mean mark of all choices of as many options as are right', () => {
    for (const [all, of] of [
      [4, 2],
      [5, 2],
      [5, 3],
      [6, 3],
      [6, 4],
    ] as const) {
      const options = Array.from({ length: all }, (_, i) => ({ text: `${i}`, correct: i < of, why: '' }))
      const answer = options.slice(0, of).map(({ text }) => text)
      const marks = Array.from({ length: 2 ** all }, (_, bits) => options.filter((_, i) => (bits >> i) & 1))
        .filter((chosen) => chosen.length === of)
        .map((chosen) => {
          const right = chosen.filter(({ correct }) => correct).length
          return markOf('multiple-response', { right, wrong: of - right, of })
        })
      expect(chanceOf({ ...sound.multipleResponse, options, answer })).toBeCloseTo(mean(marks), 9)
    }
  })

  it('is the mean mark over the scale of an estimate', () => {
    const question = { ...sound.estimate, answer: 100, tolerance: 10, low: 0, high: 250 }
    const marks = Array.from({ length: 10_000 }, (_, i) =>
      markOf('estimate', { off: (i / 10_000) * 250 - 100, value: 100, tolerance: 10 }),
    )
    expect(chanceOf(question)).toBeCloseTo(mean(marks), 3)
  })
})
