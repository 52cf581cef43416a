import type { Quantity } from './quantity.ts'

const BETWEEN =
  /^(?:[^.;:!?]|[.:](?=\d)){0,40}?\bto\s(?:around|about|nearly|almost|over|just|only|as\s\w+\sas|some|a\srecord)?\s?$/
const FROM = /\bfrom\s(?:up\sto\s|about\s|around\s|nearly\s|just\s|over\s|roughly\s)?$/

/** The quantities as NewsQuant counts them: the two ends of a movement ('from 21 mpg to 23') are one range, its ends in ascending order. Facts keep them apart. */
export function joinMovements(text: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = []
  for (const quantity of quantities) {
    const before = joined.at(-1)
    if (before && isMovement(text, before, quantity)) {
      const [value, high] =
        before.value < quantity.value ? [before.value, quantity.value] : [quantity.value, before.value]
      const unit = quantity.unit || before.unit
      const { alternative: _one, ...rest } = before
      joined[joined.length - 1] = { ...rest, end: quantity.end, value, high, unit }
    } else joined.push(quantity)
  }
  return joined
}

function isMovement(text: string, a: Quantity, b: Quantity): boolean {
  if (a.high !== undefined || b.high !== undefined || a.value === b.value || b.start - a.end > 50)
    return false
  if (a.unit !== b.unit && a.unit !== '' && b.unit !== '') return false
  const led = text.slice(Math.max(0, a.outerStart - 24), a.start)
  return FROM.test(led) && BETWEEN.test(text.slice(a.end, b.start))
}
