import { createRandom } from '../random.ts'
import type { Ask } from './ask.ts'
import { firstFailure } from './checker/check.ts'
import type { CheckContext } from './checker/context.ts'
import { sightOf } from './checker/sight.ts'
import { type Item, itemFrom } from './item.ts'
import type { Wish } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Kind, Question } from './question.ts'

/** What the checker made of a draft: the question as one of a set, or the rule that keeps it out. */
export type Judgement = { readonly item: Item } | { readonly rule: string }

/** What sets one draft of an ask in one kind apart from another. */
function formOf(question: Question): string {
  let form = `${question.kind}\n${question.stem}\n${question.answer}`
  if ('options' in question) for (const { text } of question.options) form += `\n${text}`
  return form
}

/** Where the asks of one article are drafted and checked, each form of a question once however often it is looked at. */
export class Desk {
  private readonly context: CheckContext
  private readonly seed: string | number
  private readonly judged = new Map<Ask, Map<string, Judgement>>()
  /** For each group, the rule that kept its first refused draft out. */
  private readonly refusals = new Map<string, string>()
  private readonly passed = new Set<string>()
  private readonly tried = new Set<string>()

  constructor(context: CheckContext, seed: string | number) {
    this.context = context
    this.seed = seed
  }

  /** The drafts of an ask in one kind, one for each wish that gives another form, checked one by one as they are taken. */
  *draft(ask: Ask, kind: Kind, wishes: readonly Wish[]): Generator<Judgement> {
    const forms = new Set<string>()
    for (const wish of wishes) {
      const random = createRandom(`${this.seed} ${ask.fact.id} ${ask.slot} ${kind}`)
      const question = kinds[kind].draft(ask, random, wish)
      if (!question) continue
      const form = formOf(question)
      if (forms.has(form)) continue
      forms.add(form)
      yield this.judge(ask, question, form)
    }
  }

  private judge(ask: Ask, question: Question, form: string): Judgement {
    const ofAsk = this.judged.get(ask) ?? new Map<string, Judgement>()
    this.judged.set(ask, ofAsk)
    this.tried.add(ask.group)
    const kept = ofAsk.get(form)
    if (kept) return kept
    const sight = sightOf(question, this.context)
    const failure = firstFailure(sight)
    const judgement = failure ? { rule: failure.rule } : { item: itemFrom(sight) }
    ofAsk.set(form, judgement)
    if ('item' in judgement) this.passed.add(ask.group)
    else if (!this.refusals.has(ask.group)) this.refusals.set(ask.group, judgement.rule)
    return judgement
  }

  /** The rules that kept out groups of which no draft passed, one for each such group. */
  refused(): string[] {
    return [...this.refusals].filter(([group]) => !this.passed.has(group)).map(([, rule]) => rule)
  }

  /** Whether anything of the group has passed the checker. */
  hasPassed(group: string): boolean {
    return this.passed.has(group)
  }

  /** Whether any kind suited an ask of the group. */
  hasTried(group: string): boolean {
    return this.tried.has(group)
  }
}
