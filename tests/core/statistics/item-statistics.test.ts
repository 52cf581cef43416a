import { describe, expect, it } from 'vitest'
import { type Confidence, FEWEST_GUESSES, type FinalAnswer, setStatistics, sumsOf } from '#core'
import { answer, BLANK } from '../../support/answer-matrices.ts'

/** Statistics of a question that was answered so, beside four others of which each person has as many right as is said. */
function one(people: readonly (readonly [given: FinalAnswer, right: number])[]) {
  const matrix = people.map(([given, right]) => [
    given,
    ...[0, 1, 2, 3].map((i) => answer(i < right ? 1 : 0)),
  ])
  const [item] = setStatistics(sumsOf(matrix, [3, 0, 0, 0, 0])).items
  if (!item) throw new Error('a question has no statistics')
  return item
}
/** The first option is right. */
const chose = (place: number): FinalAnswer => answer(place === 0 ? 1 : 0, { chosen: [place] })

describe('what an option drew', () => {
  // Rest scores 1, 3/4, 1/2, 1/2, 0, 0; whole scores 1, 4/5, 2/5, 2/5, 0, 0. Two people make a third.
  const { options, upperLower, people } = one([
    [chose(0), 4],
    [chose(0), 3],
    [chose(1), 2],
    [chose(2), 2],
    [chose(2), 0],
    [BLANK, 0],
  ])

  it('is counted of all who were asked, blanks among them', () => {
    expect(people).toBe(6)
    expect(options.map(({ chosen }) => chosen)).toEqual([
      { people: 2, of: 6, share: 1 / 3 },
      { people: 1, of: 6, share: 1 / 6 },
      { people: 2, of: 6, share: 1 / 3 },
    ])
  })

  it('is told by how those who chose it did on the other questions', () => {
    expect(options.map(({ restScore }) => restScore)).toEqual([
      { value: 7 / 8, people: 2 },
      { value: 1 / 2, people: 1 },
      { value: 1 / 4, people: 2 },
    ])
  })

  it('is correlated with that', () => {
    // The textbook's point-biserial, (mean of those who chose it - mean of the others) / deviation * root(p q).
    const rests = [1, 3 / 4, 1 / 2, 1 / 2, 0, 0]
    const mean = 11 / 24
    const deviation = Math.sqrt(rests.reduce((sum, rest) => sum + (rest - mean) ** 2, 0) / 6)
    const pointBiserial = (chosen: number, others: number, p: number) =>
      ((chosen - others) / deviation) * Math.sqrt(p * (1 - p))
    expect(options[0]?.correlation.value).toBeCloseTo(pointBiserial(7 / 8, 1 / 4, 1 / 3), 12)
    expect(options[1]?.correlation.value).toBeCloseTo(pointBiserial(1 / 2, 9 / 20, 1 / 6), 12)
    expect(options[2]?.correlation.value).toBeCloseTo(pointBiserial(1 / 4, 9 / 16, 1 / 3), 12)
  })

  it('is told of both thirds', () => {
    expect(options.map(({ upper, lower }) => [upper, lower])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1 / 2],
    ])
    expect(upperLower).toEqual({ value: 1, people: 6 })
  })

  it('has no mean of those who chose it where nobody did', () => {
    const [, second] = one([
      [chose(0), 4],
      [chose(0), 3],
      [BLANK, 2],
    ]).options
    expect(second).toEqual({
      chosen: { people: 0, of: 3, share: 0 },
      restScore: { value: null, people: 0 },
      correlation: { value: null, people: 3 },
      upper: 0,
      lower: 0,
    })
  })

  it('counts each option once, however often it was sent', () => {
    const [first] = one([[answer(1, { chosen: [0, 0] }), 2]]).options
    expect(first?.chosen.people).toBe(1)
  })

  it('is not guessed where there is no such option', () => {
    expect(() => one([[chose(3), 0]])).toThrow('no option 3')
  })
})

describe('the time of a question', () => {
  const timed = (...seconds: (number | null)[]) =>
    one(seconds.map((each) => [answer(1, { seconds: each }), 2])).medianSeconds

  it.each([
    [[30], 30],
    [[10, 90, 20], 20],
    [[10, 90, 20, 40], 30],
    [[7, 7, 7, 100], 7],
    [[5, 5, 9, 9], 7],
  ])('of %j is in the middle at %f', (seconds, median) => {
    expect(timed(...seconds)).toEqual({ value: median, people: seconds.length })
  })

  it('leaves out who did not say, and blanks', () => {
    expect(timed(null, 12, null)).toEqual({ value: 12, people: 1 })
    expect(one([[{ ...BLANK, seconds: 3 }, 1]]).medianSeconds).toEqual({ value: null, people: 0 })
  })
})

describe('what people said of themselves', () => {
  const saying = (confidence: Confidence | null, mark: number, times: number) =>
    Array.from({ length: times }, () => [answer(mark, { confidence }), 2] as const)

  it('tells how many of those who were wrong had been certain', () => {
    const { certainWhenWrong } = one([
      ...saying('certain', 0, 3),
      ...saying('certain', 1 / 2, 1),
      ...saying('fairly-sure', 0, 2),
      ...saying('guess', 0, 2),
      ...saying(null, 0, 9),
      ...saying('certain', 1, 9),
      [{ ...BLANK, confidence: 'certain' }, 0],
    ])
    expect(certainWhenWrong).toEqual({ people: 4, of: 8, share: 0.5 })
  })

  it('tells nothing where nobody said so', () => {
    expect(one(saying(null, 0, 5)).certainWhenWrong).toEqual({ people: 0, of: 0, share: null })
  })

  it('tells how often a guess hits, once there are enough', () => {
    expect(one(saying('guess', 1, FEWEST_GUESSES - 1)).rightWhenGuessed).toBeNull()
    const { rightWhenGuessed } = one([
      ...saying('guess', 1, 4),
      ...saying('guess', 0, 12),
      ...saying('certain', 1, 20),
    ])
    expect(rightWhenGuessed).toMatchObject({ people: 4, of: 16, share: 0.25 })
    expect(rightWhenGuessed?.range.low).toBeCloseTo(0.1018, 4)
    expect(rightWhenGuessed?.range.high).toBeCloseTo(0.495, 4)
  })

  it('needs enough for the range to be at most half of all there is', () => {
    const widths = Array.from({ length: FEWEST_GUESSES + 1 }, (_, right) => {
      const range = one([...saying('guess', 1, right), ...saying('guess', 0, FEWEST_GUESSES - right)])
        .rightWhenGuessed?.range
      return (range?.high ?? 1) - (range?.low ?? 0)
    })
    expect(Math.max(...widths)).toBeLessThanOrEqual(0.5)
  })
})
