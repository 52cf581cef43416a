import { describe, expect, it } from 'vitest'
import {
  anotherWay,
  DEFAULT_MEMORY_SETTINGS,
  draftAll,
  findFacts,
  type Memory,
  newMemory,
  queueOf,
  read,
  review,
  stableKey,
  type Way,
} from '#core'

const TEXT = {
  title: 'Corvid Paper Raises Its Forecast',
  body: 'Corvid Paper said revenue rose 12% to £340m in 2024. Its operating profit fell 4% to £51m in 2024. The company employed 2,900 people at the end of 2024.',
  date: '2025-03-05',
}
const now = new Date('2025-03-05T18:00:00Z')
const later = new Date('2025-03-09T18:00:00Z')

/** An article read, with what a reading by that seed asks about each fact, by stable key. */
function readBy(seed: string) {
  const reading = read(TEXT)
  const facts = findFacts(reading)
  const ways = new Map<string, Way[]>()
  for (const { id, kind, stem, facts: about } of draftAll(reading, { seed }))
    for (const fact of facts.filter((each) => about.includes(each.id))) {
      const key = stableKey(fact)
      ways.set(key, [...(ways.get(key) ?? []), { version: `${seed} ${id}`, kind, stem }])
    }
  return { keys: facts.map(stableKey), ways }
}

describe('an article read again by another engine', () => {
  const first = readBy('1')
  const again = readBy('2')
  const memories = new Map<string, Memory>(
    first.keys.map((key, i) => [
      key,
      review(newMemory(now), i % 2 ? 'good' : 'hard', { now, seed: key }, DEFAULT_MEMORY_SETTINGS),
    ]),
  )
  const reviewOf = (keys: readonly string[]) =>
    queueOf(
      keys.flatMap((fact) => {
        const memory = memories.get(fact)
        const isIn = { buriedUntil: null, suspended: false, retired: null }
        return memory ? [{ fact, passage: fact, memory, ...isIn }] : []
      }),
      { now: later, cap: 20, done: 0, settings: DEFAULT_MEMORY_SETTINGS },
    )

  it('finds every fact under its key, so that the same memories fall due on the same day', () => {
    expect(first.keys.length).toBeGreaterThan(2)
    expect(again.keys).toEqual(first.keys)
    expect(reviewOf(first.keys).due).toBe(new Set(first.keys).size)
    expect(reviewOf(again.keys)).toEqual(reviewOf(first.keys))
  })

  it('asks a fact by the new versions, still in another way than by the old one', () => {
    let changed = 0
    for (const [key, old] of first.ways) {
      const [last] = old
      const ways = again.ways.get(key) ?? []
      if (!last || !ways.some(({ kind }) => kind !== last.kind)) continue
      const next = anotherWay(ways, [last], { seed: key })
      expect(next?.version).toMatch(/^2 /)
      expect(next?.kind).not.toBe(last.kind)
      changed++
    }
    expect(changed).toBeGreaterThan(0)
  })
})
