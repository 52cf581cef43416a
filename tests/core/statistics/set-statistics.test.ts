import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerMatrix, CONFIDENCES, createRandom, setStatistics, sumsOf } from '#core'
import { answer, BLANK, generated, lsat, marks, OPTIONS } from '../../support/answer-matrices.ts'
import { differences, expectClose } from '../../support/close.ts'
import { reference } from './support/reference.ts'

const statistics = (matrix: AnswerMatrix, options: readonly number[]) =>
  setStatistics(sumsOf(matrix, options))
const without = (items: number): number[] => Array.from({ length: items }, () => 0)

describe('section 6 of the Law School Admission Test, 1,000 people', () => {
  const { mean, alpha, kr20, items } = statistics(lsat, without(5))

  // As they are printed for this table in the literature (Bock and Lieberman 1970; Rizopoulos, Journal of Statistical
  // Software 17(5), 2006: the item analysis of its first example).
  it('has the facilities and the alpha that have been published', () => {
    expect(items.map(({ facility }) => facility.value)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87])
    expect(mean).toEqual({ value: expect.closeTo(3.819 / 5, 12), people: 1000, answers: 5000 })
    expect(alpha.value).toBeCloseTo(0.295, 4)
    expect(kr20).toEqual(alpha)
  })

  it('has their correlations with the rest', () => {
    for (const [i, published] of [0.1128, 0.1532, 0.1728, 0.1444, 0.1216].entries())
      expect(items[i]?.correlation.value).toBeCloseTo(published, 4)
  })
})

describe('a table worked by hand', () => {
  // Scores of 3, 2, 2 and 1 of 4. Variances, with 3 below: totals 2/3; questions 0, 1/4, 1/4 and 0.
  const { mean, deviation, median, alpha, kr20, errorOfMeasurement, items } = statistics(
    marks([
      [1, 1, 1, 0],
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [1, 0, 0, '-'],
    ]),
    without(4),
  )

  it('has the mean, the spread and the middle', () => {
    expect(mean).toEqual({ value: 0.5, people: 4, answers: 16 })
    expect(deviation.value).toBeCloseTo(Math.sqrt(2 / 3) / 4, 12)
    expect(median.value).toBe(0.5)
  })

  it('has alpha, which is KR-20, and the error that follows from it', () => {
    const byHand = (4 / 3) * (1 - (1 / 4 + 1 / 4) / (2 / 3))
    expect(alpha.value).toBeCloseTo(byHand, 12)
    expect(kr20.value).toBeCloseTo(byHand, 12)
    expect(errorOfMeasurement.value).toBeCloseTo((Math.sqrt(2 / 3) / 4) * Math.sqrt(1 - byHand), 12)
  })

  it('compares the thirds of four people: one and a third each', () => {
    // Upper: the first, and a third of one of the two in the middle, who both had question 2 right.
    // Lower: the last, who had it wrong, and likewise a third. (4/3 - 1/3) / (4/3).
    expect(items[1]?.upperLower.value).toBeCloseTo(3 / 4, 12)
    expect(items[2]?.upperLower.value).toBeCloseTo(3 / 4, 12)
    expect(items[0]?.upperLower.value).toBe(0)
  })

  it('correlates a question with the others alone', () => {
    // Question 2: 1, 1, 1, 0 against 2, 1, 1, 1.
    expect(items[1]?.correlation).toEqual({ value: expect.closeTo(1 / 3, 12), people: 4 })
    expect(items[0]?.correlation).toEqual({ value: null, people: 4 })
  })

  it('knows a blank from a wrong answer', () => {
    expect(items[3]?.blanks).toEqual({ people: 1, of: 4, share: 0.25 })
    expect(items[3]?.facility).toEqual({ value: 0, people: 4 })
  })
})

