import { createRandom, type Random } from '../random.ts'
import type { Desk } from './desk.ts'
import { Draw, SET, SHARES } from './draw.ts'
import type { Item } from './item.ts'
import type { Wish } from './kind.ts'
import type { Prospect } from './prospect.ts'
import type { Kind } from './question.ts'

/** What the picker draws with. */
interface Pick {
  readonly desk: Desk
  readonly count: number
  readonly seed: string | number
  /** Figures of the article, which nobody may make up. */
  readonly taken: Required<Wish>['taken']
}

const RESTARTS = 12
/** After so many tries chance weighs twice as much as at first. */
const DARING = 2

/** Whether all forms of a kind say the same to whoever meets them in a set, as options tell nothing there. What a false statement puts, it says. */
const SAYS_ONE_THING: { readonly [K in Kind]: boolean } = {
  choice: true,
  'true-false': false,
  number: true,
  cloze: true,
  'multiple-response': true,
  ordering: true,
  matching: true,
  estimate: true,
}

/** Drafts the prospect as the set would have it; null where nothing passes that fits into the set. */
function drafted(set: Draw, { ask, kind }: Prospect, { desk, taken }: Pick, random: Random): Item | null {
  for (const draft of desk.draft(ask, kind, set.wishes(kind, taken, random))) {
    if (set.isSpoiling(draft.item)) {
      if (SAYS_ONE_THING[kind]) return null
    } else if (set.leavesEven(draft.item) && draft.brokenRule === null) return draft.item
  }
  return null
}

/** The place of the most welcome, with what chance adds to each, `daring` times; -1 where there is none. */
function mostWelcome(set: Draw, welcomes: readonly number[], random: Random, daring: number): number {
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < welcomes.length; i++) {
    const welcome = (welcomes[i] as number) + daring * set.luck(random)
    if (welcome > most) {
      best = i
      most = welcome
    }
  }
  return best
}

/** A question of a set, and what it was drafted from. */
interface Taken {
  readonly item: Item
  readonly prospect: Prospect
}

/** A set, and what it was drawn from, in order. */
interface Drawn {
  readonly set: Draw
  readonly taken: readonly Taken[]
}

/** One set, drawn greedily: at each step the most welcome prospect is drafted and checked, and joins if it passes. */
function draw(prospects: readonly Prospect[], pick: Pick, random: Random, daring: number): Drawn {
  const set = new Draw(pick.count, prospects)
  const taken: Taken[] = []
  let open = [...prospects]
  let welcomes = set.weigh(open)
  while (set.items.length < pick.count) {
    const at = mostWelcome(set, welcomes, random, daring)
    const [chosen] = open.splice(at, at < 0 ? 0 : 1)
    if (!chosen) break
    welcomes.splice(at, 1)
    const item = drafted(set, chosen, pick, random)
    if (!item) continue
    set.take(item, chosen)
    taken.push({ item, prospect: chosen })
    open = open.filter((prospect) => set.hasRoomFor(prospect))
    welcomes = set.weigh(open)
  }
  return { set, taken }
}

/** The same set without one of its questions. */
function without(all: readonly Taken[], one: Taken, prospects: readonly Prospect[], count: number): Drawn {
  const taken = all.filter((each) => each !== one)
  const set = new Draw(count, prospects)
  for (const { item, prospect } of taken) set.take(item, prospect)
  return { set, taken }
}

/** The set with one of its statements asked in another kind instead, where one passes and fits; null where none does. */
function askedOtherwise(
  { taken }: Drawn,
  prospects: readonly Prospect[],
  pick: Pick,
  random: Random,
): Drawn | null {
  const statements = taken.filter(({ prospect }) => prospect.kind === 'true-false')
  const isTrue = ({ item }: Taken): boolean => item.question.answer === true
  const trueOnes = statements.filter(isTrue).length
  // Those go first of which there are more, so that true and false stay even.
  const isOfMore = (one: Taken): number => Number(isTrue(one) === trueOnes * 2 > statements.length)
  for (const one of statements.sort((a, b) => isOfMore(b) - isOfMore(a))) {
    const rest = without(taken, one, prospects, pick.count)
    const others = prospects.filter(
      ({ ask, kind }) => kind !== 'true-false' && ask.group === one.prospect.ask.group,
    )
    const welcomes = rest.set.weigh(others)
    const inTurn = others
      .map((prospect, i) => ({ prospect, welcome: welcomes[i] ?? 0 }))
      .sort((a, b) => b.welcome - a.welcome)
    for (const { prospect } of inTurn) {
      const item = rest.set.hasRoomFor(prospect) ? drafted(rest.set, prospect, pick, random) : null
      if (!item) continue
      rest.set.take(item, prospect)
      return { set: rest.set, taken: [...rest.taken, { item, prospect }] }
    }
  }
  return null
}

/** A statement is half known before it is read: whatever else can be asked of its fact is asked instead while the set has more statements than their share. */
function withFewStatements(drawn: Drawn, prospects: readonly Prospect[], pick: Pick, random: Random): Drawn {
  const { items, kinds } = drawn.set
  if (kinds.of('true-false') <= Math.ceil(SHARES['true-false'] * items.length)) return drawn
  const other = askedOtherwise(drawn, prospects, pick, random)
  return other ? withFewStatements(other, prospects, pick, random) : drawn
}

/** What one more kind is worth in a set that asks nearly all there is: as much as the facts that a matching needs for itself. */
const OF_MANY = 350

/** What a third of the article that is asked of is worth in a set. */
const A_THIRD = 60

/** How good a set is: as many as asked for, every family heard, then varied, then worth knowing. */
const merit = ({ items, kinds, families, thirds, worth, count }: Draw): number =>
  items.length * 100 +
  kinds.kinds * (count > SET ? OF_MANY : 30) +
  families.kinds * 120 +
  thirds.kinds * A_THIRD +
  worth

/** Chooses at most `count` questions for a set that is varied, covers the article and gives nothing away; in the order of the article. Same prospects, count and seed: same set. */
export function pick(prospects: readonly Prospect[], how: Pick): Item[] {
  const groups = new Set(prospects.map(({ ask }) => ask.group)).size
  // A large set is to hold every kind there is.
  const wanted = how.count > SET ? new Set(prospects.map(({ kind }) => kind)).size : 0
  let best: Drawn | null = null
  const reach = new Draw(how.count, prospects).thirdsOf(prospects)
  for (let attempt = 0; attempt <= (wanted > 0 ? 2 * RESTARTS : RESTARTS); attempt++) {
    // What was most welcome may have barred two others: every further try leaves more to chance.
    const drawn = draw(prospects, how, createRandom(`${how.seed} pick ${attempt}`), 1 + attempt / DARING)
    if (best === null || merit(drawn.set) > merit(best.set)) best = drawn
    const { items, kinds, thirds } = best.set
    const isWide = how.count > SET || thirds.kinds >= reach
    if (items.length >= Math.min(how.count, groups) && kinds.kinds >= wanted && isWide) break
  }
  if (best === null) return []
  const { set } = withFewStatements(best, prospects, how, createRandom(`${how.seed} otherwise`))
  return [...set.items].sort((a, b) => a.position - b.position || (a.question.id < b.question.id ? -1 : 1))
}
