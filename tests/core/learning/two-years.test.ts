import {
  type Card,
  createEmptyCard,
  fsrs,
  GenSeedStrategyWithCardId,
  type Grade as Rating,
  StrategyMode,
} from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import {
  createRandom,
  DEFAULT_MEMORY_SETTINGS,
  fitWeights,
  GRADES,
  KINDS,
  type Memory,
  type MemorySettings,
  retrievability,
  review,
  type Way,
} from '#core'
import { evening, type Head, type Life, live, retentionOf } from './support/reader.ts'

const settings = DEFAULT_MEMORY_SETTINGS
const YEAR = 365

/** One to four versions a fact, in a kind or several; another engine makes others. */
const waysOf =
  (engine: string) =>
  (fact: string): Way[] => {
    const random = createRandom(`${engine} ${fact}`)
    return Array.from({ length: 1 + random.integer(4) }, (_, i) => {
      const kind = KINDS[random.integer(KINDS.length)] as Way['kind']
      return {
        version: `${engine} ${fact} ${i}`,
        kind,
        stem: `${engine} ${kind} ${random.integer(3)} of ${fact}`,
      }
    })
  }

/** Forgets as FSRS says. */
const fsrsHead: Head = {
  recall: (_, day, memory, own) => retrievability(memory, evening(day), own),
  reviewed: () => undefined,
}

const HOLIDAY = { from: 400, days: 21 }
const life: Life = {
  days: 2 * YEAR,
  seed: 'ann',
  fresh: 2,
  cap: 40,
  head: fsrsHead,
  isAway: (day) => day >= HOLIDAY.from && day < HOLIDAY.from + HOLIDAY.days,
  settingsOn: () => settings,
  waysOf: waysOf('1.5.0'),
}

describe('two years of a reader who forgets as FSRS says', () => {
  const { done, queues, memories } = live(life)

  it('hold reviews that fall due exactly when ts-fsrs says, called by itself', () => {
    const scheduler = fsrs({ enable_fuzz: true, enable_short_term: false }).useStrategy(
      StrategyMode.SEED,
      GenSeedStrategyWithCardId('seed'),
    )
    const cards = new Map<string, Card>()
    const others = done.filter(({ fact, day, grade, after }) => {
      const card: Card = cards.get(fact) ?? { ...createEmptyCard(evening(day)), ...{ seed: fact } }
      const next = scheduler.next(card, evening(day), (GRADES.indexOf(grade) + 1) as Rating).card
      cards.set(fact, next)
      return (
        after.due.getTime() !== next.due.getTime() ||
        after.stability !== next.stability ||
        after.difficulty !== next.difficulty ||
        after.reps !== next.reps ||
        after.lapses !== next.lapses
      )
    })
    expect(others).toEqual([])
    expect(done.length).toBeGreaterThan(8000)
  })

  it('keep to the cap every day', () => {
    for (const { due, asked } of queues.values()) expect(asked).toBe(Math.min(due, life.cap))
  })

  it('see the backlog of a holiday drain under the cap', () => {
    const back = HOLIDAY.from + HOLIDAY.days
    const dueOn = (day: number) => queues.get(day)?.due ?? 0
    const before = dueOn(HOLIDAY.from - 1)
    expect(before).toBeLessThanOrEqual(life.cap)
    expect(dueOn(back)).toBeGreaterThan(4 * life.cap)
    const drained = Array.from({ length: 60 }, (_, i) => back + i).find((day) => dueOn(day) <= life.cap)
    expect(drained).toBeLessThan(back + 42)
    // From then on nothing waits longer than a day.
    expect(done.filter(({ day, late }) => day > (drained ?? 0) + 30 && late > 1)).toEqual([])
  })

  it('hold what was asked for in mind, within two points', () => {
    expect(Math.abs(retentionOf(done) - settings.retention)).toBeLessThan(0.02)
  })

  it('hold less where less is asked for, within two points', () => {
    const own = { ...settings, retention: 0.8 }
    const other = live({ ...life, fresh: 1, days: YEAR, seed: 'bo', settingsOn: () => own })
    expect(Math.abs(retentionOf(other.done) - own.retention)).toBeLessThan(0.02)
  })

  it('ask a fact in another kind or other words than the time before, wherever there are two', () => {
    const ways = life.waysOf
    const last = new Map<string, Way>()
    let [changed, kept] = [0, 0]
    for (const { fact, way, day } of done) {
      const before = last.get(fact)
      last.set(fact, way)
      const choice = ways(fact, day)
      if (!before || new Set(choice.map(({ kind, stem }) => `${kind} ${stem}`)).size < 2) continue
      if (way.kind !== before.kind || way.stem !== before.stem) changed++
      else kept++
    }
    expect(changed).toBeGreaterThan(5000)
    expect(kept).toBe(0)
  })

  it('are the same when a newer engine asks other questions about the same facts', () => {
    const older = waysOf('1.5.0')
    const newer = waysOf('2.0.0')
    const reread = live({ ...life, waysOf: (fact, day) => (day < YEAR ? older : newer)(fact) })
    expect(reread.done.some(({ way }) => way.version.startsWith('2.0.0'))).toBe(true)
    expect(reread.memories).toEqual(memories)
    expect(reread.queues).toEqual(queues)
  })
})

