import type { Fact } from '../fact.ts'
import type { ChangeFinding, DerivedFinding, DerivedResult, Finding, LevelFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { UNTOLD } from '../time.ts'

const round = (value: number, digits: number): number => Number(value.toPrecision(digits))
const isPlain = ({ fact }: Finding): boolean => fact.status === 'actual'
const numberOf = (figure: Fact['value']): number | undefined =>
  typeof figure === 'number' ? figure : undefined

/** 'A 6% rise to Rmb460bn' implies about Rmb426bn before. Only for changes that say, or let it be understood, that they are against the period before. */
function previous(change: ChangeFinding): DerivedResult | null {
  const { by, to, from, fact } = change
  if (
    !by ||
    !to ||
    from ||
    by.kind !== 'percent' ||
    to.kind !== 'money' ||
    by.high !== undefined ||
    to.high !== undefined ||
    // 'Less than in 2020': before is not the period before
    /^compared with (?!a year earlier)/.test(change.comparison)
  )
    return null
  if (by.exactness !== 'exactly' || to.value <= 0 || by.value < 1 || by.value >= 100) return null
  const factor = fact.direction === 'up' ? 1 + by.value / 100 : 1 - by.value / 100
  return { type: 'previous', change, value: round(to.value / factor, 3) }
}

/** From one figure to another: how many times as much, or by what percentage. */
function compared(change: ChangeFinding, fromPhrase: string): DerivedResult | null {
  const { from, to, by, subject, fact } = change
  if (!from || !to || by?.kind === 'percent' || from.high !== undefined || to.high !== undefined) return null
  if (!/^(?:money|count)$/.test(to.kind) || from.value <= 0 || to.value <= 0) return null
  const ratio = to.value / from.value
  const toPhrase = change.when.phrase
  if (ratio >= 1.9)
    return {
      type: 'multiple',
      subject,
      later: change,
      value: round(ratio, 2),
      from,
      to,
      fromPhrase,
      toPhrase,
    }
  const percent = Math.abs(ratio - 1) * 100
  if (percent < 0.5) return null
  return {
    type: 'percent',
    subject,
    value: percent >= 10 ? Math.round(percent) : round(percent, 2),
    from,
    to,
    fromPhrase,
    toPhrase,
    direction: fact.direction ?? 'up',
  }
}

/** The end figure of a level or change. */
const amountOf = (finding: LevelFinding | ChangeFinding) =>
  finding.family === 'level' ? finding.quantity : finding.to

const SALES = /\b(?:revenue|revenues|sales|turnover)\b/

/** One division's sales as a share of the whole company's, where both are stated for the same period. */
function shares(
  findings: readonly (LevelFinding | ChangeFinding)[],
): { result: DerivedResult; inputs: Finding[] }[] {
  const wholes = findings.filter(({ subject }) =>
    /^(?:total\s)?(?:revenue|revenues|sales|turnover)$/.test(subject.measure),
  )
  return wholes.flatMap((whole) => {
    const total = amountOf(whole)
    if (!total || total.kind !== 'money') return []
    return findings.flatMap((part) => {
      const amount = amountOf(part)
      if (
        part === whole ||
        !amount ||
        amount.unit !== total.unit ||
        part.subject.owner !== whole.subject.owner
      )
        return []
      if (part.subject.measure === whole.subject.measure || !SALES.test(part.subject.measure)) return []
      if (
        amount.value >= total.value * 0.95 ||
        amount.value <= 0 ||
        part.fact.period !== whole.fact.period ||
        !whole.fact.period
      )
        return []
      const value = (amount.value / total.value) * 100
      if (value < 2) return []
      return [
        {
          result: {
            type: 'share' as const,
            part: part.subject,
            whole: whole.subject,
            value: Math.round(value),
            partQuantity: amount,
            wholeQuantity: total,
          },
          inputs: [part, whole],
        },
      ]
    })
  })
}

interface Described {
  readonly subject: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly period?: string
}

const DESCRIBE: {
  readonly [T in DerivedResult['type']]: (
    result: Extract<DerivedResult, { type: T }>,
    text: string,
  ) => Described
} = {
  previous: ({ change, value }) => ({
    subject: change.fact.subject,
    measure: `${change.subject.measure}, implied level before the change`,
    value,
    unit: change.to?.unit ?? '',
  }),
  multiple: ({ subject, value }) => ({
    subject: subject.owner ?? subject.text,
    measure: `${subject.measure}, times the earlier level`,
    value,
    unit: 'x',
  }),
  percent: ({ subject, value }) => ({
    subject: subject.owner ?? subject.text,
    measure: `${subject.measure}, change worked out`,
    value,
    unit: '%',
  }),
  share: ({ part, whole, value }) => ({
    subject: part.owner ?? part.text,
    measure: `${part.measure} as a share of ${whole.measure}`,
    value,
    unit: '%',
  }),
}

const describe = (result: DerivedResult): Described =>
  (DESCRIBE[result.type] as (result: DerivedResult, text: string) => Described)(result, '')

function derivedFinding(
  text: string,
  result: DerivedResult,
  inputs: readonly Finding[],
): DerivedFinding | null {
  const [first] = inputs
  if (!first) return null
  const { subject, measure, value, unit } = describe(result)
  const period = first.when.phrase
  const fact = factOf({
    family: 'derived',
    subject,
    measure,
    value,
    unit,
    ...(period ? { period } : {}),
    status: 'actual',
    exactness: 'about',
    evidence: evidenceOf(
      text,
      inputs.flatMap((input) => input.fact.evidence),
    ),
  })
  return { family: 'derived', fact, marked: first.marked, when: first.when ?? UNTOLD, inputs, result }
}

/** Figures that follow from stated ones: what a change implies for the level before, how many times as much, what share of the whole. */
export function findDerived(text: string, findings: readonly Finding[]): DerivedFinding[] {
  const measured = findings.filter(
    (finding): finding is LevelFinding | ChangeFinding =>
      (finding.family === 'level' || finding.family === 'change') &&
      isPlain(finding) &&
      finding.subject.isAnchored,
  )
  const changes = measured.filter((finding): finding is ChangeFinding => finding.family === 'change')
  const results = [
    ...changes.flatMap((change) => {
      const result = previous(change) ?? compared(change, '')
      return result ? [{ result, inputs: [change] as Finding[] }] : []
    }),
    ...shares(measured.filter(({ fact }) => numberOf(fact.value) !== undefined)),
  ]
  return results.flatMap(({ result, inputs }) => derivedFinding(text, result, inputs) ?? [])
}
