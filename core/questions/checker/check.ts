import type { Question } from '../question.ts'
import type { CheckContext, Failure, Rule, Verdict } from './rule.ts'
import { rules } from './rules.ts'
import { sightOf } from './sight.ts'

const table: readonly (readonly [string, Rule])[] = Object.entries(rules)

function* failuresOf(question: Question, context: CheckContext): Generator<Failure> {
  const sight = sightOf(question, context)
  for (const [rule, { number, kinds, check }] of table) {
    const says = kinds.includes(question.kind) ? check(sight) : null
    if (says !== null) yield { rule, number: String(number), says }
  }
}

/** What every rule says of a question, whoever wrote it. */
export function check(question: Question, context: CheckContext): Verdict {
  const failures = [...failuresOf(question, context)]
  return { passed: failures.length === 0, failures }
}

/** The first rule a question breaks, or null: all that a maker of many drafts needs to know. */
export function firstFailure(question: Question, context: CheckContext): Failure | null {
  const { value } = failuresOf(question, context).next()
  return value ?? null
}
