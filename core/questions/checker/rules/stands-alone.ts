import { remember } from '../../../remember.ts'
import { KINDS, type Kind, type Question } from '../../question.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { plainWords, rootsOf, standsIn } from '../words.ts'

const PRONOUN = /\b(?:he|she|it|they|him|his|her|hers|its|their|theirs|them|we|our|us|I|my)\b/
const ABOUT_THE_TEXT =
  /\b(?:according to|in|from|mentioned in|stated in|per|of|does) (?:the|this) (?:passage|article|text|story|report above|piece|author)\b|\bthe (?:passage|author)\b|\bmentioned above\b/i
const DEICTIC =
  /\b(?:this|last|next|past|current) (?:week|month|quarter|year|summer|winter|spring|autumn|fall|morning|decade)\b|\b(?:today|yesterday|tomorrow|tonight|now|currently|recently|nowadays|ago|so far|to date|later this|earlier this)\b|\bsame (?:period|quarter|month|time)\b/i
const RELATIVE =
  /\b(?:(?:the|a) (?:previous|prior|preceding|following) (?:year|quarter|month|week)|(?:a|one) (?:year|quarter|month) (?:earlier|before|later)|(?:the )?year[- ](?:earlier|ago|before))\b/i
const WEEKDAY = /\b(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
const THE_ONE =
  /\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:[A-Za-z-]+ ){0,2}?(?:company|companies|firms?|groups?|banks?|business|carmaker|airline|carrier|retailer|chipmaker|giant|agency|lender|maker|manufacturer|planemaker|drugmaker|conglomerate|start-?up|organi[sz]ation|watchdog|regulator|plaintiffs?|executive|boss|analysts?|deal|figures?|move|decision|announcement|surge|agreement|pair|two sides|latter|former)\b(?! (?:of|that|which|behind|between|for|with|to|led|by|at|in|on|from)\b)/u
const LEANING =
  /(?<!but )\balso\b|\b(?:meanwhile|however|moreover|furthermore|nevertheless|nonetheless|therefore|thus|in turn|in addition|as a result|for example|for instance|instead|likewise|similarly|respectively|too\.|as well\.)/i
const QUOTED = /[“"][^“”"_]*[”"]/g
const DEMONSTRATIVE = /\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)\b(?! as\b)/
const YEAR = /\b(?:1[5-9]|20)\d\d(?:s|[-/]\d\d)?\b/
const OPENING_NAME = /\p{Lu}[\p{L}\p{N}]+/u

/** Whether something the words at `at` can refer to is named before them: a name, or the 'which company' that is asked for. */
function hasAntecedent(stem: string, at: number): boolean {
  const before = stem
    .slice(0, at)
    .replace(/^["'“‘]?\p{Lu}[\p{L}’']*/u, (first) =>
      /^(?:What|Which|Who|Whose|How|By|In|On|At|When|Where|Why|The|A|An|To|For|From|As|Over|During|After|Under|Between|Of|And|With|Since|Until)$/.test(
        first,
      )
        ? first.toLowerCase()
        : first,
    )
  return OPENING_NAME.test(before) || /\b(?:which [\p{L}]+|who|whose)\b/u.test(before)
}

function danglingIn(stem: string): string | null {
  const pronoun = PRONOUN.exec(stem)
  if (pronoun && !hasAntecedent(stem, pronoun.index)) return `'${pronoun[0]}' has nothing to refer to.`
  const vague = THE_ONE.exec(stem)
  if (vague && !hasAntecedent(stem, vague.index)) return `'${vague[0]}' does not say which one.`
  const demonstrative = DEMONSTRATIVE.exec(stem)
  return demonstrative ? `'${demonstrative[0]}' points at something outside the question.` : null
}

/** Kinds that show what 'these' points at. */
const SHOWS_PARTS: ReadonlySet<Kind> = new Set<Kind>(['multiple-response', 'ordering', 'matching'])

const withoutParts = ({ kind, stem }: Question): string =>
  SHOWS_PARTS.has(kind) ? stem.replace(/\bthese\b/, 'the') : stem

/** The stem of a question comes by in two kinds; each is read once. '' where nothing dangles. */
const dangling = remember((stem: string): string => danglingIn(stem) ?? '')

function hanging({ stem, needsArticle }: Question): string | null {
  const leaning = LEANING.exec(/[“"]/.test(stem) ? stem.replace(QUOTED, ' ') : stem)
  if (leaning) return `'${leaning[0]}' leans on something said before.`
  const text = ABOUT_THE_TEXT.exec(stem)
  if (text) return `'${text[0]}' speaks of the text instead of the matter.`
  const deictic = DEICTIC.exec(stem) ?? WEEKDAY.exec(stem)
  if (deictic && !(YEAR.test(stem) && WEEKDAY.test(deictic[0])))
    return `'${deictic[0]}' cannot be placed without the article's date.`
  const relative = RELATIVE.exec(stem)
  return relative && !YEAR.test(stem) && !needsArticle
    ? `'${relative[0]}' is relative to a time that is not named.`
    : null
}

/** A question that leaves its article has to say of which time it speaks, unless time is what it asks for. */
function timeless({ question, key, trueText, facts }: Sight): string | null {
  if (question.needsArticle || YEAR.test(question.stem)) return null
  const asksTime = key?.date != null || (key !== null && YEAR.test(key.text))
  if (asksTime) return null
  if (question.kind === 'true-false' && YEAR.test(trueText)) return null
  return facts.some(({ family }) => family !== 'term')
    ? 'The question names no absolute period and yet is meant to be asked apart from its article.'
    : null
}

/** Whether one of the texts has a word of this one in it, in any form; or there is none to have. */
function shares(text: string, said: readonly string[]): boolean {
  const wanted = rootsOf(text)
  return wanted.length === 0 || said.some((each) => rootsOf(each).some((root) => wanted.includes(root)))
}

/** What the fact is about has to be in the question, or be what is asked for. */
function nameless({ trueText, key, question, facts, index }: Sight): string | null {
  const [fact] = facts
  if (!fact || facts.length > 1) return null
  const said = [trueText, key?.text ?? '']
  const isNamed =
    shares(fact.subject, said) ||
    (index.names.inFull.get(plainWords(fact.subject)) ?? []).some(({ text }) =>
      standsIn(text, said.join(' ')),
    )
  if (!isNamed) return `The question does not name its subject (${fact.subject}).`
  const isMeasured = fact.family === 'level' || fact.family === 'change'
  const unit = question.kind === 'number' ? [question.unit] : []
  return isMeasured && fact.measure !== undefined && !shares(fact.measure, [...said, ...unit])
    ? `The question does not say what is measured (${fact.measure}).`
    : null
}

export const standsAlone: Rule = {
  number: 3,
  title: 'The question names subject, measure and period, and can be read by itself.',
  kinds: KINDS,
  check: (sight) =>
    hanging(sight.question) ??
    (dangling(withoutParts(sight.question)) || null) ??
    timeless(sight) ??
    nameless(sight),
}
