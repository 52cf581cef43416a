import { KINDS, type Kind, type Question } from '../question.ts'
import type { CheckContext } from './context.ts'
import type { Failure, Rule, Verdict } from './rule.ts'
import { rules } from './rules.ts'
import { Sight } from './sight.ts'

const table: readonly (readonly [string, Rule])[] = Object.entries(rules)

const rulesFor = new Map<Kind, readonly (readonly [string, Rule])[]>(
  KINDS.map((kind) => [kind, table.filter(([, { kinds }]) => kinds.includes(kind))]),
)

/** How many rules a question of this kind has to keep. */
export const countRules = (kind: Kind): number => rulesFor.get(kind)?.length ?? 0

const failed = (rule: string, number: number, says: string): Failure => ({
  rule,
  number: String(number),
  says,
})

/** What every rule says of a question, whoever wrote it. */
export function check(question: Question, context: CheckContext): Verdict {
  const sight = new Sight(question, context)
  const failures = (rulesFor.get(question.kind) ?? []).flatMap(([rule, { number, check }]) => {
    const says = check(sight)
    return says === null ? [] : [failed(rule, number, says)]
  })
  return { passed: failures.length === 0, failures }
}

/** The first rule a question breaks, or null: all that a maker of many drafts needs to know. */
export function firstFailure(sight: Sight): Failure | null {
  for (const each of rulesFor.get(sight.question.kind) ?? []) {
    const says = each[1].check(sight)
    if (says !== null) return failed(each[0], each[1].number, says)
  }
  return null
}
