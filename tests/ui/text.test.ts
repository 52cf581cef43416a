import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP } from '#core/learner'
import { sayCount, sayDay } from '../../ui/text/dates.ts'
import { GAP as GAP_SHOWN } from '../../ui/text/gap.ts'
import { segmentsOf } from '../../ui/text/segments.ts'
import { withoutQuotes } from '../../ui/text/without-quotes.ts'

describe('segments', () => {
  it('cut a text where spans begin and end', () => {
    expect(segmentsOf('rose 8% in 2024', [{ start: 5, end: 7 }])).toEqual([
      { text: 'rose ', start: 0, spans: [] },
      { text: '8%', start: 5, spans: [0] },
      { text: ' in 2024', start: 7, spans: [] },
    ])
  })

  it('know every span that covers them, and count from where the text begins', () => {
    const spans = [
      { start: 100, end: 106 },
      { start: 103, end: 108 },
    ]
    expect(segmentsOf('abcdefgh', spans, 100).map((segment) => segment.spans)).toEqual([[0], [0, 1], [1]])
  })

  it('put together are the text, whatever the spans', () => {
    const span = fc.record({ start: fc.integer(), end: fc.integer() })
    fc.assert(
      fc.property(fc.string(), fc.array(span), fc.integer({ min: 0, max: 99 }), (text, spans, offset) => {
        const segments = segmentsOf(text, spans, offset)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        expect(new Set(segments.map(({ start }) => start)).size).toBe(segments.length)
      }),
    )
  })
})

describe('an explanation beside its passage', () => {
  const quote = 'Sales rose 8% to $40m.'
  it('does not say the passage again', () => {
    expect(withoutQuotes(`The article says: “${quote}”`, [quote])).toBe('')
    expect(withoutQuotes(`Sales were $37m before. The article says: “${quote}”`, [quote])).toBe(
      'Sales were $37m before.',
    )
  })
  it('keeps everything else', () => {
    expect(withoutQuotes('40 ÷ 1.08 = about 37.', [quote])).toBe('40 ÷ 1.08 = about 37.')
    expect(withoutQuotes('It says: “Profit fell.”', [quote])).toBe('It says: “Profit fell.”')
    expect(withoutQuotes(`“${quote} never closed`, [quote])).toBe(`“${quote} never closed`)
  })
})

describe('small words', () => {
  it('say days as days, wherever they are read', () => {
    expect(sayDay('2025-02-20')).toBe('20 February 2025')
    expect(sayDay('2025-02-20T23:59:59Z', 'short')).toBe('20 Feb 2025')
  })
  it('count', () => {
    expect([sayCount(1, 'answer'), sayCount(2, 'answer'), sayCount(0, 'miss', 'misses')]).toEqual([
      '1 answer',
      '2 answers',
      '0 misses',
    ])
  })
})

describe('a gap', () => {
  it('is found where core leaves one', () => {
    expect(`In 2024 ${GAP} rose.`.split(GAP_SHOWN)).toEqual(['In 2024 ', ' rose.'])
  })
})
