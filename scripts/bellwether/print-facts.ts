import type { Fact } from '#core'
import { type Paint, wrap } from './paint.ts'
import { sayFigure } from './say-figure.ts'

type Figure = NonNullable<Fact['value']>

const figure = (value: Figure, unit = ''): string =>
  typeof value === 'number' ? sayFigure(value, undefined, unit) : sayFigure(value[0], value[1], unit)

/** What the fact says, in a line. */
function sayFact(fact: Fact): string {
  const {
    subject,
    measure,
    object,
    value,
    unit,
    direction,
    by,
    by_unit,
    from,
    to,
    period,
    status,
    exactness,
  } = fact
  const parts = [
    [subject, measure, object].filter((part) => part !== undefined && part !== '').join(' · '),
    direction ?? '',
    by === undefined ? '' : `by ${figure(by, by_unit)}`,
    from === undefined ? '' : `from ${figure(from, unit)}`,
    to === undefined ? '' : `to ${figure(to, unit)}`,
    to === undefined && value !== undefined ? `= ${figure(value, unit)}` : '',
    period === undefined ? '' : `(${period})`,
    exactness === undefined || exactness === 'exactly' ? '' : `[${exactness}]`,
    status === 'actual' ? '' : `[${status}]`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Each fact with its family before it and its passages below. */
export function printFacts({ facts }: { readonly facts: readonly Fact[] }, paint: Paint): string[] {
  if (facts.length === 0) return [paint.dim('  No facts found.')]
  const column = Math.max(...facts.map(({ family }) => family.length)) + 2
  return facts.flatMap((fact) => {
    const [head = '', ...rest] = wrap(sayFact(fact), column + 2, paint.width)
    return [
      `  ${paint.accent(fact.family.padEnd(column))}${paint.bold(head.trimStart())}`,
      ...rest.map((line) => paint.bold(line)),
      ...passages(fact, column + 2, paint),
      '',
    ]
  })
}

const passages = ({ evidence }: Fact, indent: number, paint: Paint): string[] =>
  evidence.flatMap(({ quote }) => wrap(`“${quote}”`, indent, paint.width).map((line) => paint.dim(line)))
