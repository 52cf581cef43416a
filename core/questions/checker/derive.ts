import { type Amount, isSameRounded } from './amount.ts'

/** A way to work a figure out of two stated ones; null where it makes no sense for them. */
type Computation = (a: Amount, b: Amount) => { readonly value: number; readonly sort: string } | null

const isMoneyOrCount = ({ sort }: Amount): boolean =>
  sort !== '%' && sort !== 'pp' && sort !== 'bp' && sort !== 'x'
const sameSort = (a: Amount, b: Amount): boolean => a.sort === b.sort

/** The computations a derived fact may rest on. */
const COMPUTATIONS: Readonly<Record<string, Computation>> = {
  difference: (a, b) =>
    sameSort(a, b) ? { value: Math.abs(a.value - b.value), sort: a.sort === '%' ? 'pp' : a.sort } : null,
  sum: (a, b) => (sameSort(a, b) && isMoneyOrCount(a) ? { value: a.value + b.value, sort: a.sort } : null),
  ratio: (a, b) => (sameSort(a, b) && b.value !== 0 ? { value: a.value / b.value, sort: 'x' } : null),
  share: (a, b) =>
    sameSort(a, b) && isMoneyOrCount(a) && b.value !== 0
      ? { value: (100 * a.value) / b.value, sort: '%' }
      : null,
  growth: (a, b) =>
    sameSort(a, b) && isMoneyOrCount(a) && b.value !== 0
      ? { value: (100 * (a.value - b.value)) / b.value, sort: '%' }
      : null,
  'before a rise': (a, b) =>
    isMoneyOrCount(a) && b.sort === '%' ? { value: a.value / (1 + b.value / 100), sort: a.sort } : null,
  'before a fall': (a, b) =>
    isMoneyOrCount(a) && b.sort === '%' && b.value < 100
      ? { value: a.value / (1 - b.value / 100), sort: a.sort }
      : null,
  'part of': (a, b) =>
    isMoneyOrCount(a) && b.sort === '%' ? { value: (a.value * b.value) / 100, sort: a.sort } : null,
  'per one': (a, b) =>
    !sameSort(a, b) && isMoneyOrCount(a) && b.sort === 'count' && b.value !== 0
      ? { value: a.value / b.value, sort: a.sort }
      : null,
}

/** How `key` follows from two of the stated amounts, rounded as it is shown; null where it does not. */
export function derivationOf(key: Amount, stated: readonly Amount[]): string | null {
  for (const a of stated) {
    for (const b of stated) {
      if (a === b) continue
      for (const [name, compute] of Object.entries(COMPUTATIONS)) {
        const result = compute(a, b)
        if (result && isSameRounded(key, { ...result, slack: 0 })) return name
      }
    }
  }
  return null
}
