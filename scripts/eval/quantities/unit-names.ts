import { singularOf } from '../../../core/quantities/singular.ts'

/** The benchmark's names for what the house writes short. */
const NAMES: Readonly<Record<string, string>> = {
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

/** One name for a unit however the house or the benchmark writes it: no 'per', house spelling, singular. */
export function unitName(unit: string): string {
  const said = (NAMES[unit] ?? unit)
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
