import { createRandom } from '#core'
import type { Name } from '../../../core/article/name.ts'
import type { Random } from '../../../core/random.ts'
import { FAULT_NAMES, plantOneOf } from './faults.ts'
import type { Candidate, Item } from './item.ts'

/** One planted fault to so many questions as they were made. */
const TO_ONE_FAULT = 10

/** What one text gives to the pile. */
export interface JudgedText {
  readonly file: string
  /** The day on which it appeared, where that is known. */
  readonly date?: string
  readonly text: string
  readonly names: readonly Pick<Name, 'text' | 'sort'>[]
}

/** The sheet of one text. */
export interface Sheet {
  readonly file: string
  readonly date?: string
  readonly text: string
  readonly items: readonly Item[]
}

/** At most `count` candidates, one text after the other in turn, so that no text has two more than another that has enough. */
export function sampleEvenly(candidates: readonly Candidate[], count: number, random: Random): Candidate[] {
  const files = random.shuffle([...new Set(candidates.map(({ file }) => file))])
  const queues = files.map((file) => random.shuffle(candidates.filter((each) => each.file === file)))
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  const turns = Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []))
  return turns.flat().slice(0, count)
}

type Planted = Omit<Item, 'id'>

/** Candidates with a fault each, none twice the same way before every way was used; those that can have none are left out. */
function planted(
  candidates: readonly Candidate[],
  all: readonly Candidate[],
  texts: readonly JudgedText[],
  random: Random,
): Planted[] {
  let order = random.shuffle(FAULT_NAMES)
  return candidates.flatMap(({ file, origin, said }) => {
    const names = texts.find((text) => text.file === file)?.names ?? []
    const elsewhere = all.filter((each) => each.file !== file)
    const foreign = elsewhere[random.integer(elsewhere.length)]?.said ?? null
    const made = plantOneOf(order, said, { names, foreign }, random)
    if (!made) return []
    order = [...order.filter((fault) => fault !== made.fault), made.fault]
    return [{ file, origin, fault: made.fault, said: made.said }]
  })
}

/** The sheets of a pile: of each origin `count` questions, evenly over the texts, a fault planted to every ten of them in others, all in an order that tells nothing. Same input and seed, same sheets. */
export function makePile(
  candidates: readonly Candidate[],
  texts: readonly JudgedText[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Sheet[] {
  const random = createRandom(`${seed} pile`)
  const origins = [...new Set(candidates.map(({ origin }) => origin))]
  const chosen: Planted[] = origins.flatMap((origin) => {
    const own = candidates.filter((each) => each.origin === origin)
    const most = Math.min(count, Math.floor((own.length * TO_ONE_FAULT) / (TO_ONE_FAULT + 1)))
    const drawn = sampleEvenly(own, most + Math.ceil(most / TO_ONE_FAULT), random)
    return [...drawn.slice(0, most), ...planted(drawn.slice(most), candidates, texts, random)]
  })
  const sheets = texts.filter(({ file }) => chosen.some((each) => each.file === file))
  return sheets.map(({ file, text, date }, at) => ({
    file,
    ...(date === undefined ? {} : { date }),
    text,
    items: random
      .shuffle(chosen.filter((each) => each.file === file))
      .map((each, place) => ({ id: `${String(at + 1).padStart(2, '0')}-${place + 1}`, ...each })),
  }))
}
