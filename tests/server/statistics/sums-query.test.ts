import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type AnswerMatrix, CONFIDENCES, setStatistics, sumsOf } from '#core'
import { closeStore, transaction } from '#server/db'
import { readSums } from '../../../server/statistics/stored.ts'
import { sumsQuery } from '../../../server/statistics/sums-query.ts'
import { BLANK, generated, lsat, marks, OPTIONS } from '../../support/answer-matrices.ts'
import { expectClose } from '../../support/close.ts'

afterAll(closeStore)

/** The sums of answers that lie in the database, a row each. */
const sumsInDatabase = (matrix: AnswerMatrix, options: readonly number[]) =>
  transaction(async (client) => {
    await client.query(`
      CREATE TEMPORARY TABLE outcome (person int, item int, mark double precision, is_blank boolean, chosen int,
        seconds smallint, confidence text) ON COMMIT DROP`)
    const rows = matrix.flatMap((answers, person) =>
      answers.flatMap((given, item) =>
        given === null
          ? []
          : {
              ...{ person, item, mark: given.mark, is_blank: given.isBlank },
              chosen: given.chosen.reduce((bits, place) => bits | (1 << place), 0),
              ...{ seconds: given.seconds, confidence: given.confidence },
            },
      ),
    )
    await client.query(
      'INSERT INTO outcome SELECT * FROM jsonb_populate_recordset(NULL::outcome, $1::jsonb)',
      [JSON.stringify(rows)],
    )
    const { rows: found } = await client.query<{ sums: unknown }>(sumsQuery('outcome'), [options])
    return readSums(found[0]?.sums)
  })

const offering = (items: number, options: number): number[] => Array.from({ length: items }, () => options)

describe('the sums that the database reckons', () => {
  it.each([
    ['a published table', lsat, offering(5, 0)],
    [
      'a class, all asked the same',
      generated('class', { people: 61, items: 12, missing: 0, partial: false }),
      offering(12, OPTIONS),
    ],
    [
      'draws from a bank',
      generated('draws', { people: 200, items: 15, missing: 0.4, partial: false }),
      offering(15, OPTIONS),
    ],
    [
      'part marks',
      generated('parts', { people: 150, items: 8, missing: 0.15, partial: true }),
      offering(8, OPTIONS),
    ],
    ['nobody', [], offering(3, 2)],
    ['one person', marks([[1, 0, null]]), offering(3, 2)],
    [
      'one question each',
      marks([
        [1, null],
        [null, 0],
        ['-', null],
      ]),
      offering(2, 2),
    ],
    [
      'all right',
      marks([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      offering(2, 0),
    ],
    [
      'a question that nobody was asked',
      marks([
        [1, null],
        [0, null],
      ]),
      offering(2, 3),
    ],
  ] as const)('are those of core: %s', async (_, matrix, options) => {
    const found = await sumsInDatabase(matrix, options)
    const expected = sumsOf(matrix, options)
    expectClose(found, expected)
    expectClose(setStatistics(found), setStatistics(expected))
  })

  const cell = fc.oneof(
    fc.constantFrom(null, BLANK),
    fc.record({
      mark: fc.constantFrom(0, 1, 1 / 3, 1 / 2, 0.7),
      isBlank: fc.constant(false),
      chosen: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
      seconds: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
      confidence: fc.option(fc.constantFrom(...CONFIDENCES), { nil: null }),
    }),
  )

  it('are those of core for any answers at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 4 })
          .chain((items) =>
            fc.array(fc.array(cell, { minLength: items, maxLength: items }), { minLength: 1, maxLength: 12 }),
          ),
        async (matrix) => {
          const options = offering(matrix[0]?.length ?? 0, 3)
          const found = await sumsInDatabase(matrix, options)
          expectClose(found, sumsOf(matrix, options))
          expectClose(setStatistics(found), setStatistics(sumsOf(matrix, options)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are refused in another shape', () => {
    expect(() => readSums({ scores: [], items: [] })).toThrow()
    expect(() => readSums(null)).toThrow()
  })
})
