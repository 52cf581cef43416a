import { capital } from '../language/capital.ts'
import type { FigureKey } from './ask.ts'
import { sayInWords } from './number-words.ts'

const NUMERAL = /\d[\d,]*(?:\.\d+)?/g

/** The number people would type for a figure, in its own scale: 61.5 for Rmb61.5bn. */
export const entryValue = (key: FigureKey): number =>
  Number((key.value / key.scale).toFixed(Math.max(key.decimals, 0)))

/** The smallest step of a figure's last digit that is not a trailing zero, in its own scale: 0.1 for 61.5, 10 for 280. */
export function stepOf(key: FigureKey): number {
  const shown = entryValue(key)
  let step = 10 ** -key.decimals
  while (
    shown !== 0 &&
    step * 10 <= Math.abs(shown) &&
    Math.abs(Math.round(shown / (step * 10)) * step * 10 - shown) < step / 2
  ) {
    step *= 10
  }
  return step
}

/** Digits in threes, '12400.5' as '12,400.5'. */
function grouped(number: string): string {
  if (number.startsWith('-')) return `-${grouped(number.slice(1))}`
  const [whole = '', fraction] = number.split('.')
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end))
  return fraction === undefined ? groups.join(',') : `${groups.join(',')}.${fraction}`
}

/** Another figure in the key's own style ('Rmb61.5bn' and 58.2e9 give 'Rmb58.2bn'), or null where its text holds no single number to replace. */
export function restyle(key: FigureKey, value: number): string | null {
  const numerals = key.text.match(NUMERAL)
  if (numerals?.length === 1) {
    const original = numerals[0]
    const isGrouped = original.includes(',') || (original.split('.')[0] ?? '').length < 4
    // 'minus 0.1%' says its sign in a word
    const isBelow = key.value < 0
    if (isBelow !== value < 0) return null
    const number = Math.abs(value / key.scale).toFixed(key.decimals)
    return key.text.replace(original, isGrouped ? grouped(number) : number)
  }
  if (numerals) return null
  const words = sayInWords(entryValue(key))
  const other = sayInWords(Math.round(value / key.scale))
  if (!words || !other || other === 'one' || other === 'zero') return null
  const at = key.text.toLowerCase().indexOf(words)
  if (at < 0) return null
  const isCapital = /\p{Lu}/u.test(key.text.charAt(at))
  const said = isCapital ? capital(other) : other
  return key.text.slice(0, at) + said + key.text.slice(at + words.length)
}

const LONG: Readonly<Record<string, string>> = {
  bn: 'billion',
  tn: 'trillion',
  m: 'million',
  mn: 'million',
  b: 'billion',
}

/** A figure without the currency before it: '61.5bn'. */
const bare = (text: string): string => text.replace(/^[^\d-]+/, '')

/** The usual other writings of a figure, for whoever types it. */
export function writingsOf(key: FigureKey): string[] {
  const number = String(entryValue(key))
  const unit = key.entryUnit.replace(/\([^()]*\)/g, '').trim()
  const spelledOut = key.text.replace(/(?<=\d) ?(bn|tn|mn|m|b)\b/, (_, scale: string) => ` ${LONG[scale]}`)
  const withUnit = unit === '' ? number : `${number} ${unit}`
  const writings =
    key.unit === '%'
      ? [number, `${number}%`, `${number} percent`, `${number} per cent`]
      : [spelledOut, withUnit, ...(key.scale === 1 ? [number] : [bare(key.text), bare(spelledOut)])]
  return [...new Set(writings)].filter((text) => text !== key.text)
}
