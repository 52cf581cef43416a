import type { Exactness, Quantity } from '../../../quantities/quantity.ts'
import { figuresIn } from '../figures-in.ts'
import type { Rule } from '../rule.ts'

interface Reach {
  readonly text: string
  readonly low: number
  readonly high: number
  readonly unit: string
}

const OPEN_ABOVE = new Set<Exactness>(['more-than', 'at-least'])
const OPEN_BELOW = new Set<Exactness>(['less-than', 'at-most', 'up-to'])

/** Words and marks that make more of a figure than itself. */
const MAY_REACH =
  /\b(?:more|over|above|less|fewer|under|below|least|most|up|to|between|and|from|than|exceeding|beyond)\b|[-–+<>~]/i

/** All that an option claims: 'more than 5%' reaches from 5 up. */
function reachOf(text: string, { value, high, unit, exactness }: Quantity): Reach {
  if (high !== undefined) return { text, low: value, high, unit }
  if (OPEN_ABOVE.has(exactness)) return { text, low: value, high: Number.POSITIVE_INFINITY, unit }
  if (OPEN_BELOW.has(exactness)) return { text, low: Number.NEGATIVE_INFINITY, high: value, unit }
  return { text, low: value, high: value, unit }
}

export const noOverlap: Rule = {
  number: 18,
  title: 'Ranges among the options do not overlap.',
  kinds: ['choice', 'multiple-response'],
  check: ({ keys, wrong }) => {
    const reaches = [...wrong, ...keys].flatMap(({ text, amounts, figure }) => {
      const quantity = amounts.length > 0 && MAY_REACH.test(text) ? figuresIn(text)[0] : figure
      return quantity
        ? [reachOf(text, MAY_REACH.test(text) ? quantity : { ...quantity, exactness: 'exactly' })]
        : []
    })
    for (const [index, a] of reaches.entries()) {
      for (const b of reaches.slice(index + 1)) {
        if (a.unit !== b.unit || (a.low === a.high && b.low === b.high)) continue
        if (a.low < b.high && b.low < a.high) return `'${a.text}' and '${b.text}' overlap.`
      }
    }
    return null
  },
}
