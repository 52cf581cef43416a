import { isInside, overlapsAny } from '../../../article/span.ts'
import { isClausal, type Status } from '../../../facts/fact.ts'
import type { Exactness } from '../../../quantities/quantity.ts'
import { KINDS } from '../../question.ts'
import { amountOf, isSame } from '../amount.ts'
import { figuresOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { rootsOf, standsIn } from '../words.ts'

/** Words of expecting, whole: a plant is no plan, May is no may. */
const EXPECTING =
  /\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ing|ers?)?|guid(?:es|ed|ance)|project(?:ed|ions?|ing)|predict(?:s|ed|ions?|ing)?|estimat(?:es?|ed|ing|ions?)|anticipat(?:es?|ed|ing|ion)|outlook|aim(?:s|ed|ing)?|targets?|targeted|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:e|es|ed|ing)|sees|saw|likely|set to|due to|would|will|could|may|might|should|believ(?:e|es|ed)|thinks?|thought|reckon(?:s|ed)?|warn(?:s|ed|ing)?|suggest(?:s|ed)?|put at|(?:is|are|was|were) to)\b/

/** Words that keep a status, one of which the question has to use. */
const STATUS_WORDS: { readonly [S in Status]: RegExp | null } = {
  actual: null,
  revised: null,
  guidance: EXPECTING,
  forecast: EXPECTING,
  estimate: EXPECTING,
  hedged:
    /\b(?:could|may|might|would|can|about|around|nearly|almost|roughly|approximately|suggest(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|likely|unlikely|possibl[ey]|potential(?:ly)?|reported|reportedly|believ(?:e|es|ed)|thinks?|thought|alleg(?:e|es|ed|edly)|claim(?:s|ed)?|expect(?:s|ed|ing)?|estimat(?:es?|ed)|consider(?:s|ed|ing)?|rumou?r(?:s|ed)?|fear(?:s|ed)?|hop(?:e|es|ed|ing)|set to|due to|plan(?:s|ned)?|will|had|should|predict(?:s|ed)?|forecast)\b/,
  conditional:
    /\b(?:if|would|could|unless|should|provided|subject to|depend(?:s|ed|ing)?|may|might|can|will)\b/,
  planned:
    /\b(?:plan(?:s|ned|ning)?|will|would|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|set to|due to|expect(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?|sought|prepar(?:e|es|ed|ing)|agree(?:s|d|ing)?|propos(?:e|es|ed|als?|ing)|schedul(?:e|ed)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|commit(?:s|ted)?|going to|announc(?:e|es|ed|ing)|next|target(?:s|ed)?|hop(?:e|es|ed|ing)|consider(?:s|ed|ing)?|vow(?:s|ed)?|mull(?:s|ed|ing)?|shall|may|might|could|ready to|about to|said|says?|according to|(?:is|are|was|were) to)\b/,
  proposed:
    /\b(?:propos(?:e|es|ed|als?|ing)|offer(?:s|ed|ing)?|would|bids?|bidding|seek(?:s|ing)?|sought|plan(?:s|ned)?|suggest(?:s|ed)?|recommend(?:s|ed)?|want(?:s|ed)?|could|call(?:s|ed)? for|demand(?:s|ed)?|ask(?:s|ed)?|will)\b/,
  denied:
    /\b(?:den(?:y|ies|ied|ying)|denials?|reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out)\b/,
}

/** What stands right behind a word that says how exact a figure is: the figure, its gap, or what asks for it. */
const FIGURE_NEXT = String.raw`(?= (?:an? |the |one |US |U\.S\. )?(?:what|which|how|_|[£$€¥₹~\d]|[A-Z]{1,3}[$£€]|Rmb|RMB|half|twice|double|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|quarter|third|fifth|tenth|percentage|share|decade|century|year|month|week))`

const ABOVE = new RegExp(
  String.raw`\b(?:over|more than|above|at least|upwards of|greater than|no less than|no fewer than|in excess of|beyond|a minimum of|just over|well over)\b${FIGURE_NEXT}|\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:ed|s|ing)?|pass(?:es|ed|ing)?|or more|or higher|and more|the least|at a minimum)\b|\+`,
  'i',
)
const BELOW = new RegExp(
  String.raw`\b(?:under|less than|below|fewer than|at most|up to|no more than|almost|nearly|as (?:much|many) as|a maximum of|close to|just under|just below|short of|nearing|approaching|virtually)\b${FIGURE_NEXT}|\b(?:or less|or fewer|the most|at the most|maximum|limit(?:s|ed)?|cap(?:s|ped)?|near(?:s|ed|ly)?|approach(?:es|ed)?|almost)\b`,
  'i',
)

/** Words that keep how exact a figure is. */
const EXACTNESS_WORDS: { readonly [E in Exactness]: RegExp | null } = {
  exactly: null,
  between: null,
  about:
    /\b(?:about|around|approximat(?:e|ely)|roughly|some|nearly|almost|close to|circa|or so|estimat(?:e|es|ed)|approx|just (?:over|under))\b|~/i,
  'more-than': ABOVE,
  'at-least': ABOVE,
  'less-than': BELOW,
  'at-most': BELOW,
  'up-to': BELOW,
  nearly: BELOW,
}

/** A stem with a small first letter, so that 'Will' at its start is a word and 'Will Hutton' behind it a name. */
const opened = (stem: string): string => stem.charAt(0).toLowerCase() + stem.slice(1)

function lostHedge({ asked, facts, trueText }: Sight): string | null {
  for (const { status } of facts) {
    const words = STATUS_WORDS[status]
    if (words && !words.test(`${opened(asked)} ${opened(trueText)}`))
      return `The article states it as ${status}; the question states it as plain fact.`
  }
  return null
}

/** The passages may give one figure several times; one plain mention is enough to ask it plainly. */
function lostModifier({ asked: stem, key, stated, trueText }: Sight): string | null {
  const asked = key && key.amounts.length > 0 ? key.amounts : null
  if (!asked) return null
  const mentions = stated.filter((quantity) => asked.some((amount) => isSame(amount, amountOf(quantity))))
  if (mentions.length === 0 || mentions.some(({ exactness }) => EXACTNESS_WORDS[exactness] === null))
    return null
  const said = `${stem} ${trueText} ${key?.text ?? ''}`
  const isKept = mentions.some(({ exactness }) => EXACTNESS_WORDS[exactness]?.test(said))
  const [first] = mentions
  return isKept || !first
    ? null
    : `The article says '${first.exactness.replace('-', ' ')}' of ${key?.text ?? 'the figure'}; the question leaves it out.`
}

const SAYS =
  /\b(?:said|say|saying|tells?|says|added|adds|noted|notes|argued|argues|claimed|claims|believes?|warned|warns|told|suggested|suggests|thinks|according to)\b/i

/** Whether the key stands before the verb of saying, so that nobody says it. */
const isBefore = ({ key, reading }: Sight, start: number, at: number): boolean =>
  key !== null && reading.text.slice(start, at).includes(key.text)

/** What somebody said is told as said: an opinion is not the article's. A figure may be told plainly where a fact states it. */
function lostSpeaker(sight: Sight): string | null {
  const { question, facts, reading, trueText, key } = sight
  const isHappening = facts.some(isClausal)
  if ((facts.length > 0 && !isHappening) || SAYS.test(question.stem)) return null
  for (const sentence of reading.sentences) {
    if (!overlapsAny(sentence, question.evidence)) continue
    const says = SAYS.exec(reading.text.slice(sentence.start, sentence.end))
    const at = says ? sentence.start + says.index : -1
    if (!says || isBefore(sight, sentence.start, at)) continue
    if (/^(?:\w+, )?(?:he|she)\b/i.test(reading.text.slice(sentence.start, at))) {
      return 'Somebody says so in the article; the question tells it as plain fact.'
    }
    const speaker = reading.names.find(
      (name) => name.sort !== 'place' && isInside(name, sentence) && name.start < at,
    )
    const surname = speaker?.canonical.split(' ').at(-1) ?? ''
    if (
      speaker &&
      ![speaker.text, surname].some((name) => standsIn(name, `${trueText} ${key?.text ?? ''}`))
    ) {
      return `It is ${speaker.canonical} who says so; the question tells it as plain fact.`
    }
  }
  return null
}

const HEDGE =
  /\b(?:could|may|might|would|should|will|likely|reportedly|allegedly|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|estimat(?:es?|ed)|plans?|planned|intends?|hopes?|aims?|propos(?:e|es|ed)|den(?:y|ies|ied)|if|unless)\b/
const KEPT: readonly RegExp[] = Object.values(STATUS_WORDS).filter((words) => words !== null)

/** A hedge in the clause of the key, where no fact tells how firmly it is stated. */
function lostInClause({ asked, question, facts, trueText, key, reading, index }: Sight): string | null {
  if (facts.length > 0 || KEPT.some((words) => words.test(`${opened(asked)} ${opened(trueText)}`)))
    return null
  const said = key
    ? [key.text.replace(/^(?:about|around|over|nearly) /, '')]
    : figuresOf(trueText, index).map((figure) => trueText.slice(figure.start, figure.end))
  for (const { start, end } of question.evidence) {
    const clause = reading.text
      .slice(start, end)
      .split(/[,;:]/)
      .find((part) => said.some((each) => part.includes(each)))
    const hedge = clause === undefined ? null : HEDGE.exec(clause)
    if (hedge) return `The passage says '${hedge[0]}'; the question states it as plain fact.`
  }
  return null
}

const HEARSAY_AT_END =
  /, (?:it (?:has been|is|was) (?:alleged|claimed|reported|said|understood|believed|thought|rumou?red)|(?:the |an? )?(?:\p{Ll}+ ){1,4}?(?:has |have |had |was |were )?(?:heard|told|alleges?|alleged|claims?|claimed))\.?["”]?$/u
const HEARSAY_WITHIN =
  /\b(?:is|are|was|were) (?:widely )?(?:reported|rumou?red|said|thought|understood|believed|alleged|claimed) to\b|\b(?:reportedly|allegedly|supposedly|purportedly)\b|\b(?:court|jury|inquiry|tribunal|trial|judge|hearing)s? (?:has |have |had |was |were )?(?:heard|told)\b/
const SAYS_HEARSAY =
  /\b(?:report(?:s|ed|edly)?|alleg\w*|claim(?:s|ed|ing)?|said|says?|saying|accus\w*|charge[sd]?|heard|told|according to|believed?|thought|understood|suppos\w*|purport\w*|rumou?r\w*|argue[sd]?)\b/
const PARTS = /[,;:]| (?:and|but|while|although) /
/** A part of a sentence of whose words a question has so many is what it asks about. */
const HALF = 0.5

/** Whether a question asks about what a part of a sentence says. */
function isAbout(part: string, said: readonly string[]): boolean {
  const roots = rootsOf(part)
  return roots.length > 0 && roots.filter((root) => said.includes(root)).length >= HALF * roots.length
}

/** 'Orrin lied, the court has heard', 'Orrin is reported to be ready': what is only said to be so is told as said. */
function lostHearsay({ asked, trueText, question, key }: Sight): string | null {
  for (const { quote } of question.evidence) {
    const atEnd = HEARSAY_AT_END.exec(quote)
    if (!atEnd && !HEARSAY_WITHIN.test(quote)) continue
    if (SAYS_HEARSAY.test(`${asked} ${trueText}`)) return null
    const said = rootsOf(`${trueText} ${key?.text ?? ''}`)
    const within = quote.split(PARTS).filter((part) => HEARSAY_WITHIN.test(part) && isAbout(part, said))
    const found = atEnd ?? within.map((part) => HEARSAY_WITHIN.exec(part))[0]
    if (found)
      return `The passage says it as hearsay ('${found[0].replace(/^, /, '')}'); the question as plain fact.`
  }
  return null
}

const CONDITION = /(?<!\b(?:as|even|what|only) )\b(?:if|unless|provided that|assuming)\b(?! not\b)/
const KEEPS_CONDITION =
  /\b(?:if|unless|whether|would|could|should|might|provided|assuming|ask(?:s|ed)|depend\w*)\b/i

/** What holds only under a condition that the question leaves out. */
function lostCondition({ asked, trueText, question }: Sight): string | null {
  for (const { quote } of question.evidence) {
    const found = CONDITION.test(quote) ? CONDITION.exec(quote.replace(QUOTATION, ' ')) : null
    if (found && !KEEPS_CONDITION.test(`${asked} ${trueText}`))
      return `The passage makes a condition ('${found[0]}'); the question leaves it out.`
  }
  return null
}

const QUOTATION = /[“"][^“”"]*[”"]/g

export const keepsHedges: Rule = {
  number: 4,
  title: "Attribution and hedges are kept ('analysts expect', 'about', 'could').",
  kinds: KINDS,
  check: (sight) =>
    lostHedge(sight) ??
    lostModifier(sight) ??
    lostSpeaker(sight) ??
    lostInClause(sight) ??
    lostHearsay(sight) ??
    lostCondition(sight),
}
