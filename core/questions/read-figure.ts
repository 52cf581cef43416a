import { findQuantities } from '../quantities/find-quantities.ts'
import type { Quantity } from '../quantities/quantity.ts'

/** What may stand around the figure of an option: its modifiers, 'a share', a full stop. */
const AROUND =
  /^(?:[\s.,]|\b(?:a|an|per|each|by|to|of)\b|\b(?:share|year|month|week|day|hour|barrel|tonne|ton|ounce)\b)*$/i

/** The one figure that a short text says ('about Rmb72.5bn', '348 aircraft'), or null where it says none, several, or something besides. */
export function readFigure(text: string): Quantity | null {
  const [figure, ...others] = findQuantities(text)
  if (!figure || others.length > 0) return null
  const end = figure.alternative ? figure.alternative.end : figure.end
  const rest = `${text.slice(0, figure.outerStart)} ${text.slice(end).replace(/^\)/, '')}`
  return AROUND.test(rest) ? figure : null
}
