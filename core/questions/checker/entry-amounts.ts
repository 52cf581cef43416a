import { entryUnitOf } from '../../learning/number-entry.ts'
import { type Amount, amount } from './amount.ts'

const SORTS = { percent: '%', points: 'pp', 'basis-points': 'bp', multiple: 'x' } as const
const CENT_CURRENCIES = ['USD', 'EUR', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'ZAR']

/** What a number means when it answers in a unit such as 'billion yuan (Rmb bn)'; several readings where a word fits several currencies ('dollars', 'cents'). */
export function entryAmounts(value: number, unit: string): Amount[] {
  const { scale, measure, currencies, words } = entryUnitOf(unit)
  const slack = 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0)
  if (words.has('cent')) return CENT_CURRENCIES.map((code) => amount(value / 100, code, slack / 100))
  if (words.has('pence') || words.has('penny')) return [amount(value / 100, 'GBP', slack / 100)]
  if (measure === 'money') return currencies.map((code) => amount(value * scale, code, slack * scale))
  const sort = measure === 'plain' ? undefined : SORTS[measure]
  return [amount(value * scale, sort ?? 'count', slack * scale)]
}
