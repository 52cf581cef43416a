import type { Fact } from '../../../facts/fact.ts'
import { isToldByReport } from '../../../periods/by-report.ts'
import { KINDS, type Kind, type Question } from '../../question.ts'
import { headlineIn, withoutReport } from '../../report.ts'
import { dangling, isTold } from '../dangling.ts'
import { lacksOfWhat } from '../of-what.ts'
import { mentionsIn } from '../parties.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { contentWords, plainWords, rootOf, rootsOf, standsIn } from '../words.ts'

const ABOUT_THE_TEXT =
  /\b(?:according to|in|from|mentioned in|stated in|per|of|does) (?:the|this) (?:text|story|report above|piece|author|news)\b|\b(?:the|this) (?:passage|article|excerpt|paragraph)\b(?! \d)|\bthe author\b(?! of\b)|\bmentioned above\b/i
const DEICTIC =
  /\b(?:this|last|next|past|current) (?:week|month|quarter|half|year|summer|winter|spring|autumn|fall|morning|decade|January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:today|yesterday|tomorrow|tonight|now|currently|recently|lately|nowadays|ago|so far|to date|later this|earlier this)\b|\bsame (?:period|quarter|half|month|time|year|day|week)\b|\b(?:since|by|until|before|from) then\b/i
const RELATIVE =
  /\b(?:(?:the|a) (?:previous|prior|preceding|following) (?:year|quarter|half|month|week|day)|(?:a|one) (?:year|quarter|month) (?:earlier|before|later)|(?:the )?year[- ](?:earlier|ago|before))\b/i
/** 'In the quarter' names none; 'in the quarter to June' does. */
const BARE_PERIOD =
  /\b(?:in|during|for|over|by|within) the (?:quarter|half|month|week|period|year|day)\b(?! (?:of|to|end|from|that|before|after|when|in which|which|until|\d)\w*)/i
