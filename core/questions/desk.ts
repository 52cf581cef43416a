import { createRandom } from '../random.ts'
import type { AnyAsk } from './ask.ts'
import { firstFailure } from './checker/check.ts'
import type { CheckContext } from './checker/context.ts'
import { Sight } from './checker/sight.ts'
import { Item } from './item.ts'
import type { Wish } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Kind, Question } from './question.ts'

/** A question as it was drafted. What it would be in a set and what the checker says of it are made out when they are asked for: a draft that the set has no room for need not be checked. */
class Draft {
  private readonly sight: Sight
  private readonly made: { item?: Item; brokenRule?: string | null } = {}

  constructor(sight: Sight) {
    this.sight = sight
  }

  get item(): Item {
    this.made.item ??= new Item(this.sight)
    return this.made.item
  }

  /** The first rule it breaks; null where it passes the checker. */
  get brokenRule(): string | null {
    if (this.made.brokenRule === undefined) this.made.brokenRule = firstFailure(this.sight)?.rule ?? null
    return this.made.brokenRule
  }
}

/** What became of the drafts of a group: whether one passed the checker, and the rule that kept the first refused one out. */
interface Outcome {
  hasPassed: boolean
  firstBroken: string | null
}

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
  private readonly drafts = new Map<AnyAsk, Map<string, Draft>>()
  /** Every draft with its group, in the order in which they were made. */
  private readonly made: (readonly [group: string, draft: Draft])[] = []
  /** Wishes that nobody had need of. */
  private readonly untried: {
    readonly ask: AnyAsk
    readonly kind: Kind
    readonly wishes: readonly Wish[]
  }[] = []

  constructor(context: CheckContext, seed: string | number) {
    this.context = context
    this.seed = seed
  }

  /** The drafts of an ask in one kind, one for each wish that gives another form, made one by one as they are taken. */
  *draft(ask: AnyAsk, kind: Kind, wishes: readonly Wish[]): Generator<Draft> {
    const forms = new Set<string>()
    let next = 0
    try {
      while (next < wishes.length) {
        const random = createRandom(`${this.seed} ${ask.fact.id} ${ask.slot} ${kind}`)
        const question = kinds[kind].draft(ask, random, wishes[next++])
        if (!question) continue
        const form = formOf(question)
        if (forms.has(form)) continue
        forms.add(form)
        yield this.keep(ask, question, form)
      }
    } finally {
      if (next < wishes.length) this.untried.push({ ask, kind, wishes: wishes.slice(next) })
    }
  }

  private keep(ask: AnyAsk, question: Question, form: string): Draft {
    const ofAsk = this.drafts.get(ask) ?? new Map<string, Draft>()
    this.drafts.set(ask, ofAsk)
    const kept = ofAsk.get(form)
    if (kept) return kept
    const draft = new Draft(new Sight(question, this.context))
    ofAsk.set(form, draft)
    this.made.push([ask.group, draft])
    return draft
  }

  /** What became of each group of which anything was drafted, after every wish was tried for those of which nothing has passed yet. */
  outcomes(): ReadonlyMap<string, Readonly<Outcome>> {
    const outcomes = new Map<string, Outcome>()
    const note = (group: string, { brokenRule }: Draft) => {
      const outcome = outcomes.get(group) ?? { hasPassed: false, firstBroken: null }
      outcomes.set(group, outcome)
      if (brokenRule === null) outcome.hasPassed = true
      else outcome.firstBroken ??= brokenRule
    }
    for (const [group, draft] of this.made) note(group, draft)
    for (const { ask, kind, wishes } of this.untried)
      for (const draft of outcomes.get(ask.group)?.hasPassed ? [] : this.draft(ask, kind, wishes))
        note(ask.group, draft)
    return outcomes
  }
}