describe('the statistics of a set', () => {
  it.each([
    ['the published table', lsat, without(5)],
    [
      'a generated class, all asked the same',
      generated('class', { people: 61, items: 12, missing: 0, partial: false }),
      Array.from({ length: 12 }, () => OPTIONS),
    ],
    [
      'generated draws from a bank',
      generated('draws', { people: 200, items: 15, missing: 0.4, partial: false }),
      Array.from({ length: 15 }, () => OPTIONS),
    ],
    [
      'generated answers with part marks',
      generated('parts', { people: 150, items: 8, missing: 0.15, partial: true }),
      Array.from({ length: 8 }, () => OPTIONS),
    ],
  ] as const)('are those of the textbook: %s', (_, matrix, options) => {
    expectClose(statistics(matrix, options), reference(matrix, options))
  })

  const cell = fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(BLANK) },
    {
      weight: 4,
      arbitrary: fc.record({
        mark: fc.oneof(
          fc.constantFrom(0, 1),
          fc.integer({ min: 0, max: 12 }).map((n) => n / 12),
        ),
        isBlank: fc.constant(false),
        chosen: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
        seconds: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
        confidence: fc.option(fc.constantFrom(...CONFIDENCES), { nil: null }),
      }),
    },
  )
  const anyMatrix = fc.integer({ min: 1, max: 5 }).chain((items) =>
    fc.array(fc.array(cell, { minLength: items, maxLength: items }), { maxLength: 40 }).map((matrix) => ({
      matrix,
      options: Array.from({ length: items }, () => 3),
    })),
  )

  it('are those of the textbook for any answers at all', () => {
    fc.assert(
      fc.property(anyMatrix, ({ matrix, options }) => {
        expectClose(statistics(matrix, options), reference(matrix, options))
      }),
      { numRuns: 400 },
    )
  })

  it('are numbers or null, and shares and correlations within their bounds', () => {
    fc.assert(
      fc.property(anyMatrix, ({ matrix, options }) => {
        const found = statistics(matrix, options)
        expect(JSON.stringify(found)).toBe(
          JSON.stringify(found, (_, value) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value,
          ),
        )
        for (const { correlation, upperLower, facility } of found.items) {
          expect(Math.abs(correlation.value ?? 0)).toBeLessThanOrEqual(1)
          expect(Math.abs(upperLower.value ?? 0)).toBeLessThanOrEqual(1 + 1e-12)
          expect(facility.value ?? 0).toBeLessThanOrEqual(1)
        }
        expect(found.alpha.value ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 400 },
    )
  })

  it('do not depend on the order of people, nor on those who were asked nothing', () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer(), ({ matrix, options }, seed) => {
        const nobody = options.map(() => null)
        const mixed = createRandom(seed).shuffle([...matrix, nobody, nobody])
        expectClose(statistics(mixed, options), statistics(matrix, options))
      }),
    )
  })

  it('follow from sums that have been through JSON', () => {
    const matrix = generated('json', { people: 40, items: 6, missing: 0.2, partial: true })
    const options = Array.from({ length: 6 }, () => OPTIONS)
    const sums = sumsOf(matrix, options)
    expect(setStatistics(JSON.parse(JSON.stringify(sums)))).toEqual(setStatistics(sums))
  })

  it('keep their digits over a million answers', () => {
    // Ten questions; marks that hardly vary, far from 0: sums of squares would lose half of their digits here.
    const people = 100_000
    const row = (odd: boolean) => Array.from({ length: 10 }, (_, i) => answer(odd && i < 5 ? 0.999_999 : 1))
    const [even, odd] = [row(false), row(true)]
    const found = statistics(
      Array.from({ length: people }, (_, i) => (i % 2 === 0 ? even : odd)),
      without(10),
    )
    expect(found.answers).toBe(1_000_000)
    // Half of the people lie 0.0000005 below the others.
    const deviation = 0.000_000_25 * Math.sqrt(people / (people - 1))
    expect((found.deviation.value ?? 0) / deviation).toBeCloseTo(1, 6)
    expect(found.items[0]?.correlation.value).toBeCloseTo(1, 6)
    expect(found.items[9]?.correlation.value).toBeNull()
  })
})

