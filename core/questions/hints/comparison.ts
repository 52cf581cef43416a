import type { ChangeFinding, Finding, LevelFinding, Subject } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { type Amount, amountOf, isSame } from '../checker/amount.ts'
import type { Sight } from '../checker/sight.ts'
import { standsIn } from '../checker/words.ts'

/** A figure of the article with what a hint needs to compare another with it. */
interface Measured {
  /** Figures are compared within one sort: rises with rises, levels of one time with each other. */
  readonly sort: string
  readonly amount: Amount
  readonly subject: Subject
}

const LONGEST = 60

const measured = (finding: LevelFinding | ChangeFinding, sort: string, quantity: Quantity): Measured[] => {
  const { subject, fact } = finding
  const isFirm = fact.status === 'actual' && quantity.exactness === 'exactly' && quantity.high === undefined
  if (!isFirm || !subject.isAnchored || subject.text.length > LONGEST) return []
  return [{ sort, amount: amountOf(quantity), subject }]
}

/** What an article measures, by the fact that states it. A level is compared with others of its own time alone. */
function measuredIn(finding: Finding): Measured[] {
  if (finding.family === 'level')
    return measured(finding, `level ${finding.fact.period ?? ''}`, finding.quantity)
  if (finding.family !== 'change') return []
  const { fact, by, to } = finding
  return [
    ...(by ? measured(finding, `${fact.direction} ${fact.period ?? ''}`, by) : []),
    ...(to ? measured(finding, `level ${fact.period ?? ''}`, to) : []),
  ]
}

/** Figures nearer to each other than this are not called larger or smaller. */
const APART = 1.15

const isLarger = (a: Amount, b: Amount): boolean =>
  a.sort === b.sort && Math.abs(a.value) > Math.abs(b.value) * APART

/** Whether two things are worth comparing: they belong to one owner, or are the same of two. */
const isAkin = (a: Subject, b: Subject): boolean =>
  (a.owner !== undefined && a.owner === b.owner) || a.measure === b.measure

/** How much is left of a question's options by the bounds: all of them where it has none. */
const leaves = (wrong: readonly Amount[], least: Amount | undefined, most: Amount | undefined): number =>
  wrong.filter(
    (amount) =>
      (least === undefined || Math.abs(amount.value) > Math.abs(least.value)) &&
      (most === undefined || Math.abs(amount.value) < Math.abs(most.value)),
  ).length

const NOUNS = { up: 'rise', down: 'fall', level: 'figure' } as const

/** How the figure that is asked for stands to others of its sort in the article, said without a figure: whoever remembers those, or looks them up, knows on which side to look. */
export function comparisonHints(sight: Sight, findings: readonly Finding[]): string[] {
  const { question, key, wrong } = sight
  const [figure] = key?.amounts ?? []
  if (!figure || key?.amounts.length !== 1) return []
  const own = findings
    .filter(({ fact }) => question.facts.includes(fact.id))
    .flatMap(measuredIn)
    .find(({ amount }) => isSame(amount, figure))
  if (!own) return []
  const others = findings
    .filter(({ fact }) => !question.facts.includes(fact.id))
    .flatMap(measuredIn)
    .filter(({ sort, subject }) => sort === own.sort && isAkin(subject, own.subject))
    .filter(({ subject }) => !standsIn(subject.text, question.stem))
  const smaller = nearest(
    others.filter(({ amount }) => isLarger(own.amount, amount)),
    'largest',
  )
  const larger = nearest(
    others.filter(({ amount }) => isLarger(amount, own.amount)),
    'smallest',
  )
  const noun = NOUNS[own.sort.split(' ')[0] as keyof typeof NOUNS]
  const link = noun === 'figure' ? 'that for' : 'that of'
  const wrongs = wrong.flatMap(({ amounts }) => amounts)
  const hints: string[] = []
  const add = (least: Measured | undefined, most: Measured | undefined) => {
    const left = leaves(wrongs, least?.amount, most?.amount)
    if (wrongs.length > 0 && (left === 0 || left === wrongs.length)) return
    const than = [
      ...(least ? [`larger than ${link} ${least.subject.text}`] : []),
      ...(most ? [`smaller than ${link} ${most.subject.text}`] : []),
    ]
    if (than.length > 0) hints.push(`The ${noun} was ${than.join(' and ')}.`)
  }
  add(smaller, larger)
  add(smaller, undefined)
  add(undefined, larger)
  return hints
}

/** The largest or smallest of several, the first of equals. */
const nearest = (all: readonly Measured[], which: 'largest' | 'smallest'): Measured | undefined =>
  [...all].sort((a, b) =>
    which === 'largest' ? b.amount.value - a.amount.value : a.amount.value - b.amount.value,
  )[0]
