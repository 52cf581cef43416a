import type { Reading } from '../../article/reading.ts'
import { isKnownNoun } from '../../lexicon.ts'
import { wordSet } from '../../word-set.ts'
import { type Marked, posAt, wordAt } from './marked.ts'
import { APOSTROPHES, POSSESSIVES, SUBORDINATORS } from './words.ts'

/** Whether the token opens a dependent clause; 'such as', 'as well as' and 'more than 40' do not. */
export function subordinates(marked: Marked, i: number): boolean {
  const text = wordAt(marked, i)
  if (!SUBORDINATORS.has(text)) return false
  if (text === 'as')
    return !(
      wordAt(marked, i - 1) === 'such' ||
      (/^(?:well|many|much)$/.test(wordAt(marked, i + 1)) && wordAt(marked, i + 2) === 'as') ||
      (/^(?:well|many|much)$/.test(wordAt(marked, i - 1)) && wordAt(marked, i - 2) === 'as')
    )
  return !(text === 'than' && marked.quantities[i + 1] !== undefined)
}

/** Parts of speech that can head a noun phrase. */
export const NOUN_LIKE = wordSet('NOUN PROPN NUM PRON SYM')

const SUBJECT_PREPOSITIONS = wordSet(
  'during of in from for to at on with between among across per against under within about excluding including into over by',
)

/** Whether the token can stand in a noun phrase, seen from its right end. */
export function isNominal(marked: Marked, i: number): boolean {
  if (marked.names[i] || marked.quantities[i] || marked.periods[i]) return true
  const text = wordAt(marked, i)
  if (subordinates(marked, i)) return false
  if (text === 'as' || text === 'than' || (text === 'well' && wordAt(marked, i + 1) === 'as')) return true
  const tag = posAt(marked, i)
  if (NOUN_LIKE.has(tag) || tag === 'DET' || tag === 'ADJ') return true
  if (APOSTROPHES.has(text) || text === '%') return true
  if (tag === 'ADP' || text === 'including' || text === 'excluding') return SUBJECT_PREPOSITIONS.has(text)
  if (tag === 'ADV')
    return (
      isReduced(marked, i + 1) ||
      isDescribing(marked, i + 1) ||
      // 'the world's second biggest economy'
      (/^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(text) &&
        (/est$/.test(wordAt(marked, i + 1)) || wordAt(marked, i + 1) === 'most')) ||
      /^(?:more|most|less|least|about|nearly|almost|around|roughly|only|just|some|very|highly|newly|once|up|first)$/.test(
        text,
      )
    )
  if (text === '-' || text === '/' || text === '&') {
    const before = marked.tokens[i - 1]
    const token = marked.tokens[i]
    return text === '&' || before?.end === token?.start
  }
  if (tag === 'VERB') return isDescribing(marked, i) || isReduced(marked, i) || isPurpose(marked, i)
  if (tag === 'PART' && text === 'to') return isPurpose(marked, i + 1)
  return false
}

const AFTER_PARTICIPLE = /^(?:by|in|on|at|for|from|to|with|under|as|of|during|into|between)$/

/** 'roads affected by new building', 'goods seized at the border', 'a chest holding old coins': a participle that belongs to the noun before it. */
function isReduced(marked: Marked, i: number): boolean {
  if (posAt(marked, i) !== 'VERB') return false
  // 'the cost of moving the pensions'
  if (posAt(marked, i - 1) === 'ADP' && /ing$/.test(wordAt(marked, i)))
    return /^(?:DET|NOUN|ADJ|PROPN|NUM|PRON)$/.test(posAt(marked, i + 1))
  const isBehindNoun = /^(?:NOUN|PROPN|ADV)$/.test(posAt(marked, i - 1)) || marked.names[i - 1] !== undefined
  if (!isBehindNoun) return false
  const word = wordAt(marked, i)
  if (/(?:ed|en|wn|ilt|eld|ade)$/.test(word)) return AFTER_PARTICIPLE.test(wordAt(marked, i + 1))
  return /ing$/.test(word) && /^(?:DET|NOUN|ADJ|PROPN|NUM|PRON)$/.test(posAt(marked, i + 1))
}

const PURPOSES =
  /^(?:decision|plan|plans|bid|attempt|attempts|move|proposal|effort|efforts|right|deal|agreement|need|pledge|offer|agreement|pressure|request|refusal|failure)$/

/** 'the decision to raise rates': an infinitive that belongs to the noun before it. */
const isPurpose = (marked: Marked, i: number): boolean =>
  posAt(marked, i) === 'VERB' && wordAt(marked, i - 1) === 'to' && PURPOSES.test(wordAt(marked, i - 2))

/** A participle that describes the noun behind it: 'rising sales', 'a planned merger', 'US-listed shares'. */
export function isDescribing(marked: Marked, i: number): boolean {
  const text = wordAt(marked, i)
  if (!/(?:ing|ed|en|wn)$/.test(text)) return false
  const before = wordAt(marked, i - 1)
  const tag = posAt(marked, i - 1)
  const isOpen =
    tag === 'DET' ||
    tag === 'ADJ' ||
    tag === 'ADP' ||
    (tag === 'ADV' && /ly$/.test(before)) ||
    before === '-' ||
    before === 'or' ||
    APOSTROPHES.has(before) ||
    POSSESSIVES.has(before)
  const next = posAt(marked, i + 1)
  return (
    (isOpen || /ing$/.test(text)) &&
    (next === 'NOUN' || next === 'ADJ' || next === 'PROPN' || marked.tokens[i + 1]?.text === '-')
  )
}

/** 'Investors had', 'Economists believe', 'Deposit insurance': a word that opens its sentence and is taken for a name only because of that. */
export function opensAsName(
  { lexicon }: Pick<Reading, 'lexicon'>,
  { tokens, names }: Marked,
  i: number,
): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]]
  const isPartOfName = names[i] !== undefined && (names[i]?.sort !== 'other' || names[i + 1] === names[i])
  if (!token || i > 0 || isPartOfName || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) return false
  if (next?.pos === 'NOUN' && isKnownNoun(lexicon, token.lower)) return true
  return (
    /[^s]s$/.test(token.lower) &&
    (/^(?:had|have|are|were)$/.test(next?.lower ?? '') || (next?.pos === 'VERB' && !/s$/.test(next.lower)))
  )
}