const WEEKDAY = /\b(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
const LEANING =
  /(?<!but )\balso\b|\b(?:meanwhile|however|moreover|furthermore|nevertheless|nonetheless|therefore|thus|in turn|in addition|as a result(?! of\b)|for example|for instance|instead|in contrast(?! (?:to|with)\b)|by contrast|by comparison|likewise|similarly|respectively|too\.|as well\.)/i
const QUOTED = /[“"][^“”"_]*[”"]/g
const YEAR = /\b(?:1[5-9]|20)\d\d(?:s|[-/]\d\d)?\b/
/** 'The effect was to leave ...': a noun by itself that opens what is said. */
const OPENS_WITH =
  /^(?:According to [^,]+, )?[Tt]he (\p{Ll}+) (?:is|are|was|were|has|have|had|will|would|could|may|might|can|does|did|also|still|comes|came|falls|fell|rose|means|meant|gives|gave|makes|made|takes|took|left|helps|follows|\p{Ll}{2,}ed) /u
/** Of which there is one, whatever was said before. */
const ONE_OF_A_KIND =
  /^(?:econom(?:y|ies)|governments?|dollar|euro|pound|yen|yuan|roubles?|rupees?|franc|real|peso|won|lira|baht|rupiah|ringgit|rand|world|internet|public|markets?|weather|press|media|police|army|unemployed|poor|rich|majority|figures?|stock|tsunami|sun|web)$/

/** What opens as if it had been told of before, and neither a headline nor anything else tells of it. */
function openingUntold({ question: { stem }, asked }: Sight): string | null {
  const noun = OPENS_WITH.exec(asked)?.[1]
  if (noun === undefined || ONE_OF_A_KIND.test(noun)) return null
  return isTold(noun, headlineIn(stem)) ? null : `'The ${noun}' opens as if it had been told of before.`
}

/** Kinds that show what 'these' points at. */
const SHOWS_PARTS: ReadonlySet<Kind> = new Set<Kind>(['multiple-response', 'ordering', 'matching'])

const withoutParts = ({ kind, stem }: Question): string =>
  SHOWS_PARTS.has(kind) ? stem.replace(/\bthese\b/, 'the') : stem

function hanging({ stem, needsArticle }: Question): string | null {
  const leaning = LEANING.exec(/[“"]/.test(stem) ? stem.replace(QUOTED, ' ') : stem)
  if (leaning) return `'${leaning[0]}' leans on something said before.`
  const text = ABOUT_THE_TEXT.exec(stem)
  if (text) return `'${text[0]}' speaks of the text instead of the matter.`
  const deictic = DEICTIC.exec(stem) ?? WEEKDAY.exec(stem)
  if (deictic && !(YEAR.test(stem) && WEEKDAY.test(deictic[0])))
    return `'${deictic[0]}' cannot be placed without the article's date.`
  if (isToldByReport(stem) && headlineIn(stem) === '') return "'The report' is not named."
  const bare = BARE_PERIOD.exec(stem)
  if (bare) return `'${bare[0]}' does not say which.`
  const part = lacksOfWhat(withoutReport(stem), headlineIn(stem))
  if (part !== null) return `'${part}' does not say of what.`
  const relative = RELATIVE.exec(stem)
  return relative && !YEAR.test(stem) && !needsArticle
    ? `'${relative[0]}' is relative to a time that is not named.`
    : null
}

/** A question that leaves its article has to say of which time it speaks, unless time is what it asks for. */
function timeless({ question, key, trueText, facts }: Sight): string | null {
  if (question.needsArticle || YEAR.test(question.stem)) return null
  const asksTime = key?.date != null || (key !== null && YEAR.test(key.text))
  if (asksTime || (question.kind === 'true-false' && YEAR.test(trueText))) return null
  // What a word means, it means at any time.
  if (facts.some(({ family }) => family === 'term')) return null
  return 'The question names no absolute period and yet is meant to be asked apart from its article.'
}

/** A name, figure or date behind the first word of a stem. */
const ANCHOR = /[^“"‘'(]\p{Lu}|\d/u

/** 'The company that has been faced with falling profits is ___': where a name is asked for, something has to tell of what. */
function anywhere({ question: { stem, needsArticle }, key }: Sight): string | null {
  const asksName = key !== null && key.amounts.length === 0 && key.date === null && /^\p{Lu}/u.test(key.text)
  return asksName && needsArticle && !ANCHOR.test(stem.replace('_____', ''))
    ? 'Nothing in the question tells of what it speaks.'
    : null
}

/** The last words of something that was cut off before its end: 'will operate as a separate', 'and said', 'while 1,200'. */
const CUT_OFF =
  /(?:\b(?:and|but|or|nor|only|as|an?|the|its|their|of|than|that|which|who|because|if|whether|while|although|despite)|\b(?:and|which|who|that) (?:said|says|added)|\bwhile [\d.,]+(?: and [\d.,]+)?|\bas (?:long|soon|far)|\b(?:but|and) (?:only|also|then))(?:[.?”’]+|, as reported)/i
/** An article and an adjective that have lost their noun. */
const LOST_NOUN =
  /\b(?<!\bas )(?:an?|the) (?:separate|new|single|similar|different|large|small|big|major|minor|further|wide|broad|long|short|strong|weak|high|low|whole|key|main|full|own|first|second|third|last|next)[.?]$/i

/** What ends before it has said all. */
function cutOff({ question: { kind, stem }, asked }: Sight): string | null {
  if (SHOWS_PARTS.has(kind)) return null
  const found =
    CUT_OFF.exec(stem.endsWith('?') ? stem.replace(/ is that\?$/, '?') : asked) ?? LOST_NOUN.exec(asked)
  return found && !/^[“"‘]/.test(found[0]) ? `'${found[0].trim()}' is where it breaks off.` : null
}

const PERSONAL = /\b(?:he|him|his|she|her|hers)\b/

/** 'His' where only a company has been named. */
function nobody({ question: { stem }, reading, index }: Sight): string | null {
  const pronoun = PERSONAL.exec(stem)
  if (!pronoun) return null
  const before = stem.slice(0, pronoun.index)
  if (/\b(?:who|whose|whom|man|woman|which [a-z]+)\b/i.test(before)) return null
  const named = mentionsIn(before, reading)
  // A name of several words may be a person's, whatever the article makes of it.
  const isPerson = named.some(
    ({ name }) => name.includes(' ') || index.names.inFull.get(name)?.[0]?.sort === 'person',
  )
  return named.length > 0 && !isPerson ? `'${pronoun[0]}' has nobody to refer to.` : null
}

/** Whether one of the texts has a word of this one in it, in any form; or there is none to have. */
function shares(text: string, said: readonly string[]): boolean {
  const wanted = rootsOf(text)
  return wanted.length === 0 || said.some((each) => rootsOf(each).some((root) => wanted.includes(root)))
}

/** Words of a measure that may be left out without asking for another one. */
const LIGHT = new Set(
  ['total', 'overall', 'annual', 'yearly', 'quarterly', 'reported', 'group', 'own', 'main', 'new'].map(
    rootOf,
  ),
)

/** A word of the measure that makes another one of it: cargo revenue is not revenue. */
function lostWord({ measure = '', subject }: Fact, said: readonly string[]): string | undefined {
  const known = new Set(said.flatMap(rootsOf))
  const owner = rootsOf(subject)
  return contentWords(measure).find((word) => {
    const root = rootOf(word)
    return !/\d/.test(word) && !known.has(root) && !owner.includes(root) && !LIGHT.has(root)
  })
}

/** What the fact is about has to be in the question, or be what is asked for. */
function nameless({ trueText, key, question, facts, index }: Sight): string | null {
  const [fact] = facts
  if (!fact || facts.length > 1) return null
  const isMeasured = fact.family === 'level' || fact.family === 'change'
  // Nobody said that the question is about this happening.
  if (!isMeasured && question.facts.length === 0) return null
  const said = [trueText, key?.text ?? '']
  const isNamed =
    shares(fact.subject, said) ||
    (index.names.inFull.get(plainWords(fact.subject)) ?? []).some(({ text }) =>
      standsIn(text, said.join(' ')),
    )
  if (!isNamed) return `The question does not name its subject (${fact.subject}).`
  const unit = question.kind === 'number' ? [question.unit] : []
  const lost = isMeasured ? lostWord(fact, [...said, ...unit]) : undefined
  return lost === undefined
    ? null
    : `The question does not say what is measured (${fact.measure}; '${lost}' is left out).`
}

export const standsAlone: Rule = {
  number: 3,
  title: 'The question names subject, measure and period, and can be read by itself.',
  kinds: KINDS,
  check: (sight) =>
    hanging(sight.question) ??
    (dangling(withoutParts(sight.question)) || null) ??
    nobody(sight) ??
    timeless(sight) ??
    openingUntold(sight) ??
    anywhere(sight) ??
    cutOff(sight) ??
    nameless(sight),
}
