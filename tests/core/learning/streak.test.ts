import { describe, expect, it } from 'vitest'
import { type StreakSettings, streakOf } from '#core'

const settings: StreakSettings = { goal: null, restDays: new Set(), zone: 'UTC' }
const now = new Date('2026-11-26T12:00:00Z')
const answer = (day: string, seconds = 60, time = '09:00') => ({
  at: new Date(`${day}T${time}:00Z`),
  seconds,
})
const days = (...of: number[]) => of.map((day) => answer(`2026-11-${String(day).padStart(2, '0')}`))

describe('a streak', () => {
  it('counts days in a row up to today', () => {
    expect(streakOf(days(24, 25, 26), now, settings)).toMatchObject({ current: 3, longest: 3 })
    expect(streakOf(days(26, 26), now, settings).current).toBe(1)
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

  it('goes by the days where the person lives', () => {
    const late = [answer('2026-11-24', 60, '23:30'), answer('2026-11-25', 60, '23:30')]
    expect(streakOf(late, now, settings).current).toBe(2)
    // In Tokyo these are the 25th and the 26th.
    expect(streakOf(late, now, { ...settings, zone: 'Asia/Tokyo' })).toMatchObject({
      current: 2,
      today: { isDone: true },
    })
  })

  it('says how many rest days it passed over, those before it and those that were used left out', () => {
    const weekend = { ...settings, restDays: new Set([0, 6]) }
    const rests = (...of: number[]) => streakOf(days(...of), now, weekend).rests
    expect(rests(20, 23, 24, 25, 26)).toBe(2)
    expect(rests(20, 22, 23, 24, 25, 26)).toBe(1)
    expect(rests(13, 23, 24, 25, 26)).toBe(0)
    expect(rests(23, 24, 25, 26)).toBe(0)
    expect(streakOf(days(20), new Date('2026-11-22T12:00:00Z'), weekend)).toMatchObject({ rests: 1 })
  })

  it('shows whole weeks from the first answer’s Monday to today, eight at most', () => {
    const { days: shown } = streakOf(days(18, 26), now, settings)
    expect(shown.map(({ day }) => day.slice(8))).toEqual(
      [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26].map(String),
    )
    expect(shown.filter(({ isDone }) => isDone).map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-26'])
    const { days: long } = streakOf([answer('2025-01-01')], now, settings)
    expect([long[0]?.day, long.length]).toEqual(['2026-10-05', 7 * 7 + 4])
  })

  it('is none without answers', () => {
    expect(streakOf([], now, settings)).toMatchObject({
      current: 0,
      rests: 0,
      longest: 0,
      today: { day: '2026-11-26', minutes: 0, isDone: false, isRest: false },
    })
  })

  // Clocks are put back, put forward, and put forward at midnight itself; a day left out altogether; a zone 45 minutes off.
  it.each([
    [
      'Europe/Berlin',
      ['2026-10-24T21:59Z', '2026-10-24T22:01Z', '2026-10-25T22:59Z', '2026-10-25T23:01Z'],
      3,
    ],
    [
      'Europe/Berlin',
      ['2026-03-28T22:59Z', '2026-03-28T23:01Z', '2026-03-29T21:59Z', '2026-03-29T22:01Z'],
      3,
    ],
    [
      'America/Santiago',
      ['2026-09-06T03:59Z', '2026-09-06T04:01Z', '2026-09-07T02:59Z', '2026-09-07T03:01Z'],
      3,
    ],
    [
      'Asia/Kathmandu',
      ['2026-05-01T18:14Z', '2026-05-01T18:16Z', '2026-05-02T18:14Z', '2026-05-02T18:16Z'],
      3,
    ],
  ])('in %s has the days that people there have: %j', (zone, moments, row) => {
    const spells = moments.map((moment) => ({ at: new Date(moment.replace('Z', ':00Z')), seconds: 60 }))
    const last = spells.at(-1)?.at ?? now
    const { current, days: shown } = streakOf(spells, last, { ...settings, zone })
    expect(current).toBe(row)
    expect(shown.filter(({ isDone }) => isDone).map(({ minutes }) => minutes)).toEqual([1, 2, 1])
  })
})
