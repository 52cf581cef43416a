import { quantile } from '../../scripts/eval/figures.ts'

/** What came of one fault. */
export interface Came {
  /** How many: '200 people, 200 kills, 51,204 answers in 480 s'. */
  readonly did: string
  /** Acknowledged, and not there afterwards as it was sent. */
  readonly lost: number
  /** There more often than it was sent, or counted more often. */
  readonly doubled: number
  /** What somebody would have read on the screen. */
  readonly errors: readonly string[]
  /** Whatever else did not hold, a sentence each. */
  readonly wrong: readonly string[]
  /** How long each request took, in milliseconds, where that is asked. */
  readonly times?: readonly number[]
}

/** What came of a fault of which little more is known. */
export const came = (told: Pick<Came, 'did'> & Partial<Came>): Came => ({
  ...{ lost: 0, doubled: 0, errors: [], wrong: [] },
  ...told,
})

/** How often, how many and how long a fault is tried. */
export type Sizes = Readonly<Record<string, number>>

/** Sizes as they are in full, or as words such as `kills=5` have them. */
export function sized<Size extends Sizes>(full: Size, words: readonly string[]): Size {
  const said = words.map((word) => word.split('=')).filter(([name = '']) => Object.hasOwn(full, name))
  return { ...full, ...Object.fromEntries(said.map(([name, value]) => [name, Number(value)])) }
}

/** Whether a fault was survived. */
export const hasPassed = ({ lost, doubled, errors, wrong }: Came): boolean =>
  lost === 0 && doubled === 0 && errors.length === 0 && wrong.length === 0

/** Half, 95 and 99 of a hundred requests took at most so many milliseconds. */
export function sayTimes(times: readonly number[] | undefined): string {
  if (!times || times.length === 0) return ''
  return [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(0)).join(' / ')
}

/** A whole number as it is read: 30,000. */
export const many = (count: number): string => count.toLocaleString('en-GB')
