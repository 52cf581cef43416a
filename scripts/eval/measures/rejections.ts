import { KINDS, type Kind, type Question } from '#core'
import { findFindings } from '../../../core/facts/find-facts.ts'
import { findAsks } from '../../../core/questions/asks/find-asks.ts'
import { Balance } from '../../../core/questions/balance.ts'
import { check } from '../../../core/questions/checker/check.ts'
import { rules } from '../../../core/questions/checker/rules.ts'
import { Desk } from '../../../core/questions/desk.ts'
import { columns, percent, tallyOf } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** A draft and every rule it breaks, in the order of the rules. */
export interface Judged {
  readonly kind: Kind
  readonly question: Question
  readonly broken: readonly string[]
}

/** Every form in which every ask of a text can be drafted, in every kind, and what the checker says of each. */
export function judgeDrafts({ reading, wish: { seed } }: TextRun): Judged[] {
  const findings = findFindings(reading)
  const context = { reading, facts: findings.map(({ fact }) => fact) }
  const desk = new Desk(context, seed)
  const wishes = new Balance(`${seed} balance`).wishes(reading.quantities)
  return findAsks(reading, findings).flatMap((ask) =>
    KINDS.flatMap((kind) =>
      [...desk.draft(ask, kind, wishes)].map(({ item: { question } }) => ({
        kind,
        question,
        broken: check(question, context).failures.map(({ rule }) => rule),
      })),
    ),
  )
}

/** How many drafts each rule refuses: any that breaks it, those that break no rule before it, and those that break no other. */
export function rejectionsOf(drafts: readonly Judged[]) {
  const any = tallyOf(drafts.flatMap(({ broken }) => broken))
  const first = tallyOf(drafts.flatMap(({ broken }) => broken.slice(0, 1)))
  const alone = tallyOf(drafts.flatMap(({ broken }) => (broken.length === 1 ? broken : [])))
  return Object.entries(rules).map(([rule, { number, title }]) => ({
    rule,
    number,
    title,
    any: any.get(rule) ?? 0,
    first: first.get(rule) ?? 0,
    alone: alone.get(rule) ?? 0,
  }))
}

/** What the checker keeps out, by kind and by rule. */
export function printRejections(runs: readonly TextRun[]): string[] {
  const drafts = runs.flatMap(judgeDrafts)
  const passed = (some: readonly Judged[]): number => some.filter(({ broken }) => broken.length === 0).length
  const row = (name: string, some: readonly Judged[]) => [
    name,
    some.length,
    passed(some),
    percent(passed(some), some.length),
  ]
  return [
    ...columns([
      ['kind', 'drafts', 'pass', 'share'],
      ...KINDS.map((kind) =>
        row(
          kind,
          drafts.filter((draft) => draft.kind === kind),
        ),
      ),
      row('all', drafts),
    ]),
    '',
    'Drafts that break a rule; that break it first; that break no other:',
    ...columns([
      ['rule', 'no.', 'break', 'first', 'no other'],
      ...rejectionsOf(drafts).map(({ rule, number, any, first, alone }) => [rule, number, any, first, alone]),
    ]),
  ]
}
