import { isToldByReport } from '../../periods/by-report.ts'
import { remember } from '../../remember.ts'
import { headlineIn, withoutReport } from '../report.ts'
import { rootOf, rootsOf } from './words.ts'

const PRONOUN = /\b(?:he|she|it|they|him|his|her|hers|its|their|theirs|them|we|our|us|I|my)\b/
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
/** What may stand behind a noun and say which one is meant; 'in 2024', 'from February' and 'on 3 May' do not. */
const TOLD_BEHIND = new RegExp(
  `^ (?!(?:in|on|by|at|from|since|until|during|over) (?:(?:early|late) |mid-)?(?:${MONTH}\\b|\\d|the (?:first|second|third|fourth|final|last|year|quarter)\\b|early\\b|late\\b|mid\\b))(?:(?:of|that|which|who|behind|between|for|with|to|led|at|from|against|over|into|worth|called|known|named|in|on|by)\\b|(?:[a-z]+ )?(?!${MONTH}\\b)\\p{Lu})`,
  'u',
)
const POINTS = '\\b(?:[Tt]hat |[Tt]hose |[Tt]he (?:[a-z][a-z-]* ){0,2}?)'
/** 'The US giant', 'the Paris-based exchange': where it is from does not say which one. */
const POINTS_AT_BODY =
  '\\b(?:[Tt]hat |[Tt]hose |[Tt]he (?:(?:US|UK|EU|[a-z][a-z-]*|\\p{Lu}\\p{L}+-(?:based|owned|listed|led|backed)|\\p{Lu}\\p{Ll}+(?:an|ish|ese|ch)) ){0,3}?)'
const THE_BODY = new RegExp(
  `${POINTS_AT_BODY}(?:company|companies|firms?|groups?|banks?|carmaker|airline|carrier|retailer|chipmaker|giant|agency|lender|maker|manufacturer|planemaker|drugmaker|conglomerate|start-?up|organi[sz]ation|watchdog|regulator|insurer|broadcaster|brewer|bourse|exchange(?! rates?\\b)|operator|producer(?! prices?\\b)|supplier|suitor|newspaper|publisher|supermarket|chain|charity|trio|consortium|plaintiffs?|executive|boss|analysts?|pair|two sides|(?<=\\b[Tt]h(?:e|at) )(?:business|sector))\\b`,
  'u',
)
const THE_MATTER = new RegExp(
  `${POINTS}(proclamation|tax|levy|funding|bill|problems?|issues?|section|target|downgrade|buyers?|sellers?|bidders?|contract|shortfall|rates|crash|accident|deal|figures?|move|decision|announcement|surge|agreement|reports?|plans?|merger|takeover|purchase|acquisition|offer|bid|ruling|verdict|settlement|fine|strike|talks|results|study|survey|statement|proposal|programme|project|scheme|lawsuit|investigation|launch|sum|amount|announcements|revisions?|auction|spurt|threshold|scandal|suit|trial|aircraft|revelations?|admission|allegations?|stoppages?|catastrophes?|crackdown|dispute|row|rally|comments|remarks|slowdown|spin-off|sell-off|sale)\\b(?! (?:price|value|period|document|date|terms)\\b)`,
  'u',
)
/** What makes a deal of whatever kind, so that 'the deal' has been told. */
const DEALING =
  /\b(?:buy|buys|bought|buying|acquir\w*|merg\w*|sells?|sold|selling|took over|take over|takeover|agree\w*|sign\w*|purchas\w*|invest\w*|partner\w*|deal|stake|tie-up)\b/i
