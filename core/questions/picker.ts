import { createRandom, type Random } from '../random.ts'
import type { Desk } from './desk.ts'
import { Draw } from './draw.ts'
import type { Item } from './item.ts'
import type { Wish } from './kind.ts'
import type { Prospect } from './prospect.ts'
import { KINDS } from './question.ts'

/** What the picker draws with. */
interface Pick {
  readonly desk: Desk
  readonly count: number
  readonly seed: string | number
  /** Figures of the article, which nobody may make up. */
  readonly taken: Required<Wish>['taken']
}

const RESTARTS = 12

/** Drafts the prospect as the set would have it; null where nothing passes that fits into the set. */
function drafted(set: Draw, prospect: Prospect, { desk, taken }: Pick, random: Random): Item | null {
  const wishes = set.wishes(prospect.kind, taken, random)
  for (const draft of desk.draft(prospect.ask, prospect.kind, wishes))
    if (set.admits(draft.item) && draft.brokenRule === null) return draft.item
  return null
}

/** One set, drawn greedily: at each step the most welcome prospect is drafted and checked, and joins if it passes. */
function draw(prospects: readonly Prospect[], pick: Pick, random: Random): Draw {
  const set = new Draw(pick.count)
  let open = prospects
  while (set.items.length < pick.count) {
    let best: Prospect | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const prospect of open) {
      const score = set.score(prospect, random)
      if (score > most) {
        best = prospect
        most = score
      }
    }
    if (!best) break
    const chosen = best
    const item = drafted(set, chosen, pick, random)
    if (item) set.take(item, chosen)
    open = open.filter((prospect) => prospect !== chosen && (!item || set.hasRoomFor(prospect)))
  }
  return set
}

/** How good a set is: as many as asked for, every family heard, then varied, then worth knowing. */
const merit = ({ items, kinds, families, worth }: Draw): number =>
  items.length * 100 + Math.min(kinds.kinds, KINDS.length) * 30 + families.kinds * 120 + worth

/** Chooses at most `count` questions for a set that is varied, covers the article and gives nothing away; in the order of the article. Same prospects, count and seed: same set. */
export function pick(prospects: readonly Prospect[], how: Pick): Item[] {
  const groups = new Set(prospects.map(({ ask }) => ask.group)).size
  let best: Draw | null = null
  for (let attempt = 0; attempt <= RESTARTS; attempt++) {
    const set = draw(prospects, how, createRandom(`${how.seed} pick ${attempt}`))
    if (best === null || merit(set) > merit(best)) best = set
    if (best.items.length >= Math.min(how.count, groups)) break
  }
  return [...(best?.items ?? [])].sort(
    (a, b) => a.position - b.position || (a.question.id < b.question.id ? -1 : 1),
  )
}
