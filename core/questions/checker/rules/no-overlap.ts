import type { Exactness } from '../../../quantities/quantity.ts'
import { readFigure } from '../../read-figure.ts'
import { amountOf } from '../amount.ts'
import type { Saying } from '../article-index.ts'
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
function reachOf({ text, figure }: Saying): Reach[] {
  const quantity = MAY_REACH.test(text)
    ? readFigure(text)
    : figure && { ...figure, exactness: 'exactly' as const }
  if (!quantity) return []
  const { value, high, sort } = amountOf(quantity)
  const noun = sort === 'count' ? quantity.unit : sort
  if (high !== undefined) return [{ text, low: value, high, unit: noun }]
  const low = OPEN_BELOW.has(quantity.exactness) ? Number.NEGATIVE_INFINITY : value
  return [
    { text, low, high: OPEN_ABOVE.has(quantity.exactness) ? Number.POSITIVE_INFINITY : value, unit: noun },
  ]
}

export const noOverlap: Rule = {
  number: 18,
  title: 'Ranges among the options do not overlap.',
  kinds: ['choice', 'multiple-response'],
  check: ({ keys, wrong }) => {
    const reaches = [...wrong, ...keys].flatMap(reachOf)
    for (const [index, a] of reaches.entries()) {
      for (const b of reaches.slice(index + 1)) {
        if (a.unit !== b.unit || (a.low === a.high && b.low === b.high)) continue
        if (a.low < b.high && b.low < a.high) return `'${a.text}' and '${b.text}' overlap.`
      }
    }
    return null
  },
}
