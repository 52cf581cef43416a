import {
  anotherWay,
  createRandom,
  type Grade,
  gradeOf,
  type Memory,
  type MemorySettings,
  newMemory,
  type PastReview,
  queueOf,
  type Random,
  type Remembered,
  reckonedAgain,
  review,
  type Way,
} from '#core'
import { grouped } from '../../../../core/grouped.ts'

const DAY_MS = 86_400_000
const FIRST_EVENING = new Date('2026-01-05T19:00:00Z').getTime()

/** The moment at which the reader sits down on a day of the simulation, from 0. */
export const evening = (day: number): Date => new Date(FIRST_EVENING + day * DAY_MS)

/** What a simulated head really does with a fact, which nobody but the simulation knows. */
export interface Head {
  /** The chance of recalling a fact of that memory on that day. */
  recall(fact: string, day: number, memory: Memory, settings: MemorySettings): number
  reviewed(fact: string, day: number, grade: Grade): void
}

/** One answer of the simulation. */
export interface Done {
  readonly day: number
  readonly fact: string
  readonly grade: Grade
  readonly before: Memory
  readonly after: Memory
  readonly way: Way
  /** How likely it was that the fact would be recalled. */
  readonly chance: number
  /** Days since the fact fell due. */
  readonly late: number
}

export interface Days {
  readonly done: readonly Done[]
  /** By day: how many were due and how many were asked; nothing on days away. */
  readonly queues: ReadonlyMap<number, { readonly due: number; readonly asked: number }>
  readonly memories: ReadonlyMap<string, Memory>
}

/** How a life of reading goes. */
export interface Life {
  readonly days: number
  readonly seed: string
  /** New facts a day, from the quizzes of the day. */
  readonly fresh: number
  readonly cap: number
  readonly head: Head
  readonly isAway?: (day: number) => boolean
  /** Asked anew every day, with all reviews so far. */
  readonly settingsOn: (day: number, past: readonly PastReview[]) => MemorySettings
  /** The versions that ask about a fact on that day. */
  readonly waysOf: (fact: string, day: number) => readonly Way[]
}

/** An answer as a reader gives it who recalls the fact or does not; graded by the house's own table. */
function gradeFor(isRecalled: boolean, random: Random): Grade {
  const [pace, sureness] = [random.next(), random.next()]
  return gradeOf({
    mark: isRecalled ? 1 : 0,
    tries: 1,
    seconds: 12 + 38 * pace,
    expectedSeconds: 20,
    confidence: sureness < 0.08 ? 'guess' : sureness < 0.6 ? 'fairly-sure' : 'certain',
  })
}

/** How often a fact is known right after reading, when it is first asked. */
const KNOWN_AT_FIRST = 0.85

/** A reader of facts for so many days: every day first the review, then new facts. */
export function live({ days, seed, fresh, cap, head, isAway, settingsOn, waysOf }: Life): Days {
  const remembered = new Map<string, Remembered>()
  const asked = new Map<string, Way[]>()
  const luck = new Map<string, Random>()
  const done: Done[] = []
  const past: PastReview[] = []
  const queues = new Map<number, { due: number; asked: number }>()

  /** A stream of chance a fact, so that what comes of one does not hang on the order of the others. */
  const luckOf = (fact: string): Random => {
    const known = luck.get(fact) ?? createRandom(`${seed} ${fact}`)
    luck.set(fact, known)
    return known
  }

  const answer = (fact: string, day: number, settings: MemorySettings): void => {
    const now = evening(day)
    const known = remembered.get(fact)
    const before = known?.memory ?? newMemory(now)
    const askedBefore = asked.get(fact) ?? []
    const random = luckOf(fact)
    const way = anotherWay(waysOf(fact, day), askedBefore, { seed: `${fact} ${before.reps}` })
    if (!way) throw new Error(`Nothing asks about ${fact}.`)
    const chance = before.reps === 0 ? KNOWN_AT_FIRST : head.recall(fact, day, before, settings)
    const grade = gradeFor(random.next() < chance, random)
    const after = review(before, grade, { now, seed: fact }, settings)
    head.reviewed(fact, day, grade)
    remembered.set(fact, {
      ...{ fact, passage: passageOf(fact), memory: after },
      ...{ buriedUntil: null, suspended: false, retired: null },
    })
    asked.set(fact, [way, ...askedBefore])
    past.push({ fact, at: now, grade })
    const late = Math.max(0, Math.floor((now.getTime() - before.due.getTime()) / DAY_MS))
    done.push({ day, fact, grade, before, after, way, chance, late })
  }

  /** What a fit does to the memories there are. */
  const reckonAgain = (settings: MemorySettings): void => {
    const reviews = grouped(past, ({ fact }) => fact)
    for (const [fact, known] of remembered)
      remembered.set(fact, {
        ...known,
        memory: reckonedAgain(known.memory, reviews.get(fact) ?? [], settings),
      })
  }

  let before = settingsOn(0, [])
  for (let day = 0; day < days; day++) {
    if (isAway?.(day)) continue
    const settings = settingsOn(day, past)
    if (settings !== before) reckonAgain(settings)
    before = settings
    const { due, today } = queueOf([...remembered.values()], { now: evening(day), cap, done: 0, settings })
    queues.set(day, { due, asked: today.length })
    for (const { fact } of today) answer(fact, day, settings)
    for (let i = 0; i < fresh; i++) answer(`fact ${day}.${i}`, day, settings)
  }
  const memories = new Map([...remembered].map(([fact, { memory }]) => [fact, memory]))
  return { done, queues, memories }
}

/** Two facts of a day stand in one sentence. */
const passageOf = (fact: string): string => {
  const [day, place] = fact.slice('fact '.length).split('.').map(Number)
  return `${day} ${Math.floor((place ?? 0) / 2)}`
}

/** How much was in mind when it was asked for again: the mean chance of recall, which the simulation knows and no outcome blurs. */
export function retentionOf(done: readonly Done[]): number {
  const again = done.filter(({ before }) => before.reps > 0)
  return again.reduce((sum, { chance }) => sum + chance, 0) / again.length
}
