/** A number in digits, read. */
export interface Digits {
  readonly value: number
  /** Digits behind the point. */
  readonly decimals: number
  /** Whether they were written in groups ('2,500'). */
  readonly grouped: boolean
}

const WHOLE = /^\d{1,15}$/
const GROUPED = /^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?$/
const INDIAN = /^\d{1,2}(?:,\d{2}){1,5},\d{3}(?:\.\d{1,6})?$/
const PLAIN = /^\d{1,15}(?:\.\d{1,10})?$/
const DOTTED = /^\d{1,3}(?:\.\d{3}){2,5}$/

/** The value of digits with separators; null where the writing is not a known one ('1,8923', '1.2.3', '7,5', '007'). */
export function readDigits(text: string): Digits | null {
  if (text.length > 30) return null
  if (WHOLE.test(text))
    return text.length > 1 && text.startsWith('0')
      ? null
      : { value: Number(text), decimals: 0, grouped: false }
  const grouped = GROUPED.test(text) || INDIAN.test(text)
  if (!grouped && DOTTED.test(text)) {
    return { value: Number(text.replaceAll('.', '')), decimals: 0, grouped: true }
  }
  if (!grouped && !PLAIN.test(text)) return null
  const digits = grouped ? text.replaceAll(',', '') : text
  if (/^0\d/.test(digits)) return null
  const point = digits.indexOf('.')
  return { value: Number(digits), decimals: point < 0 ? 0 : digits.length - point - 1, grouped }
}
