import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createRandom,
  DEFAULT_MEMORY_SETTINGS,
  type Memory,
  newMemory,
  ownDayEnd,
  queueOf,
  type Remembered,
  retrievability,
  review,
} from '#core'

const settings = DEFAULT_MEMORY_SETTINGS
const DAY = 86_400_000
const now = new Date('2026-06-01T09:00:00Z')
const days = (count: number): Date => new Date(now.getTime() + count * DAY)

const fact = (name: string, more: Partial<Remembered> = {}): Remembered => ({
  fact: name,
  passage: name,
  memory: newMemory(now),
  buriedUntil: null,
  suspended: false,
  retired: null,
  ...more,
})

/** A memory of that stability, last reviewed so long ago, due now. */
const faded = (stability: number, daysAgo: number): Memory => ({
  due: now,
  stability,
  difficulty: 5,
  interval: daysAgo,
  reps: 3,
  lapses: 0,
  lastReview: days(-daysAgo),
})

const queue = (remembered: readonly Remembered[], more: { cap?: number; done?: number; now?: Date } = {}) =>
  queueOf(remembered, { now, cap: 100, done: 0, settings, ...more })
const names = (remembered: readonly Remembered[]) => remembered.map(({ fact }) => fact)

describe('the review of a day', () => {
  it('holds what falls due before the person’s own midnight', () => {
    const due = (name: string, hours: number) =>
      fact(name, { memory: { ...faded(5, 5), due: new Date(now.getTime() + hours * 3_600_000) } })
    const all = [due('overdue', -50), due('tonight', 14.9), due('tomorrow', 15.1)]
    expect(names(queue(all).today).sort()).toEqual(['overdue', 'tonight'])
    const tokyo = { ...settings, zone: 'Asia/Tokyo' }
    expect(names(queueOf(all, { now, cap: 9, done: 0, settings: tokyo }).today)).toEqual(['overdue'])
  })

  it('leaves out what is suspended, retired, or buried until tomorrow', () => {
    const all = [
      fact('a'),
      fact('suspended', { suspended: true }),
      fact('superseded', { retired: { supersededBy: 'a' } }),
      fact('gone', { retired: { supersededBy: null } }),
      fact('buried', { buriedUntil: ownDayEnd(now, 'UTC') }),
    ]
    expect(queue(all).due).toBe(1)
    expect(names(queue(all, { now: days(1) }).today)).toEqual(['a', 'buried'])
  })

  it('is never longer than what is left of the cap, and says how much was due', () => {
    const all = Array.from({ length: 12 }, (_, i) => fact(`f${i}`))
    expect(queue(all, { cap: 10 })).toMatchObject({ due: 12, today: { length: 10 } })
    expect(queue(all, { cap: 10, done: 7 }).today).toHaveLength(3)
    expect(queue(all, { cap: 10, done: 11 }).today).toHaveLength(0)
  })

  it('begins with what is likeliest to have been forgotten, and ends with what was never reviewed', () => {
    const all = [
      fact('new'),
      fact('steady', { memory: faded(100, 50) }),
      fact('fading', { memory: faded(10, 50) }),
      fact('nearly gone', { memory: faded(2, 50) }),
    ]
    expect(names(queue(all).today)).toEqual(['nearly gone', 'fading', 'steady', 'new'])
    expect(names(queue(all, { cap: 1 }).today)).toEqual(['nearly gone'])
  })

  it('is the same whatever the order of what it is made from', () => {
    const random = createRandom(3)
    const all = Array.from({ length: 30 }, (_, i) =>
      fact(`f${i}`, { passage: `p${i % 7}`, memory: faded(1 + (i % 5), 9) }),
    )
    expect(queue(random.shuffle(all))).toEqual(queue(all))
  })

  it('never lets facts of one passage follow each other where it can be avoided', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 }), (passages) => {
        const all = passages.map((passage, i) =>
          fact(`f${i}`, { passage: `p${passage}`, memory: faded(1 + ((i * 7) % 5), 9) }),
        )
        const { today } = queue(all)
        expect(names(today).sort()).toEqual(names(all).sort())
        const touching = today.filter(({ passage }, i) => passage === today[i - 1]?.passage).length
        const most = Math.max(0, ...[0, 1, 2, 3, 4].map((p) => passages.filter((each) => each === p).length))
        // So many of the commonest have nothing left to stand between them.
        expect(touching).toBe(Math.max(0, most - (passages.length - most) - 1))
      }),
    )
  })
})

describe('a backlog', () => {
  /** What is remembered, on average, of 300 facts over ten weeks in which a holiday's backlog is worked off in some order. */
  function rememberedAfter(orderOf: (memory: Memory, at: Date) => number): number {
    const random = createRandom('backlog')
    let memories = Array.from({ length: 300 }, (_, i) => {
      const first = review(newMemory(days(-60)), 'good', { now: days(-60), seed: `${i}` }, settings)
      const second = review(first, 'good', { now: first.due, seed: `${i}` }, settings)
      return i % 2 === 0 ? second : review(second, 'good', { now: second.due, seed: `${i}` }, settings)
    })
    let sum = 0
    for (let day = 0; day < 70; day++) {
      const at = days(day)
      const waiting = memories
        .flatMap((memory, i) => (memory.due <= at ? { memory, i, place: orderOf(memory, at) } : []))
        .sort((a, b) => a.place - b.place)
        .slice(0, 6)
      for (const { memory, i } of waiting) {
        const grade = random.next() < retrievability(memory, at, settings) ? 'good' : 'again'
        memories = memories.with(i, review(memory, grade, { now: at, seed: `${i}` }, settings))
      }
      // Once a week is enough to see how much is remembered.
      if (day % 7 === 6)
        sum += memories.reduce((all, memory) => all + retrievability(memory, at, settings), 0) / 300
    }
    return sum / 10
  }

  it('leaves more remembered by this order than by its reverse or by chance', () => {
    const lowestFirst = rememberedAfter((memory, at) => retrievability(memory, at, settings))
    const highestFirst = rememberedAfter((memory, at) => -retrievability(memory, at, settings))
    const byChance = rememberedAfter(({ stability, reps }) => createRandom(`${stability} ${reps}`).next())
    expect(lowestFirst).toBeGreaterThan(highestFirst + 0.01)
    expect(lowestFirst).toBeGreaterThan(byChance)
  })
})
