import type { Reading } from '../article/reading.ts'
import type { Fact } from '../facts/fact.ts'
import { createRandom } from '../random.ts'
import type { Ask } from './ask.ts'
import { Balance } from './balance.ts'
import type { CheckContext } from './checker/context.ts'
import { setFailures } from './checker/set-rules.ts'
import type { Item } from './item.ts'
import { formOf, judgeOf } from './judge.ts'
import type { Wish } from './kind.ts'
import { kinds } from './kinds.ts'
import { type Candidate, pick } from './picker.ts'
import { type Job, shortPlan, wholePlan } from './plan.ts'
import type { Kind, Question } from './question.ts'

/** Why fewer questions came out than were asked for: how many things worth asking each rule kept out. */
export interface Shortfall {
  readonly asked: number
  readonly made: number
  readonly reasons: readonly { readonly rule: string; readonly count: number }[]
}

interface Drafted {
  readonly candidates: readonly Candidate[]
  /** For each group none of whose drafts passed, the rule that kept its first draft out. */
  readonly refused: ReadonlyMap<string, string>
}

const READABLE = 20

/** How well a kind suits an ask: a choice is at its best among true figures and names of the same article, and nothing is at its best when it is long. */
function fitOf({ rivals }: Ask, question: Question): number {
  const tooLong = Math.max(0, question.stem.split(' ').length - READABLE) / READABLE
  if (question.kind !== 'choice') return -tooLong
  const own = new Set(rivals.filter(({ source }) => source === 'article').map(({ key }) => key.text))
  return question.options.filter(({ text, correct }) => !correct && own.has(text)).length / 3 - tooLong
}

/** Drafts every job and keeps what passes. `forms` is how many forms of one question (its key in another place, true or false) the picker may choose from; the store keeps one. */
function draftCandidates(
  jobs: readonly Job[],
  { reading }: CheckContext,
  judge: ReturnType<typeof judgeOf>,
  { seed, forms }: { readonly seed: string | number; readonly forms: number },
): Drafted {
  const candidates: Candidate[] = []
  const refusals = new Map<string, string>()
  const balance = new Balance(`${seed} balance`)
  const seen = new Set<string>()

  /** The forms of the ask in this kind that pass, the one most wished for first. */
  const draft = (ask: Ask, kind: Kind, wishes: readonly Wish[]): Item[] => {
    const items: Item[] = []
    const tried = new Set<string>()
    for (const wish of wishes) {
      const random = createRandom(`${seed} ${ask.fact.id} ${ask.slot} ${kind}`)
      const question = kinds[kind].draft(ask, random, wish)
      if (!question || seen.has(question.id)) continue
      const form = formOf(question)
      if (tried.has(form)) continue
      tried.add(form)
      const judgement = judge(ask, question, form)
      if ('item' in judgement) items.push(judgement.item)
      else if (!refusals.has(ask.group)) refusals.set(ask.group, judgement.rule)
      if (items.length === forms) break
    }
    return items
  }

  for (const { ask, kinds: wanted, most } of jobs) {
    const wishes = balance.wishes(reading.quantities)
    let made = 0
    for (const kind of wanted) {
      if (made === most) break
      const items = draft(ask, kind, wishes)
      const [first] = items
      if (!first) continue
      made++
      seen.add(first.question.id)
      balance.count(first)
      for (const item of items) {
        candidates.push({ item, group: ask.group, worth: ask.worth, fit: fitOf(ask, item.question) })
      }
    }
  }
  const passed = new Set(candidates.map(({ group }) => group))
  return { candidates, refused: new Map([...refusals].filter(([group]) => !passed.has(group))) }
}

/** Every question these asks allow that passes the checker, in every kind: what the store keeps. Same input and seed, same questions. */
export function draftAll(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly Ask[],
  { seed }: { readonly seed: string | number },
): Question[] {
  const context = { reading, facts }
  const { candidates } = draftCandidates(wholePlan(asks), context, judgeOf(context), { seed, forms: 1 })
  return candidates.map(({ item }) => item.question)
}

