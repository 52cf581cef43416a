import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoWeek, isZone, mondayOf, ownDay, ownDayEnd, ownDaysBetween } from '#core'

const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'America/Santiago',
  'Asia/Beirut',
]

describe('a person’s own day', () => {
  it('is the one of their zone', () => {
    const at = new Date('2026-03-01T23:30:00Z')
    expect(ownDay(at, 'UTC')).toBe('2026-03-01')
    expect(ownDay(at, 'Asia/Tokyo')).toBe('2026-03-02')
    expect(ownDay(at, 'America/New_York')).toBe('2026-03-01')
  })

  it('ends at their midnight, also where clocks change on that day', () => {
    expect(ownDayEnd(new Date('2026-03-01T12:00:00Z'), 'UTC')).toEqual(new Date('2026-03-02T00:00:00Z'))
    // 23 hours in Berlin, 25 in New York; in Santiago clocks go from 24:00 to 01:00.
    expect(ownDayEnd(new Date('2026-03-28T23:00:00Z'), 'Europe/Berlin')).toEqual(
      new Date('2026-03-29T22:00:00Z'),
    )
    expect(ownDayEnd(new Date('2026-11-01T04:00:00Z'), 'America/New_York')).toEqual(
      new Date('2026-11-02T05:00:00Z'),
    )
    expect(ownDayEnd(new Date('2026-09-05T12:00:00Z'), 'America/Santiago')).toEqual(
      new Date('2026-09-06T04:00:00Z'),
    )
  })

  it('ends at the first moment that is another day, anywhere, at any time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (zone, at) => {
          const end = ownDayEnd(at, zone)
          expect(ownDay(new Date(end.getTime() - 1), zone)).toBe(ownDay(at, zone))
          expect(ownDay(end, zone) > ownDay(at, zone)).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('counts midnights, not hours', () => {
    const evening = new Date('2026-05-01T21:55:00Z')
    const later = new Date('2026-05-01T22:05:00Z')
    expect(ownDaysBetween(evening, later, 'Europe/Berlin')).toBe(1)
    expect(ownDaysBetween(evening, later, 'UTC')).toBe(0)
    expect(ownDaysBetween(later, evening, 'Europe/Berlin')).toBe(-1)
  })

  it('has no zone that nobody knows', () => {
    expect(isZone('Europe/Paris')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
    expect(isZone('')).toBe(false)
    expect(() => ownDay(new Date(0), 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('a week', () => {
  // Wikipedia's table of the turns of the year, 'ISO week date'.
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2006-01-01', '2005-W52'],
    ['2007-01-01', '2007-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2026-12-31', '2026-W53'],
  ])('of %s is %s', (day, week) => {
    expect(isoWeek(day)).toBe(week)
  })

  it('begins on a Monday', () => {
    expect(mondayOf('2026-11-26')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  })
})
