import type { Quantity } from '../quantities/quantity.ts'
import { figuresIn } from './checker/figures-in.ts'

/** What may stand around the figure of an option: its modifiers, 'a share', a full stop. */
const AROUND =
  /^(?:[\s.,]|\b(?:a|an|per|each|by|to|of)\b|\b(?:share|year|month|week|day|hour|barrel|tonne|ton|ounce|passenger|customer|person|head|worker|user|car|mile|kilometre)\b)*$/i

/** A fraction by itself ('a third', 'about half') is one of something. */
const FRACTION =
  /^(?:(?:about|nearly|almost|over|more than|less than) )?(?:half|one-half|(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?))$/i

/** The noun behind a figure whose unit nobody knows: '84bn kroner', '14.2 terawatt-hours'. */
const UNKNOWN_UNIT = /^-?[a-z]{3,}$/

/** A bound behind its figure: '9% or more', '50 or fewer'. */
const BOUND_BEHIND =
  / (?:or (?:less|fewer|lower|under)|(or (?:more|higher|over|above)|and (?:more|over|above|up)))$/i

const BARE = /^(?!\d{4}$)(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)$/i

/** The one figure that a short text says ('about Rmb61.5bn', '348 aircraft'), or null where it says none, several, or something besides. A bare number counts something; four digits are a year. */
export function readFigure(text: string): Quantity | null {
  const bound = BOUND_BEHIND.exec(text)
  if (bound) {
    const figure = readFigure(text.slice(0, bound.index))
    return figure && { ...figure, exactness: bound[1] === undefined ? 'at-most' : 'at-least' }
  }
  const isFraction = FRACTION.test(text)
  const isBare = !isFraction && BARE.test(text)
  const [figure, ...others] = figuresIn(isFraction ? `${text} of it` : isBare ? `${text} items` : text)
  if (!figure || others.length > 0) return null
  if (isFraction) return { ...figure, end: text.length }
  if (isBare) return { ...figure, unit: '', end: text.length }
  const end = figure.alternative ? figure.alternative.end : figure.end
  const rest = `${text.slice(0, figure.outerStart)} ${text.slice(end).replace(/^\)/, '')}`
  if (AROUND.test(rest)) return figure
  const noun = figure.outerStart === 0 ? UNKNOWN_UNIT.exec(rest.trimStart()) : null
  return noun && (figure.unit === '' || noun[0].startsWith('-'))
    ? { ...figure, unit: `${figure.unit}${noun[0].trim()}`, end: text.length }
    : null
}
