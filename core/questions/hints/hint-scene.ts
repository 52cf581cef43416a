import type { ChangeFinding, Finding, LevelFinding, RoleFinding, Subject } from '../../facts/finding.ts'
import { grouped } from '../../grouped.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { keepWith } from '../../remember.ts'
import { rolesIn } from '../asks/roles.ts'
import { type Amount, amountOf } from '../checker/amount.ts'

/** A figure of the article with what a hint needs to compare another with it. */
export interface Measured {
  readonly noun: 'rise' | 'fall' | 'figure'
  readonly amount: Amount
  readonly subject: Subject
  /** What figures worth comparing have in common: noun, time and unit, with the owner or with the measure. */
  readonly groups: readonly string[]
}

/** What hints look up in the findings of an article. */
export interface HintScene {
  /** What the fact of this id measures. */
  readonly measured: (fact: string) => readonly Measured[]
  /** The figures of one group. */
  readonly inGroup: (group: string) => readonly Measured[]
  /** The first office that the article gives a person. */
  readonly roleOf: (person: string) => RoleFinding | undefined
}

const LONGEST = 60

function measured(
  { subject, fact }: LevelFinding | ChangeFinding,
  noun: Measured['noun'],
  quantity: Quantity,
): Measured[] {
  const isFirm = fact.status === 'actual' && quantity.exactness === 'exactly' && quantity.high === undefined
  if (!isFirm || !subject.isAnchored || subject.text.length > LONGEST) return []
  const { owner, measure } = subject
  const kind = [noun, fact.period ?? '', quantity.unit].join('|')
  const groups = [`${kind}|of ${measure}`, ...(owner === undefined ? [] : [`${kind}|by ${owner}`])]
  return [{ noun, amount: amountOf(quantity), subject, groups }]
}

function measuredIn(finding: Finding): Measured[] {
  if (finding.family === 'level') return measured(finding, 'figure', finding.quantity)
  if (finding.family !== 'change') return []
  const { fact, by, to } = finding
  return [
    ...(by && fact.direction ? measured(finding, fact.direction === 'up' ? 'rise' : 'fall', by) : []),
    ...(to ? measured(finding, 'figure', to) : []),
  ]
}

/** Gathered once for an article, so that no question walks over all its findings. */
export const hintSceneOf = keepWith((findings: readonly Finding[]): HintScene => {
  const byFact = new Map(findings.map((finding) => [finding.fact.id, measuredIn(finding)]))
  const each = [...byFact.values()].flat().flatMap((one) => one.groups.map((group) => ({ group, one })))
  const byGroup = grouped(each, ({ group }) => group)
  const { byPerson } = rolesIn(findings)
  return {
    measured: (fact) => byFact.get(fact) ?? [],
    inGroup: (group) => (byGroup.get(group) ?? []).map(({ one }) => one),
    roleOf: (person) => byPerson.get(person)?.[0],
  }
})