/** Forgets by a power law of its own, gains by its own rule, and knows nothing of difficulty: no FSRS. */
function powerHead(seed: string): Head {
  const random = createRandom(`head ${seed}`)
  const between = (low: number, high: number) => low + (high - low) * random.next()
  const traits = {
    start: between(1.5, 7),
    decay: between(0.15, 0.6),
    gain: between(4, 9),
    damping: between(0.08, 0.25),
    left: between(0.15, 0.5),
  }
  const half = 0.9 ** (-1 / traits.decay) - 1
  const facts = new Map<string, { strength: number; day: number }>()
  const recallOf = ({ strength, day: last }: { strength: number; day: number }, day: number): number =>
    (1 + (half * (day - last)) / strength) ** -traits.decay
  return {
    recall: (fact, day) => recallOf(facts.get(fact) ?? { strength: 1, day }, day),
    reviewed(fact, day, grade) {
      const known = facts.get(fact)
      // Some facts stick better than others, whatever their questions look like.
      const own = Math.exp(createRandom(`${seed} ${fact}`).next() - 0.5)
      if (!known) {
        facts.set(fact, { strength: traits.start * own * (grade === 'again' ? 0.4 : 1), day })
        return
      }
      const doubt = 1 - recallOf(known, day)
      const strength =
        grade === 'again'
          ? Math.max(0.5, known.strength * traits.left)
          : known.strength *
            (1 + traits.gain * known.strength ** -traits.damping * (Math.exp(1.2 * doubt) - 1))
      facts.set(fact, { strength, day })
    },
  }
}

describe.each(['cleo', 'dan'])('two years of %s, who forgets by a power law', (seed) => {
  let fitted: MemorySettings = settings
  const { done } = live({
    ...life,
    ...{ seed, fresh: 1, head: powerHead(seed), isAway: () => false },
    settingsOn(day, past) {
      const fit = day === YEAR ? fitWeights(past, settings.zone) : null
      if (fit) fitted = { ...settings, weights: fit.weights }
      return fitted
    },
  })
  const second = done.filter(({ day }) => day >= YEAR)

  it('hold what was asked for in mind, within five points, once the weights are fitted', () => {
    expect(fitted).not.toBe(settings)
    expect(Math.abs(retentionOf(second) - settings.retention)).toBeLessThan(0.05)
  })

  it('see recall foretold better than by the defaults', () => {
    const loss = (own: MemorySettings): number => {
      const memories = new Map<string, Memory>()
      const losses: number[] = []
      for (const { fact, day, grade, before } of done) {
        const memory = memories.get(fact) ?? before
        const said = retrievability(memory, evening(day), own)
        if (day >= YEAR && memory.reps > 0) losses.push(-Math.log(grade === 'again' ? 1 - said : said))
        memories.set(fact, review(memory, grade, { now: evening(day), seed: fact }, own))
      }
      return losses.reduce((sum, each) => sum + each, 0) / losses.length
    }
    expect(loss(fitted)).toBeLessThan(loss(settings))
  })
})
