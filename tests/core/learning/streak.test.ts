import { describe, expect, it } from 'vitest'
import { type StreakSettings, streakOf } from '#core'

const settings: StreakSettings = { isOn: true, goal: null, restDays: new Set(), zone: 'UTC' }
const now = new Date('2026-11-26T12:00:00Z')
const answer = (day: string, seconds = 60, time = '09:00') => ({
  at: new Date(`${day}T${time}:00Z`),
  seconds,
})
const days = (...of: number[]) => of.map((day) => answer(`2026-11-${String(day).padStart(2, '0')}`))

describe('a streak', () => {
  it('counts days in a row up to today', () => {
    expect(streakOf(days(24, 25, 26), now, settings)).toMatchObject({ current: 3, longest: 3 })
    expect(streakOf(days(26, 26), now, settings)?.current).toBe(1)
  })

  it('is not broken by a day that is not over', () => {
    expect(streakOf(days(24, 25), now, settings)).toMatchObject({ current: 2, today: { isDone: false } })
  })

  it('is broken by a day without an answer, and remembers the longest', () => {
    expect(streakOf(days(20, 21, 22, 23, 25, 26), now, settings)).toMatchObject({ current: 2, longest: 4 })
    expect(streakOf(days(23, 24), now, settings)).toMatchObject({ current: 0, longest: 2 })
  })

  it('passes over rest days, and counts them when they are used', () => {
    // 21 and 22 November 2026 are a weekend.
    const weekend = { ...settings, restDays: new Set([0, 6]) }
    expect(streakOf(days(20, 23, 24, 25, 26), now, weekend)).toMatchObject({ current: 5 })
    expect(streakOf(days(20, 22, 23, 24, 25, 26), now, weekend)).toMatchObject({ current: 6 })
    expect(streakOf(days(20, 23, 24, 25, 26), now, settings)).toMatchObject({ current: 4 })
    const sunday = new Date('2026-11-22T12:00:00Z')
    expect(streakOf(days(20), sunday, weekend)).toMatchObject({ current: 1, today: { isRest: true } })
  })

  it('counts a day only when its minutes are reached, where there is a goal', () => {
    const five = { ...settings, goal: 5 as const }
    const busy = [1, 2].flatMap(() => [
      answer('2026-11-25', 100),
      answer('2026-11-25', 50),
      answer('2026-11-26', 100),
    ])
    expect(streakOf(busy, now, five)).toMatchObject({ current: 1, today: { isDone: false } })
    expect(streakOf([...busy, answer('2026-11-26', 100)], now, five)).toMatchObject({
      current: 2,
      today: { minutes: 5, isDone: true },
    })
  })

  it('takes an open page for no learning', () => {
    expect(streakOf([answer('2026-11-26', 4000)], now, { ...settings, goal: 5 })).toMatchObject({
      today: { minutes: 3, isDone: false },
    })
  })

  it('goes by the days where the person lives', () => {
    const late = [answer('2026-11-24', 60, '23:30'), answer('2026-11-25', 60, '23:30')]
    expect(streakOf(late, now, settings)?.current).toBe(2)
    // In Tokyo these are the 25th and the 26th.
    expect(streakOf(late, now, { ...settings, zone: 'Asia/Tokyo' })).toMatchObject({
      current: 2,
      today: { isDone: true },
    })
  })

  it('is nothing where it is off, and none without answers', () => {
    expect(streakOf(days(26), now, { ...settings, isOn: false })).toBeNull()
    expect(streakOf([], now, settings)).toEqual({
      current: 0,
      longest: 0,
      today: { minutes: 0, isDone: false, isRest: false },
    })
  })
})
