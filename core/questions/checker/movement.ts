import { remember } from '../../remember.ts'

/** Which way a measure went. */
export type Way = 'up' | 'down'

/** Words that say of a measure which way it went, and nothing else. */
const MOVES: { readonly [W in Way]: RegExp } = {
  up: /\b(?:rises?|rose|risen|rising|grows?|grew|grown|growing|growth|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|gain(?:s|ed|ing)?|widen(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|expand(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?)\b/i,
  down: /\b(?:falls?|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|slid(?:e|es|ing)?|shrinks?|shrank|shrunk|shrinking|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|dip(?:s|ped|ping)?|narrow(?:s|ed|ing)?|halv(?:e|es|ed|ing)|shed|slip(?:s|ped|ping)?|sank|sinks?|sinking|sunk|weaken(?:s|ed|ing)?|contracted|slow(?:s|ed|ing)|cuts?|cutting|reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing))\b/i,
}

/** Words that may say so: a passage with one of them is not contradicted. */
const MAY_MOVE: { readonly [W in Way]: RegExp } = {
  up: /\b(?:up|higher|more|above|over|add|ahead|better|improv|advanc|boost|record|gr[eo]w|ris|increas|expan|rais|lift|upward|recover|rebound|exten|build|deep|swell|bigger|larger|extra|doubl|tripl|multipl|jump|soar|surg|climb|gain|widen|accelerat|strengthen|rose)/i,
  down: /\b(?:down|lower|less|fewer|below|under|behind|los[est]|worse|cut|reduc|contract|trim|slash|eas|slow|shr|smaller|narrow|halv|fall|fell|drop|declin|decreas|slump|slid|slip|plung|tumbl|dip|shed|sank|sink|sunk|weak|cool|retreat|minus|negative|off)/i,
}

const OTHER: { readonly [W in Way]: Way } = { up: 'down', down: 'up' }

/** The one way in which a text says something moved; null where it says neither or both. */
export const wayOf: (text: string) => Way | null = remember((text) => {
  const [up, down] = [MOVES.up.test(text), MOVES.down.test(text)]
  if (up === down) return null
  return up ? 'up' : 'down'
})

/** Whether a text speaks of a movement the other way, and of none this way. */
export const saysOtherWay = (text: string, way: Way): boolean =>
  MOVES[OTHER[way]].test(text) && !MAY_MOVE[way].test(text)

/** The way of a word or two that say nothing but a movement ('rose', 'has fallen'); null for anything else. */
export const wayOfMove = (text: string): Way | null => {
  const words = text.split(' ').filter((word) => !/^(?:has|have|had|was|is|it|they|a|an|by|to)$/i.test(word))
  return words.length === 1 ? wayOf(words[0] ?? '') : null
}
