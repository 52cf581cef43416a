import { createRandom } from '../random.ts'
import type { Ask } from './ask.ts'
import { firstFailure } from './checker/check.ts'
import type { CheckContext } from './checker/context.ts'
import { type Sight, sightOf } from './checker/sight.ts'
import { type Item, itemFrom } from './item.ts'
import type { Wish } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Kind, Question } from './question.ts'

/** A question that an ask came to in one kind, as one of a set. Whether it may leave, the desk tells. */
export interface Draft {
  readonly item: Item
  readonly group: string
  readonly sight: Sight
}

/** What sets one draft of an ask in one kind apart from another. */
const formOf = (question: Question): string =>
  [
    question.stem,
    question.answer,
    ...('options' in question ? question.options.map(({ text }) => text) : []),
  ].join('\n')

/** Where the asks of one article are drafted and checked: each form of a question is looked at once, and checked only when somebody asks whether it passes, as that costs most. */
export class Desk {
  private readonly context: CheckContext
  private readonly seed: string | number
  private readonly known = new Map<Ask, Map<string, Draft>>()
  /** In the order in which they were drafted. */
  private readonly drafts: Draft[] = []
  private readonly rules = new Map<Draft, string | null>()

  constructor(context: CheckContext, seed: string | number) {
    this.context = context
    this.seed = seed
  }

  /** The drafts of an ask in one kind, one for each wish that gives another form, made one by one as they are taken. */
  *draft(ask: Ask, kind: Kind, wishes: readonly Wish[]): Generator<Draft> {
    const forms = new Set<string>()
    for (const wish of wishes) {
      const random = createRandom(`${this.seed} ${ask.fact.id} ${ask.slot} ${kind}`)
      const question = kinds[kind].draft(ask, random, wish)
      if (!question) continue
      const form = formOf(question)
      if (forms.has(form)) continue
      forms.add(form)
      yield this.draftOf(ask, question, form)
    }
  }

  private draftOf(ask: Ask, question: Question, form: string): Draft {
    const ofAsk = this.known.get(ask) ?? new Map<string, Draft>()
    this.known.set(ask, ofAsk)
    const known = ofAsk.get(form)
    if (known) return known
    const sight = sightOf(question, this.context)
    const draft: Draft = { item: itemFrom(sight), group: ask.group, sight }
    ofAsk.set(form, draft)
    this.drafts.push(draft)
    return draft
  }

  /** The rule that keeps a draft out; null when it passes. */
  private ruleAgainst(draft: Draft): string | null {
    const known = this.rules.get(draft)
    if (known !== undefined) return known
    const rule = firstFailure(draft.sight)?.rule ?? null
    this.rules.set(draft, rule)
    return rule
  }

  /** Whether the checker lets a draft leave. */
  passes(draft: Draft): boolean {
    return this.ruleAgainst(draft) === null
  }

  /** Of each group that was drafted, the rule that kept out the first draft of those of which none passes; null where one does. What nobody asked about is checked now. */
  outcomes(): ReadonlyMap<string, string | null> {
    const outcomes = new Map<string, string | null>()
    for (const draft of this.drafts) {
      if (outcomes.get(draft.group) === null) continue
      const rule = this.ruleAgainst(draft)
      if (rule === null) outcomes.set(draft.group, null)
      else if (!outcomes.has(draft.group)) outcomes.set(draft.group, rule)
    }
    return outcomes
  }
}
