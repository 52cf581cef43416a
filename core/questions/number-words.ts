const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A whole number from 0 to 99 in words, or null outside that. */
export function sayInWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 99) return null
  if (value < 20) return SMALL[value] ?? null
  const ten = TENS[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? ten : `${ten}-${SMALL[value % 10]}`
}