const DEALS = /^(?:deal|agreement|merger|takeover|purchase|acquisition|offer|bid)$/
const ONE_OF_TWO =
  /\bthe (?:latter|former)\b(?=[?,.;'’]| (?:is|are|was|were|has|have|had|did|does|do|owns?|owned|said|say|will|would|could|in|on|at|by|rise|fall|make|made|pay|paid|sell|sold|buy|bought)\b)/i
const BOTH =
  /\b[Bb]oth (?:companies|firms|sides|banks|groups|men|women)\b|\b[Tt]he other\b(?= (?:did|was|is|has|had|say|said)\b|[?,.])/
const THERE =
  /(?<!\b(?:here and|is|are|was|were|be|been|will|would|had|has|have) )\bthere\b(?! (?:is|are|was|were|be|been|will|would|has|have|had|could|might)\b)/
const QUOTED = /[“"][^“”"_]*[”"]/g
const DEMONSTRATIVE =
  /\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)\b(?! as\b)|\b[Tt]hat (?:same )?(?:day|week|month|quarter|half|year|period|date|time|point|sum|amount)\b/
const OPENING_NAME = /\p{Lu}[\p{L}\p{N}]+/u

/** Whether something the words at `at` can refer to is named before them: a name, or the 'which company' that is asked for; of a person also 'who'. */
function hasAntecedent(stem: string, at: number, isPersonal = true): boolean {
  const before = stem
    .slice(0, at)
    .replace(/^["'“‘]?\p{Lu}[\p{L}’']*/u, (first) =>
      /^(?:What|Which|Who|Whose|How|By|In|On|At|When|Where|Why|The|A|An|To|For|From|As|Over|During|After|Under|Between|Of|And|With|Since|Until)$/.test(
        first,
      )
        ? first.toLowerCase()
        : first,
    )
  return (
    OPENING_NAME.test(before) ||
    /\bwhich (?!figure|date|year|name)[\p{L}]+\b/u.test(before) ||
    (isPersonal && /\b(?:who|whose)\b/.test(before))
  )
}

/** Whether what is pointed at has been told before: the deal, where something was bought; the strike of a strike. */
export function isTold(noun: string, before: string): boolean {
  if (DEALS.test(noun) && DEALING.test(before)) return true
  if (/^(?:figures?|sum|amount)$/.test(noun) && /\d/.test(before)) return true
  return rootsOf(before).includes(rootOf(noun))
}

/** Whether a text names two things joined by 'and'. */
const namesTwo = (text: string): boolean =>
  text.split(' and ').filter((part) => /\p{Lu}/u.test(part)).length > 1

/** 'The biggest auction', 'the first sale': which one it is, the words say. */
const isOneOfKind = (phrase: string): boolean =>
  phrase.split(' ').some((word) => word.endsWith('est') || /^(?:most|only|first)$/.test(word))

/** Who may be meant by 'who'. */
const PEOPLE = /(?:executive|boss|analysts?|plaintiffs?)$/

/** What points at something that the stem, without its headline, does not tell. */
function pointing(stem: string, headline: string): string | null {
  const body = THE_BODY.exec(stem)
  if (
    body &&
    !TOLD_BEHIND.test(stem.slice(body.index + body[0].length)) &&
    !hasAntecedent(stem, body.index, PEOPLE.test(body[0]))
  )
    return `'${body[0]}' does not say which one.`
  const matter = THE_MATTER.exec(stem)
  const isMatterTold =
    matter === null ||
    isOneOfKind(matter[0]) ||
    TOLD_BEHIND.test(stem.slice(matter.index + matter[0].length)) ||
    // A headline says what it is about.
    isTold(
      matter[1] ?? '',
      `${headline} ${isToldByReport(stem) ? 'report' : ''} ${stem.slice(0, matter.index)}`,
    )
  if (!isMatterTold) return `'${matter[0]}' does not say which one.`
  const one = ONE_OF_TWO.exec(stem)
  if (one && !namesTwo(stem.slice(0, one.index))) return `'${one[0]}' has no two before it.`
  const both = BOTH.exec(stem)
  if (both && !hasAntecedent(stem, both.index)) return `'${both[0]}' does not say which.`
  const there = THERE.exec(stem)
  return there ? `'${there[0]}' does not say where.` : null
}

/** A noun in the plural, of which 'their' may speak: 'how many workers lost their jobs', 'rich countries protect their farmers'. */
const SEVERAL = /\p{Ll}{3}(?![su])\p{Ll}s,? \p{L}/u

/** Whether a sentence that opens at `at` is the question's own, and no quotation of what somebody said. */
const isOwnOpening = (stem: string, at: number): boolean =>
  at === 0 || /completes the sentence $/.test(stem.slice(0, at))

/** 'It could be forced to restate', but not 'It was Ada Okoro who said'. */
const OPENING_PRONOUN =
  /(?:^|“)(?:It|He|She|They|Its|His|Her|Their)\b(?! (?:is|was) (?:the )?(?:“?\p{Lu}|_))/u

/** 'What is it called when a central bank limits its rates?': 'it' is nothing, 'its' the bank's. */
const DEFINES = /^(?:What is it called when|When) an? (?:\p{Ll}+ ){1,4}/u

/** What a thing has none of, so that 'its' is a body's: 'growth in its UK retail business'. */
const BODYS =
  /^its (?:[\p{L}-]+ ){0,2}?(?:business(?:es)?|division|unit|arm|operations|profits?|sales|shares?|customers|brands?|staff|workers|shops|stores|plants?|factory|factories|mines?|network|sites?|stake|bid|offer|debts?|owner|parent|rivals?|investors|shareholders|board|chief|boss|chairman|founder|headquarters|products?|workforce|services?|members?)\b/u

/** 'The fine rests on a law, though consent lies at its centre': a thing that the sentence itself tells of. */
const isOfThing = (stem: string, at: number): boolean =>
  /\b(?:[Tt]he|[Aa]n?) \p{Ll}+ /u.test(stem.slice(0, at)) && !BODYS.test(stem.slice(at))

function danglingIn(whole: string): string | null {
  // A headline names too much for 'its' to mean one of it.
  const stem = withoutReport(whole)
  const opening = OPENING_PRONOUN.exec(stem)
  if (opening && isOwnOpening(stem, opening.index))
    return `'${opening[0].replace('“', '')}' has nothing to refer to.`
  const pronoun = PRONOUN.exec(stem)
  // 'How many workers lost their jobs'
  const isOfMany =
    pronoun !== null && /^(?:their|they|them)$/.test(pronoun[0]) && SEVERAL.test(stem.slice(0, pronoun.index))
  const isTold =
    pronoun === null ||
    isOfMany ||
    DEFINES.test(stem) ||
    (pronoun[0] === 'its' && isOfThing(stem, pronoun.index)) ||
    hasAntecedent(stem, pronoun.index, !/^its?$/.test(pronoun[0]))
  if (!isTold) return `'${pronoun[0]}' has nothing to refer to.`
  const unquoted = /[“"]/.test(stem) ? stem.replace(QUOTED, ' ') : stem
  const found = pointing(unquoted, headlineIn(whole))
  if (found) return found
  const demonstrative = DEMONSTRATIVE.exec(stem)
  return demonstrative ? `'${demonstrative[0]}' points at something outside the question.` : null
}

/** The stem of a question comes by in two kinds; each is read once. '' where nothing dangles. */
export const dangling = remember((stem: string): string => danglingIn(stem) ?? '')