/** The set without what the rules of a set forbid; the picker keeps them, this makes sure. */
function lawful(items: readonly Item[]): readonly Item[] {
  const out = new Set(setFailures(items).flatMap(({ questions }) => questions))
  return out.size === 0 ? items : lawful(items.filter(({ question }) => !out.has(question.id)))
}

function reasonsFor(
  { candidates, refused }: Drafted,
  questions: readonly Question[],
  facts: readonly Fact[],
  asks: readonly Ask[],
  missing: number,
): Shortfall['reasons'] {
  if (facts.length === 0) return [{ rule: 'no-facts', count: missing }]
  const counts = new Map<string, number>()
  const count = (rule: string, by = 1) => counts.set(rule, (counts.get(rule) ?? 0) + by)
  for (const rule of refused.values()) count(rule)
  const used = new Set(questions.map(({ id }) => id))
  const inSet = new Set(candidates.filter(({ item }) => used.has(item.question.id)).map(({ group }) => group))
  const left = new Set(candidates.map(({ group }) => group).filter((group) => !inSet.has(group)))
  if (left.size > 0) count('nothing-given-away', left.size)
  const askable = new Set(asks.map(({ fact }) => fact.id))
  const unasked = facts.filter(({ id }) => !askable.has(id)).length
  // Asks that no kind suits count like facts without an ask.
  const tried = new Set([...refused.keys(), ...candidates.map(({ group }) => group)])
  const unsuited = new Set(asks.map(({ group }) => group).filter((group) => !tried.has(group))).size
  if (unasked + unsuited > 0) count('no-clear-question', unasked + unsuited)
  // Everything the article states has been asked, once each.
  if (counts.size === 0) return [{ rule: 'one-item-a-fact', count: missing }]
  return [...counts]
    .map(([rule, each]) => ({ rule, count: each }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

const FORMS = 3
const KINDS_WANTED = 3
const FAMILIES_WANTED = 4

/** Whether a set drawn from a part of the asks is as good as could be wished, so that the rest need not be drafted. */
function isFull(items: readonly Item[], count: number, asks: readonly Ask[]): boolean {
  const families = new Set(items.flatMap((item) => item.families)).size
  const offered = new Set(asks.map(({ fact }) => fact.family)).size
  const kindsMade = new Set(items.map(({ question }) => question.kind)).size
  return (
    items.length === count &&
    kindsMade >= Math.min(KINDS_WANTED, count) &&
    families >= Math.min(FAMILIES_WANTED, offered, count)
  )
}

/** At most `count` questions that pass every rule, drawn from these asks; and, where they are fewer, why. Same input, count and seed: same questions. */
export function makeQuestions(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly Ask[],
  { count, seed }: { readonly count: number; readonly seed: string | number },
): { readonly questions: readonly Question[]; readonly shortfall: Shortfall } {
  const context = { reading, facts }
  const judge = judgeOf(context)
  const setFrom = ({ candidates }: Drafted) => lawful(pick(candidates, { count, seed }))
  const short = shortPlan(asks, count, seed)
  const first = short && setFrom(draftCandidates(short, context, judge, { seed, forms: 1 }))
  if (first && isFull(first, count, asks)) return told(first, { asked: count, made: count, reasons: [] })
  const drafted = draftCandidates(wholePlan(asks), context, judge, { seed, forms: FORMS })
  const items = setFrom(drafted)
  const questions = items.map(({ question }) => question)
  const missing = count - items.length
  const reasons = missing > 0 ? reasonsFor(drafted, questions, facts, asks, missing) : []
  return told(items, { asked: count, made: items.length, reasons })
}

const told = (items: readonly Item[], shortfall: Shortfall) => ({
  questions: items.map(({ question }) => question),
  shortfall,
})
