import type { Quantity } from '../quantities/quantity.ts'
import { figuresIn } from './checker/figures-in.ts'

/** What may stand around the figure of an option: its modifiers, 'a share', a full stop. */
const AROUND =
  /^(?:[\s.,]|\b(?:a|an|per|each|by|to|of)\b|\b(?:share|year|month|week|day|hour|barrel|tonne|ton|ounce)\b)*$/i

const BARE = /^(?!\d{4}$)(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)$/i

/** The one figure that a short text says ('about Rmb61.5bn', '348 aircraft'), or null where it says none, several, or something besides. A bare number counts something; four digits are a year. */
export function readFigure(text: string): Quantity | null {
  const [figure, ...others] = figuresIn(BARE.test(text) ? `${text} items` : text)
  if (!figure || others.length > 0) return null
  if (BARE.test(text)) return { ...figure, unit: '', end: text.length }
  const end = figure.alternative ? figure.alternative.end : figure.end
  const rest = `${text.slice(0, figure.outerStart)} ${text.slice(end).replace(/^\)/, '')}`
  return AROUND.test(rest) ? figure : null
}
