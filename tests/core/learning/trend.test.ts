import { describe, expect, it } from 'vitest'
import { trendOf } from '#core'

const at = (iso: string, mark: number) => ({ at: new Date(iso), mark })

describe('the trend', () => {
  it('has every week from the first answer to the last, idle ones too', () => {
    const weeks = trendOf(
      [at('2026-12-30T12:00:00Z', 1), at('2026-12-31T12:00:00Z', 0.5), at('2027-01-12T12:00:00Z', 0)],
      'UTC',
    )
    expect(weeks).toEqual([
      { week: '2026-W53', from: '2026-12-28', answers: 2, right: 1, mark: 0.75 },
      { week: '2027-W01', from: '2027-01-04', answers: 0, right: 0, mark: null },
      { week: '2027-W02', from: '2027-01-11', answers: 1, right: 0, mark: 0 },
    ])
  })

  it('puts an answer into the week it was given in, where the person was', () => {
    // Sunday evening in London, Monday morning in Tokyo.
    const answers = [at('2026-11-22T20:00:00Z', 1)]
    expect(trendOf(answers, 'Europe/London')[0]?.week).toBe('2026-W47')
    expect(trendOf(answers, 'Asia/Tokyo')[0]?.week).toBe('2026-W48')
  })

  it('is the same in whatever order answers come, and empty without any', () => {
    const answers = [at('2026-03-02T00:00:00Z', 1), at('2026-02-01T00:00:00Z', 0)]
    expect(trendOf([...answers].reverse(), 'UTC')).toEqual(trendOf(answers, 'UTC'))
    expect(trendOf([], 'UTC')).toEqual([])
  })
})
