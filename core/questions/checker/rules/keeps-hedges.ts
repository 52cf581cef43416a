import { isInside, overlapsAny } from '../../../article/span.ts'
import { isClausal, type Status } from '../../../facts/fact.ts'
import type { Exactness } from '../../../quantities/quantity.ts'
import { KINDS } from '../../question.ts'
import { amountOf, isSame } from '../amount.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { standsIn } from '../words.ts'

const EXPECTING =
  /\b(?:expect|forecast|guid|project|predict|estimat|anticipat|outlook|aim|target|plan|intend|hope|see|likely|set to|due to|would|will|could|may|might|should|believ|think|thought|reckon|warn|say|said|suggest|according to)/i

/** Words that keep a status, one of which the question has to use. */
const STATUS_WORDS: { readonly [S in Status]: RegExp | null } = {
  actual: null,
  revised: null,
  guidance: EXPECTING,
  forecast: EXPECTING,
  estimate: EXPECTING,
  hedged:
    /\b(?:could|may|might|would|about|around|nearly|almost|roughly|approximately|suggest|appear|seem|likely|possibl|potential|reported|believ|think|thought|alleg|claim|expect|estimat|consider|said|say|according to|rumou?r|feared?|hop)/i,
  conditional: /\b(?:if|would|could|unless|should|provided|subject to|depend|may|might)/i,
  planned:
    /\b(?:plan|will|would|intend|aim|set to|due to|expect|want|seek|prepar|agree|propos|schedul|pledg|promis|commit|going to|announc|next|target|hop|is to|are to|was to|were to)/i,
  proposed:
    /\b(?:propos|offer|would|bid|seek|plan|suggest|recommend|want|could|call for|called for|demand|ask|will)/i,
  denied: /\b(?:den(?:y|ie)|reject|refus|dismiss|disput|rul)/i,
}

const ABOVE =
  /\b(?:over|more than|above|exceed|at least|upwards of|greater than|no less|in excess|beyond|top|surpass|minimum|excess)|\bor more\b|\bpass/i
const BELOW =
  /\b(?:under|less than|below|fewer than|at most|up to|no more than|almost|nearly|as (?:much|many) as|maximum|close to|just under|or less)/i

/** Words that keep how exact a figure is. */
const EXACTNESS_WORDS: { readonly [E in Exactness]: RegExp | null } = {
  exactly: null,
  between: null,
  about:
    /\b(?:about|around|approximat|roughly|some|nearly|almost|close to|circa|or so|estimat|approx|just (?:over|under))|~/i,
  'more-than': ABOVE,
  'at-least': ABOVE,
  'less-than': BELOW,
  'at-most': BELOW,
  'up-to': BELOW,
  nearly: BELOW,
}

function lostHedge({ question, facts, trueText }: Sight): string | null {
  for (const { status } of facts) {
    const words = STATUS_WORDS[status]
    if (words && !words.test(`${question.stem} ${trueText}`))
      return `The article states it as ${status}; the question states it as plain fact.`
  }
  return null
}

/** The passages may give one figure several times; one plain mention is enough to ask it plainly. */
function lostModifier({ question, key, stated, trueText }: Sight): string | null {
  const asked = key && key.amounts.length > 0 ? key.amounts : null
  if (!asked) return null
  const mentions = stated.filter((quantity) => asked.some((amount) => isSame(amount, amountOf(quantity))))
  if (mentions.length === 0 || mentions.some(({ exactness }) => EXACTNESS_WORDS[exactness] === null))
    return null
  const said = `${question.stem} ${trueText} ${key?.text ?? ''}`
  const isKept = mentions.some(({ exactness }) => EXACTNESS_WORDS[exactness]?.test(said))
  const [first] = mentions
  return isKept || !first
    ? null
    : `The article says '${first.exactness.replace('-', ' ')}' of ${key?.text ?? 'the figure'}; the question leaves it out.`
}

const SAYS =
  /\b(?:said|says|added|adds|noted|notes|argued|argues|claimed|claims|believes?|warned|warns|told|suggested|suggests|thinks|according to)\b/i

/** What somebody said of something that is no figure is told as said: an opinion is not the article's. */
function lostSpeaker({ question, facts, reading, trueText, key }: Sight): string | null {
  if (!facts.some(isClausal) || SAYS.test(question.stem)) return null
  for (const sentence of reading.sentences) {
    if (!overlapsAny(sentence, question.evidence)) continue
    const says = SAYS.exec(reading.text.slice(sentence.start, sentence.end))
    const at = says ? sentence.start + says.index : -1
    if (says && /^(?:\w+, )?(?:he|she)\b/i.test(reading.text.slice(sentence.start, at))) {
      return 'Somebody says so in the article; the question tells it as plain fact.'
    }
    const speaker =
      says &&
      reading.names.find((name) => name.sort === 'person' && isInside(name, sentence) && name.start < at)
    if (speaker && !standsIn(speaker.text, `${trueText} ${key?.text ?? ''}`)) {
      return `It is ${speaker.canonical} who says so; the question tells it as plain fact.`
    }
  }
  return null
}

export const keepsHedges: Rule = {
  number: 4,
  title: "Attribution and hedges are kept ('analysts expect', 'about', 'could').",
  kinds: KINDS,
  check: (sight) => lostHedge(sight) ?? lostModifier(sight) ?? lostSpeaker(sight),
}
