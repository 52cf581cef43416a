import type { Rule } from '../rule.ts'
import { wordsOf } from '../words.ts'

const MOST_WORDS = 30
const NEEDS_OPTIONS =
  /\bof (?:the following|these|those)\b|\bfollowing (?:is|are|was|were|statements?|options?|companies|figures?)\b|\bwhich (?:option|statement|answer)\b|\b(?:listed|shown|given) below\b|\b(?:correct|right|best) (?:answer|option|choice)\b|\bwhich (?:one )?is (?:correct|right|true)\b/i
/** What a multiple response has to say. */
const HOW_MANY = /\b(?:two|three|four) of (?:the following|these|those)\b/i
const ASKS =
  /\b(?:what|which|who|whom|whose|how|when|where|why|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may)\b/i

/** A preposition or article whose noun is lost: 'earnings during drop'. */
const BROKEN =
  /\b(?:during|of|with|than) (?:rise|fall|drop|climb|grow|increase|decrease|decline|jump|soar|surge|slump|plunge|slip|gain|lose|shed|reach|widen|narrow|was|were|did)\b|\b(?:the|an?|its|their) (?:was|were|did|grew|fell|rose)\b/i
const PAST_OF_THE_FUTURE = /\bdid\b(?: \S+){1,20} (?:over|in|for|during) the next\b/i

/** Past forms that are no participles, so that none can follow 'did' in its own clause. */
const PAST = new Set([
  'rose',
  'fell',
  'grew',
  'went',
  'was',
  'were',
  'took',
  'gave',
  'began',
  'sank',
  'shrank',
  'saw',
  'did',
])
/** Words that open a clause of its own behind 'did'. */
const NEW_CLAUSE = new Set(
  'that which who when after as before while where because if say said than by until since and but how what'.split(
    ' ',
  ),
)
const MAY_BE_DOUBLED = new Set(['had', 'that'])

/** 'did revenue rose', 'the the'. */
function slipIn(stem: string): string | null {
  const words = stem.replace(/[?.]/g, '').split(' ')
  const twice = words.findIndex(
    (word, at) =>
      at > 0 &&
      word.length > 1 &&
      word.toLowerCase() === words[at - 1]?.toLowerCase() &&
      !MAY_BE_DOUBLED.has(word),
  )
  if (twice > 0) return `${words[twice - 1]} ${words[twice]}`
  const did = words.findIndex((word) => /^did$/i.test(word))
  if (did < 0) return null
  const ends = words.findIndex((word, at) => at > did && (NEW_CLAUSE.has(word) || /[,;:]$/.test(word)))
  const clause = words.slice(did, ends < 0 ? undefined : ends)
  const past = clause.findIndex((word, at) => at > 1 && PAST.has(word))
  return past < 0 ? null : clause.slice(0, past + 1).join(' ')
}

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
    if (/\?\s+\p{Lu}/u.test(stem)) return 'There are two questions in one.'
    const broken = BROKEN.exec(stem)?.[0] ?? PAST_OF_THE_FUTURE.exec(stem)?.[0] ?? slipIn(stem)
    if (broken != null) return `'${broken}' is no sound English.`
    const found = NEEDS_OPTIONS.exec(kind === 'multiple-response' ? stem.replace(HOW_MANY, '') : stem)
    return found ? `'${found[0]}' can only be answered by looking at the options.` : null
  },
}
