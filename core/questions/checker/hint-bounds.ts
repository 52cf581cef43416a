import { type Amount, amount, amountOf } from './amount.ts'
import { figuresIn } from './figures-in.ts'

const BARE = /(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)*(?![\p{L}\p{N}])/gu

/** Every figure that a hint says, those without a unit too. */
export function hintAmounts(hint: string): Amount[] {
  const figures = figuresIn(hint)
  const rest = figures.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), hint)
  const bare = (rest.match(BARE) ?? []).map((digits) => amount(Number(digits.replaceAll(',', '')), ''))
  return [...figures.map(amountOf), ...bare]
}

const LEAST =
  /\b(?:(?:more|larger|greater|higher|bigger|faster|further) than|above|over|beyond|exceeds?|exceeded|at least|no less than)\s*$/i
const MOST =
  /\b(?:(?:less|fewer|smaller|lower|slower) than|below|under|short of|at most|up to|no more than|nearly|almost)\s*$/i

/** How many digits before the point a hint says a figure has. */
const DIGITS: readonly (readonly [RegExp, digits: number])[] = [
  [/\b(?:single|one)[- ]digit\b/i, 1],
  [/\b(?:double|two)[- ]digits?\b/i, 2],
  [/\b(?:triple|three)[- ]digits?\b/i, 3],
]

const digitsOf = (value: number): number => String(Math.floor(Math.abs(value))).length

/** Whether an option that says these amounts can be struck out by whoever reads the hint and nothing else: by a bound, or by the number of digits. */
export function rulesOut(hint: string, amounts: readonly Amount[]): boolean {
  if (amounts.length === 0) return false
  const isOut = (test: (option: Amount) => boolean): boolean => !amounts.some(test)
  for (const figure of figuresIn(hint)) {
    const { value, high, sort } = amountOf(figure)
    if (!amounts.some((option) => option.sort === sort)) continue
    const before = hint.slice(0, figure.start)
    const least = high !== undefined || LEAST.test(before) ? value : Number.NEGATIVE_INFINITY
    const most = high ?? (MOST.test(before) ? value : Number.POSITIVE_INFINITY)
    if (isOut((option) => option.value >= least && option.value <= most)) return true
  }
  return DIGITS.some(([said, digits]) => said.test(hint) && isOut(({ value }) => digitsOf(value) === digits))
}
