import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../../core/article/span.ts'
import { foldText } from '../../../core/folded-text.ts'
import { findPeriods } from '../../../core/periods/find-periods.ts'
import { findQuantities } from '../../../core/quantities/find-quantities.ts'

/** Pieces that figures and dates are made of, so that chance meets the grammar. */
const PIECES = [
  ...'0 1 7 12 51 200 1,000 2024 2.5 .5 $ £ € Rmb US$ % per cent bn m million thousand half a an third quarter of in to - – — and between or ( ) ; , . : / one twenty dozens tens hundred May March Q4 the year past next three months since Friday people jobs km 737 Max x fold -point basis points cents p'.split(
    ' ',
  ),
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00a0',
  '\u200b',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u202e',
  'שלום',
  '١٢',
  '１２％',
  '🙂',
  'e\u0301',
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
)

/** What is wrong with a list of spans of a text, in words. */
function faultsOf(text: string, spans: readonly Span[]): string[] {
  return spans.flatMap(({ start, end }, i) => {
    const before = spans[i - 1]?.end ?? 0
    const inText = Number.isInteger(start) && Number.isInteger(end) && start < end && end <= text.length
    if (!inText) return [`${start}-${end} is no span of the text`]
    return start < before ? [`${start}-${end} overlaps what ends at ${before}`] : []
  })
}

describe('any text at all', () => {
  it('gives quantities with sound numbers and spans that hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quantities = findQuantities(text)
        expect(faultsOf(text, quantities)).toEqual([])
        for (const { start, end, outerStart, value, high, alternative } of quantities) {
          expect(Number.isFinite(value)).toBe(true)
          if (high !== undefined) expect(high).toBeGreaterThan(value)
          expect(outerStart).toBeLessThanOrEqual(start)
          if (alternative) expect(alternative.start).toBeGreaterThanOrEqual(end)
          // Nothing is cut out of the middle of a character or a word of digits.
          expect(/^\d$/.test(text.charAt(start - 1)) && /^\d/.test(text.charAt(start))).toBe(false)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('gives periods with days that exist and spans that hold', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(undefined, '2025-02-20', '2024-02-29', 'nonsense'),
        (text, date) => {
          const periods = findPeriods(text, date === undefined ? {} : { date })
          expect(faultsOf(text, periods)).toEqual([])
          for (const { from, to } of periods) {
            for (const day of [from, to]) {
              if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
            }
            if (from !== undefined && to !== undefined) expect(from <= to).toBe(true)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('folds unit for unit', () => {
    fc.assert(fc.property(anyText, (text) => foldText(text).length === text.length))
  })
})

/** Processor time, not the clock: other work on the machine must not count. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

describe('time', () => {
  const article =
    'In the final quarter of 2024, revenue rose 8% to Rmb280bn (£31.5bn), from Rmb259bn a year earlier, while about 1,200 people left its 15 plants. '
  const read = (text: string): unknown => [findPeriods(text, { date: '2025-02-20' }), findQuantities(text)]

  it('grows with the length of the text and no faster', () => {
    const [short, long] = [article.repeat(200), article.repeat(2000)]
    for (let i = 0; i < 10; i++) read(short)
    const best = (text: string): number => Math.min(...[1, 2, 3].map(() => cost(() => read(text))))
    // Other work on the machine can only make a ratio worse; the best of a few is the code's own.
    let ratio = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 40 && ratio >= 13; tries++) ratio = Math.min(ratio, best(long) / best(short))
    expect(ratio).toBeLessThan(13)
  })

  it.each([
    ['digits', '1'],
    ['dollar signs', '$'],
    ['ones and commas', '1,'],
    ['commas and hyphens', ',-'],
    ['points', '.'],
    ['spaces', ' '],
    ['letters', 'a'],
    ['years', '2024'],
    ['lone surrogates', '\ud800'],
    ['articles', 'a '],
    ['halves', 'half a '],
    ['months', 'Jan'],
  ])('stays small for a megabyte of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(cost(() => read(text))).toBeLessThan(6000)
  })
})