describe('where nothing can be reckoned', () => {
  const nulls = (matrix: AnswerMatrix, items: number) => {
    const {
      mean,
      deviation,
      median,
      alpha,
      kr20,
      errorOfMeasurement,
      items: each,
    } = statistics(matrix, without(items))
    const figures = { mean, deviation, median, alpha, kr20, errorOfMeasurement }
    return {
      set: Object.entries(figures).flatMap(([name, { value }]) => (value === null ? [name] : [])),
      items: each.map(({ facility, correlation, upperLower }) =>
        [facility, correlation, upperLower].map(({ value }) => value),
      ),
    }
  }

  it('nobody has answered', () => {
    const { set, items } = nulls([], 2)
    expect(set).toEqual(['mean', 'deviation', 'median', 'alpha', 'kr20', 'errorOfMeasurement'])
    expect(items).toEqual([
      [null, null, null],
      [null, null, null],
    ])
  })

  it('one person has', () => {
    const { set, items } = nulls(marks([[1, 0]]), 2)
    expect(set).toEqual(['deviation', 'alpha', 'kr20', 'errorOfMeasurement'])
    expect(items).toEqual([
      [1, null, null],
      [0, null, null],
    ])
  })

  it('two people have: their marks always correlate fully, which says nothing', () => {
    const { items } = nulls(
      marks([
        [1, 1, 0],
        [0, 0, 0],
      ]),
      3,
    )
    expect(items[0]).toEqual([0.5, null, 1])
  })

  it.each([0, 1])('everybody has every mark %i', (mark) => {
    const { set, items } = nulls(marks(Array.from({ length: 9 }, () => [mark, mark, mark])), 3)
    expect(set).toEqual(['alpha', 'kr20', 'errorOfMeasurement'])
    expect(items[0]).toEqual([mark, null, null])
  })

  it('everybody has the same score in another way', () => {
    const { set, items } = nulls(
      marks([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      3,
    )
    expect(set).toEqual(['alpha', 'kr20', 'errorOfMeasurement'])
    expect(items[0]).toEqual([1 / 3, -1, null])
  })

  it('each was asked one question: there is no rest', () => {
    const { items } = nulls(
      marks([
        [1, null],
        [null, 0],
        [0, null],
        [null, 1],
      ]),
      2,
    )
    expect(items[0]?.[1]).toBeNull()
    expect(items[0]?.[2]).toBe(1)
  })

  it('nobody was asked everything: no alpha, though the rest is told', () => {
    const { set } = nulls(
      marks([
        [1, 0, null],
        [null, 1, 1],
        [0, null, 0],
      ]),
      3,
    )
    expect(set).toEqual(['alpha', 'kr20', 'errorOfMeasurement'])
  })

  it('some marks are parts: alpha is told, KR-20 is not', () => {
    const { set } = nulls(
      marks([
        [1, 1 / 2],
        [0, 0],
        [1, 1],
      ]),
      2,
    )
    expect(set).toEqual(['kr20'])
  })

  it('questions agree wholly: alpha is 1, and there is no error', () => {
    for (const mark of [1, 1 / 3, 0.7]) {
      const { alpha, errorOfMeasurement } = statistics(
        marks([
          [0, 0, 0],
          [mark, mark, mark],
          [mark, mark, mark],
        ]),
        without(3),
      )
      expect(alpha.value).toBe(1)
      expect(errorOfMeasurement.value).toBe(0)
    }
  })

  it('questions order people against each other: alpha is negative, and the error no larger than the spread', () => {
    const { alpha, errorOfMeasurement, deviation } = statistics(
      marks([
        [1, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
        [0, 1, 0],
      ]),
      without(3),
    )
    expect(alpha.value).toBeLessThan(0)
    expect(errorOfMeasurement.value).toBeCloseTo(deviation.value ?? 0, 12)
  })
})

describe('the measure of agreement', () => {
  it('sees a billionth, a null and a missing figure', () => {
    expect(differences({ a: 1, b: null }, { a: 1, b: null })).toEqual([])
    expect(differences({ a: 1 }, { a: 1 + 2e-9 })).toHaveLength(1)
    expect(differences({ a: 0 }, { a: null })).toHaveLength(1)
    expect(differences({ a: 1 }, { a: 1, b: 1 })).toHaveLength(1)
    expect(differences({ a: Number.NaN }, { a: Number.NaN })).toHaveLength(1)
  })
})
