import type { Rule } from '../rule.ts'
import { wordsOf } from '../words.ts'

const MOST_WORDS = 30
const NEEDS_OPTIONS =
  /\bof (?:the following|these|those)\b|\bfollowing (?:is|are|was|were|statements?|options?|companies|figures?)\b|\bwhich (?:option|statement|answer)\b|\b(?:listed|shown|given) below\b/i
/** What a multiple response has to say. */
const HOW_MANY = /\b(?:two|three|four) of (?:the following|these|those)\b/i
const ASKS =
  /\b(?:what|which|who|whom|whose|how|when|where|why|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may)\b/i

/** A preposition or article whose noun is lost: 'earnings during drop'. */
const BROKEN =
  /\b(?:during|of|with|than) (?:rise|fall|drop|climb|grow|increase|decrease|decline|jump|soar|surge|slump|plunge|slip|gain|lose|shed|reach|widen|narrow|was|were|did)\b|\b(?:the|an?|its|their) (?:was|were|did|grew|fell|rose)\b/i
const PAST_OF_THE_FUTURE = /\bdid\b(?: \S+){1,20} (?:over|in|for|during) the next\b/i

export const stemIsAQuestion: Rule = {
  number: 17,
  title:
    "The question ends with '?', has at most 30 words and can be answered without looking at the options.",
  kinds: ['choice', 'multiple-response', 'number', 'estimate'],
  check: ({ question: { kind, stem } }) => {
    if (!stem.trim().endsWith('?')) return "The question does not end with '?'."
    if (!ASKS.test(stem)) return 'It is not put as a question.'
    const { length } = wordsOf(stem)
    if (length > MOST_WORDS) return `The question has ${length} words; 30 are the most.`
    const broken = BROKEN.exec(stem) ?? PAST_OF_THE_FUTURE.exec(stem)
    if (broken) return `'${broken[0]}' is no sound English.`
    const found = NEEDS_OPTIONS.exec(kind === 'multiple-response' ? stem.replace(HOW_MANY, '') : stem)
    return found ? `'${found[0]}' can only be answered by looking at the options.` : null
  },
}
