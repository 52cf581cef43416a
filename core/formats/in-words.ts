import { oneLine } from '../questions/written.ts'
import type { Carried } from './bank.ts'
import type { Loss } from './format.ts'

/** What formats of other programs have no place for, put into words and read out of them again. */

const OPENING = 'From the article: “'
const CLOSING = '”'

/** What is told of a question as a whole: why the key is right, and below it the passages. */
export const tellWhole = ({ says, passages }: Pick<Carried, 'says' | 'passages'>): string =>
  [
    ...(says.explanation === '' ? [] : [says.explanation]),
    ...passages.map((quote) => `${OPENING}${oneLine(quote)}${CLOSING}`),
  ].join('\n')

/** The explanation and the passages in what is told of a question as a whole. */
export function readWhole(text: string): {
  readonly explanation: string
  readonly passages: readonly string[]
} {
  const [told, quotes]: [string[], string[]] = [[], []]
  for (const line of text.split('\n').map((each) => each.trim()))
    if (line.startsWith(OPENING) && line.endsWith(CLOSING))
      quotes.push(line.slice(OPENING.length, -CLOSING.length))
    else told.push(line)
  return { explanation: told.join(' ').trim(), passages: quotes }
}

const UNIT = 'answer in: '

/** The question with its unit, for programs that have no place for one. */
export const withUnit = (stem: string, unit: string): string =>
  unit === '' ? stem : `${stem} (${UNIT}${unit})`

/** A question and the unit that `withUnit` gave it; '' where there is none. */
export function readUnit(text: string): { readonly stem: string; readonly unit: string } {
  const at = text.lastIndexOf(` (${UNIT}`)
  if (at < 0 || !text.endsWith(')')) return { stem: text, unit: '' }
  return { stem: text.slice(0, at), unit: text.slice(at + UNIT.length + 2, -1) }
}

interface Scale {
  readonly low: number
  readonly high: number
}

/** The question with the ends of its scale. */
export const withScale = (stem: string, { low, high, unit }: Scale & { readonly unit: string }): string =>
  withUnit(`${stem} (from ${low} to ${high})`, unit)

/** A question and what `withScale` gave it; null where there is no scale. */
export function readScale(text: string): (Scale & { readonly stem: string; readonly unit: string }) | null {
  const { stem, unit } = readUnit(text)
  const at = stem.lastIndexOf(' (from ')
  const [low = NaN, high = NaN, ...more] =
    at < 0
      ? []
      : stem
          .slice(at + 7, -1)
          .split(' to ')
          .map(Number)
  if (!stem.endsWith(')') || more.length > 0 || !Number.isFinite(low + high)) return null
  return { stem: stem.slice(0, at), low, high, unit }
}

/** How an estimate is marked where only steps can be said: so many per cent of the mark within so much of the figure. An estimate never earns less so than here, and up to a quarter of the mark more. */
export const stepsOf = ({
  answer,
  tolerance,
}: {
  readonly answer: number
  readonly tolerance: number
}): { readonly percent: number; readonly within: number }[] =>
  [100, 75, 50, 25].map((percent) => ({
    percent,
    within: Number((tolerance + ((100 - percent) / 100) * 0.25 * Math.abs(answer)).toPrecision(12)),
  }))

/** A number in digits alone, without an exponent. */
export function inDigits(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = mantissa.replace('-', '').split('.')
  const shift = Number(exponent)
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${whole}${part}`
    : `${sign}${whole}${part.padEnd(shift, '0')}`
}

/** What most programs make less of. */
export const CLOZE_LOSS: Loss = {
  what: 'meaning',
  says: 'Other programs compare the answer letter by letter: accents and punctuation count there.',
}
export const SCALE_LOSS: Loss = {
  what: 'meaning',
  says: 'There is no scale: the estimate is typed as a number, and its mark falls in four steps instead of a line.',
}
export const REASONS_LOSS: Loss = {
  what: 'reasons',
  says: 'The reasons beside its parts are left out: there is no place for them.',
}
