/** Scores findQuantities against a file in NewsQuant's form: `node --import tsx scripts/eval/newsquant.ts FILE [--errors]`. Evaluation only; the file is not part of the project. */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { findQuantities } from '../../core/quantities/find-quantities.ts'
import { joinMovements } from '../../core/quantities/join-movements.ts'
import { singularOf } from '../../core/quantities/singular.ts'

interface Gold {
  readonly change: string
  readonly value: string
  readonly unit: string
  readonly normalized_unit: string
}
interface Row {
  readonly text: string
  readonly quantities: readonly Gold[]
}
interface Predicted {
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly change: string
}

const CURRENCY: Readonly<Record<string, string>> = {
  USD: 'dollar',
  'USD cent': 'cent',
  GBP: 'pound sterling',
  'GBP penny': 'p',
  EUR: 'euro',
  JPY: 'japanese yen',
  CNY: 'yuan',
  AUD: 'australian dollar',
  CAD: 'canadian dollar',
  HKD: 'hong kong dollar',
  ILS: 'shekel',
  DKK: 'danish krone',
  MYR: 'malaysian ringgit',
  'MYR sen': 'sen',
  '%': 'percentage',
  pp: 'percentage point',
  bp: 'basis point',
  x: 'count',
}

/** One unit for comparing: no 'per', house spelling, singular head. */
function canonical(unit: string): string {
  const said = (CURRENCY[unit] ?? unit)
    .toLowerCase()
    .replace(/^degree (?=celsius|fahrenheit)/, '')
    .replace(/ per .*$/, '')
    .replace('united states dollar', 'dollar')
    .replace('pound-mass', 'pound')
    .replace('-', ' ')
    .trim()
  if (said.startsWith('%') || said === 'fraction') return 'fraction'
  return said.split(' ').map(singularOf).join(' ')
}

function goldRange(value: string): [number, number?] {
  const range = /^(-?\d[\d.]*(?:E-?\d+)?)\s*-\s*(-?\d[\d.]*)$/.exec(value)
  return range ? [Number(range[1]), Number(range[2])] : [Number(value)]
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))

function sameValue({ value, high }: Predicted, gold: Gold): boolean {
  const [a, b] = goldRange(gold.value)
  if (b === undefined) return high === undefined && isNear(value, a)
  return high !== undefined && isNear(value, Math.min(a, b)) && isNear(high, Math.max(a, b))
}

function sameUnit(predicted: Predicted, gold: Gold): boolean {
  if (gold.unit === '-') return predicted.unit === ''
  const unit = canonical(predicted.unit)
  const names = [canonical(gold.unit), canonical(gold.normalized_unit)]
  return names.includes(unit)
}

const sameChange = (predicted: Predicted, gold: Gold): boolean => predicted.change === gold.change

function predict(text: string): Predicted[] {
  return joinMovements(text, findQuantities(text)).flatMap(({ value, high, unit, change, alternative }) => {
    const main = { value, ...(high === undefined ? {} : { high }), unit, change }
    if (!alternative) return [main]
    const { value: v, high: h, unit: u } = alternative
    return [main, { value: v, ...(h === undefined ? {} : { high: h }), unit: u, change }]
  })
}

const MEASURES = {
  values: () => true,
  'value+unit': sameUnit,
  'value+change': sameChange,
} as const

const [file, flag] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Which file? newsquant.ts FILE [--errors]\n')
  process.exit(2)
}
const rows: Row[] = JSON.parse(readFileSync(file, 'utf8'))
for (const [name, agrees] of Object.entries(MEASURES)) {
  let [hits, predicted, gold] = [0, 0, 0]
  for (const row of rows) {
    const found = predict(row.text)
    const open = [...row.quantities]
    const wrong: Predicted[] = []
    for (const one of found) {
      const fits = open.findIndex((candidate) => sameValue(one, candidate) && agrees(one, candidate))
      if (fits < 0) wrong.push(one)
      else open.splice(fits, 1)
    }
    hits += found.length - wrong.length
    predicted += found.length
    gold += row.quantities.length
    if (flag === `--errors=${name}` && (wrong.length > 0 || open.length > 0)) {
      const say = (one: { value: number | string; high?: number; unit: string; change: string }): string =>
        `${one.change}${one.value}${one.high === undefined ? '' : `..${one.high}`} ${one.unit}`
      process.stdout.write(
        `${row.text}\n    extra:  ${wrong.map(say).join(' | ')}\n    missed: ${open.map((one) => `${say(one)} {${one.normalized_unit}}`).join(' | ')}\n`,
      )
    }
  }
  const precision = hits / predicted
  const recall = hits / gold
  const f1 = (2 * precision * recall) / (precision + recall)
  const percent = (share: number): string => (100 * share).toFixed(1)
  process.stdout.write(
    `${name.padEnd(14)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  (${hits}/${predicted}/${gold})\n`,
  )
}
