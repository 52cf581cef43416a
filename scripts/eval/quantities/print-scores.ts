import { columns, held } from '../figures.ts'
import {
  type Gold,
  MEASURES,
  type Measure,
  type MeasureDefinition,
  match,
  type Predicted,
  predict,
  type Row,
  type Score,
  scoreOf,
} from './newsquant.ts'
import { UNIT_GROUPS } from './unit-groups.ts'

const percent = (share: number): string => (100 * share).toFixed(1)

const cells = ({ precision, recall, f1, hits, predicted, gold }: Score): string[] => [
  percent(precision),
  percent(recall),
  percent(f1),
  `${hits}/${predicted}/${gold}`,
]

const names = Object.keys(MEASURES) as Measure[]

/** Every measure of a file and, where it is to be cut into folds, of each of them: sentence 1 goes to the first, 2 to the second and so on. */
export function printScores(rows: readonly Row[], folds: number): string[] {
  const read = rows.map(({ text, quantities }) => ({ predicted: predict(text), quantities }))
  const scored = (name: Measure, some: typeof read): Score =>
    scoreOf(some.map(({ predicted, quantities }) => match(predicted, quantities, name)))
  const whole = names.map((name) => ({ name, score: scored(name, read) }))
  const parts =
    folds === 1 ? [] : Array.from({ length: folds }, (_, fold) => read.filter((_, at) => at % folds === fold))
  const left = UNIT_GROUPS.filter(({ isBusiness }) => !isBusiness)
  return [
    ...columns([
      ['', 'P', 'R', 'F1', 'hits/read/there'],
      ...whole.map(({ name, score }) => [name, ...cells(score)]),
      ...parts.flatMap((part, fold) =>
        names.map((name) => [`${name}, fold ${fold + 1}`, ...cells(scored(name, part))]),
      ),
    ]),
    '',
    ...whole.flatMap(({ name, score }) => {
      const { wanted }: MeasureDefinition = MEASURES[name]
      return wanted === undefined
        ? []
        : [held(100 * score.f1 >= wanted, `${name}: F1 ${percent(score.f1)} (${wanted.toFixed(1)} wanted)`)]
    }),
    `value+unit-business leaves out ${left.map(({ name }) => name).join('; ')} (unit-groups.ts has the names and reasons).`,
  ]
}

const sayRead = ({ change, value, high, unit }: Predicted): string =>
  `${change}${value}${high === undefined ? '' : `..${high}`} ${unit}`

const sayGold = ({ change, value, unit, normalized_unit }: Gold): string =>
  `${change}${value} ${unit} {${normalized_unit}}`

/** The sentences that one measure finds something wrong in. */
export const printErrors = (rows: readonly Row[], measure: Measure): string[] =>
  rows.flatMap(({ text, quantities }) => {
    const { wrong, missed } = match(predict(text), quantities, measure)
    if (wrong.length + missed.length === 0) return []
    return [
      text,
      `    extra:  ${wrong.map(sayRead).join(' | ')}`,
      `    missed: ${missed.map(sayGold).join(' | ')}`,
    ]
  })
