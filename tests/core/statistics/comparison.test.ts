import { describe, expect, it } from 'vitest'
import { compareWithOthers, countScores, FEWEST_COMPARED } from '#core'

/** Eleven people with scores of 0, 0.1 and so on to 1. */
const eleven = countScores(Array.from({ length: 11 }, (_, i) => i / 10))

describe('the comparison with others', () => {
  it('says how many of ten others have a lower score', () => {
    expect(compareWithOthers(0.7, eleven)).toEqual({
      others: 10,
      lower: 7,
      inTen: 7,
      says: 'You did better than 7 in 10.',
    })
  })

  it.each([
    [1, 10, 'You did better than everybody else.'],
    [0.1, 1, 'You did better than 1 in 10.'],
    [0, 0, null],
  ])('of a score of %f finds %i in ten', (score, inTen, says) => {
    expect(compareWithOthers(score, eleven)).toMatchObject({ inTen, says })
  })

  it('takes equals for neither lower nor higher, whatever their last digit', () => {
    const scores = countScores([0.6 / 3, ...Array.from({ length: 11 }, () => (0.1 + 0.2 + 0.3) / 3)])
    expect(compareWithOthers((0.3 + 0.2 + 0.1) / 3, scores)).toMatchObject({ lower: 0, says: null })
  })

  it('never flatters by rounding up', () => {
    // 19 of 29 others are 6.55 in ten; 28 of 29 are not everybody.
    const thirty = countScores(Array.from({ length: 30 }, (_, i) => i))
    expect(compareWithOthers(19, thirty)?.inTen).toBe(6)
    expect(compareWithOthers(28, thirty)?.says).toBe('You did better than 9 in 10.')
  })

  it('is not made among fewer than ten people', () => {
    const of = (people: number) =>
      compareWithOthers(1, countScores(Array.from({ length: people }, (_, i) => i)))
    expect(of(FEWEST_COMPARED - 1)).toBeNull()
    expect(of(FEWEST_COMPARED)).toMatchObject({ others: 9 })
    expect(FEWEST_COMPARED).toBe(10)
  })
})
