import type { Reading } from '../article/reading.ts'
import type { Fact } from '../facts/fact.ts'
import { createRandom, type Random } from '../random.ts'
import type { Ask } from './ask.ts'
import { firstFailure } from './checker/check.ts'
import type { CheckContext } from './checker/rule.ts'
import { checkSet } from './checker/set-rules.ts'
import { type Item, itemOf } from './item.ts'
import type { Wish } from './kind.ts'
import { kinds } from './kinds.ts'
import { type Candidate, pick } from './picker.ts'
import { KINDS, type Question } from './question.ts'

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

const RANKS = [0, 1, 2, 3]

/** Keeps count of what came out, so that the next draft can wish for what came least. */
class Balance {
  private readonly ranks = new Map<number, number>()
  private readonly truths = new Map<boolean, number>()
  private readonly random: Random

  constructor(seed: string) {
    this.random = createRandom(seed)
  }

  private least<T>(of: readonly T[], counts: ReadonlyMap<T, number>): T[] {
    return this.random.shuffle(of).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  }

  /** Wishes to try one after the other: what the checker refuses as a false statement may pass as a true one. */
  wishes(taken: Required<Wish>['taken']): Wish[] {
    const ranks = this.least(RANKS, this.ranks)
    const truths = this.least([true, false], this.truths)
    return truths.map((truth, index) => ({
      ranks: [...ranks.slice(index), ...ranks.slice(0, index)],
      truth,
      taken,
    }))
  }

  count({ rank, question }: Item): void {
    if (rank) this.ranks.set(rank.place, (this.ranks.get(rank.place) ?? 0) + 1)
    if (typeof question.answer === 'boolean') {
      this.truths.set(question.answer, (this.truths.get(question.answer) ?? 0) + 1)
    }
  }
}

const READABLE = 20

/** How well a kind suits an ask: a choice is at its best among true figures and names of the same article, and nothing is at its best when it is long. */
function fitOf({ rivals }: Ask, question: Question): number {
  const tooLong = Math.max(0, question.stem.split(' ').length - READABLE) / READABLE
  if (question.kind !== 'choice') return -tooLong
  const own = new Set(rivals.filter(({ source }) => source === 'article').map(({ key }) => key.text))
  return question.options.filter(({ text, correct }) => !correct && own.has(text)).length / 3 - tooLong
}

function draftCandidates(asks: readonly Ask[], context: CheckContext, seed: string | number): Drafted {
  const candidates: Candidate[] = []
  const refusals = new Map<string, string>()
  const balance = new Balance(`${seed} balance`)
  const seen = new Set<string>()
  for (const ask of asks) {
    const wishes = balance.wishes(context.reading.quantities)
    for (const kind of KINDS) {
      for (const wish of wishes) {
        const random = createRandom(`${seed} ${ask.fact.id} ${ask.slot} ${kind}`)
        const question = kinds[kind].draft(ask, random, wish)
        if (!question || seen.has(question.id)) continue
        const failure = firstFailure(question, context)
        if (failure) {
          if (!refusals.has(ask.group)) refusals.set(ask.group, failure.rule)
          continue
        }
        seen.add(question.id)
        const item = itemOf(question, context)
        balance.count(item)
        candidates.push({ item, group: ask.group, worth: ask.worth, fit: fitOf(ask, question) })
        break
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
  return draftCandidates(asks, { reading, facts }, seed).candidates.map(({ item }) => item.question)
}

/** The set without what the rules of a set forbid; the picker keeps them, this makes sure. */
function lawful(picked: readonly Question[], context: CheckContext): readonly Question[] {
  const { passed, failures } = checkSet(picked, context)
  if (passed) return picked
  const out = new Set(failures.flatMap(({ questions }) => questions))
  return lawful(
    picked.filter(({ id }) => !out.has(id)),
    context,
  )
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
  if (unasked > 0) count('no-clear-question', unasked)
  return [...counts]
    .map(([rule, each]) => ({ rule, count: each }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

/** At most `count` questions that pass every rule, drawn from these asks; and, where they are fewer, why. Same input, count and seed: same questions. */
export function makeQuestions(
  reading: Reading,
  facts: readonly Fact[],
  asks: readonly Ask[],
  { count, seed }: { readonly count: number; readonly seed: string | number },
): { readonly questions: readonly Question[]; readonly shortfall: Shortfall } {
  const context = { reading, facts }
  const drafted = draftCandidates(asks, context, seed)
  const questions = lawful(pick(drafted.candidates, { count, seed }), context)
  const missing = count - questions.length
  const reasons = missing > 0 ? reasonsFor(drafted, questions, facts, asks, missing) : []
  return { questions, shortfall: { asked: count, made: questions.length, reasons } }
}
