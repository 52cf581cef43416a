import type { Reading } from '../article/reading.ts'
import { overlapsAny, type Span } from '../article/span.ts'
import type { Fact } from '../facts/fact.ts'
import type { AnyAsk } from './ask.ts'
import { Balance } from './balance.ts'
import type { CheckContext } from './checker/context.ts'
import { setFailures } from './checker/set-rules.ts'
import { Desk } from './desk.ts'
import { estimateDifficulty } from './difficulty.ts'
import type { Item } from './item.ts'
import { pick } from './picker.ts'
import { prospectsOf } from './prospect.ts'
import { KINDS, type Question } from './question.ts'

/** Why fewer questions came out than were asked for: how many things worth asking each rule kept out. */
export interface Shortfall {
  readonly asked: number
  readonly made: number
  readonly reasons: readonly { readonly rule: string; readonly count: number }[]
}

/** Below this nobody needs to know: what a passer-by said, how far a price moved in a day. */
const WORTH_KNOWING = 0.2

const isWorthKnowing = ({ worth }: AnyAsk): boolean => worth >= WORTH_KNOWING

/** Every question these asks allow that is worth knowing and passes the checker, in every kind: what the store keeps. Same input and seed, same questions. */
export function draftAll(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly AnyAsk[],
  { seed }: { readonly seed: string | number },
): Question[] {
  const desk = new Desk({ reading, facts }, seed)
  const balance = new Balance(`${seed} balance`)
  const kept = new Map<string, Question>()
  for (const ask of asks.filter(isWorthKnowing)) {
    const wishes = balance.wishes(reading.quantities)
    for (const kind of KINDS) {
      for (const draft of desk.draft(ask, kind, wishes)) {
        if (draft.brokenRule !== null) continue
        const { question } = draft.item
        if (kept.has(question.id)) break
        kept.set(question.id, question)
        balance.count(draft.item)
        break
      }
    }
  }
  return [...kept.values()]
}

/** The rules that kept things worth asking about a stretch of the text from being asked, each with how many. */
export function refusalsOn(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly AnyAsk[],
  stretch: Span,
): Shortfall['reasons'] {
  const desk = new Desk({ reading, facts }, 0)
  for (const ask of asks) {
    if (!overlapsAny(stretch, ask.evidence)) continue
    for (const kind of KINDS) for (const _ of desk.draft(ask, kind, [{}]));
  }
  return [...refusalsAt(desk)].map(([rule, count]) => ({ rule, count }))
}

/** How many things worth asking each rule kept out, of what has been drafted. */
function refusalsAt(desk: Desk): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { hasPassed, firstBroken } of desk.outcomes().values())
    if (!hasPassed && firstBroken !== null) counts.set(firstBroken, (counts.get(firstBroken) ?? 0) + 1)
  return counts
}

/** The set without what the rules of a set forbid; the picker keeps them, this makes sure. */
function lawful(items: readonly Item[]): readonly Item[] {
  const out = new Set(setFailures(items).flatMap(({ questions }) => questions))
  return out.size === 0 ? items : lawful(items.filter(({ question }) => !out.has(question.id)))
}

/** From easy to hard; of equals, in the order of the article. */
function easyFirst(items: readonly Item[], context: CheckContext): Question[] {
  const scores = new Map(items.map(({ question }) => [question, estimateDifficulty(question, context).score]))
  return items.map(({ question }) => question).sort((a, b) => (scores.get(a) ?? 0) - (scores.get(b) ?? 0))
}

/** What kept the rest of the facts out of a set that fell short, after everything was tried. */
function reasonsFor(
  desk: Desk,
  items: readonly Item[],
  facts: readonly Fact[],
  asks: readonly AnyAsk[],
  missing: number,
): Shortfall['reasons'] {
  if (facts.length === 0) return [{ rule: 'no-facts', count: missing }]
  const counts = refusalsAt(desk)
  const count = (rule: string, by = 1) => counts.set(rule, (counts.get(rule) ?? 0) + by)
  const outcomes = desk.outcomes()
  const used = new Set(items.flatMap(({ question }) => question.facts))
  const groups = new Set(asks.map(({ group }) => group))
  const inSet = new Set(asks.filter(({ fact }) => used.has(fact.id)).map(({ group }) => group))
  const left = [...groups].filter((group) => outcomes.get(group)?.hasPassed && !inSet.has(group)).length
  if (left > 0) count('nothing-given-away', left)
  const askable = new Set(asks.map(({ fact }) => fact.id))
  const unasked = facts.filter(({ id }) => !askable.has(id)).length
  const worthy = new Set(asks.filter(isWorthKnowing).map(({ group }) => group))
  if (worthy.size < groups.size) count('hardly-worth-knowing', groups.size - worthy.size)
  // Asks that no kind suits count like facts without an ask.
  const unsuited = [...worthy].filter((group) => !outcomes.has(group)).length
  if (unasked + unsuited > 0) count('no-clear-question', unasked + unsuited)
  // Everything the article states has been asked, once each.
  if (counts.size === 0) return [{ rule: 'one-item-a-fact', count: missing }]
  return [...counts]
    .map(([rule, each]) => ({ rule, count: each }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

/** At most `count` questions that pass every rule, drawn from these asks, from easy to hard; and, where they are fewer, why. Same input, count and seed: same questions. */
export function makeQuestions(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly AnyAsk[],
  { count, seed }: { readonly count: number; readonly seed: string | number },
): { readonly questions: readonly Question[]; readonly shortfall: Shortfall } {
  const desk = new Desk({ reading, facts }, seed)
  const items = lawful(
    pick(prospectsOf(asks.filter(isWorthKnowing), reading), { desk, count, seed, taken: reading.quantities }),
  )
  const missing = count - items.length
  const reasons = missing > 0 ? reasonsFor(desk, items, facts, asks, missing) : []
  return {
    questions: easyFirst(items, { reading, facts }),
    shortfall: { asked: count, made: items.length, reasons },
  }
}
