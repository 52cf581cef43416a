import { isAlike } from '../../../facts/sentence/introduced.ts'
import { withoutReportTime } from '../../../periods/by-report.ts'
import { wordSet } from '../../../word-set.ts'
import { splitAtReport } from '../../report.ts'
import type { ArticleIndex } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { rootOf, rootsOf } from '../words.ts'

/** Of which there is one, or which nobody means one by, whatever was said before. */
const ONE_OF_A_KIND = wordSet(
  `economy economies government governments dollar euro euros pound sterling yen yuan rouble ruble rupee franc real peso
  won lira baht rupiah ringgit rand rupees roubles eurozone world globe internet web public market markets weather press
  media police army military unemployed jobless poor rich elderly young majority minority stock tsunami sun war recession
  community environment climate law state nation constitution opposition church crown sea ocean ground air road roads
  streets sky past future present end beginning start middle moment time times year years month months week weeks day days
  quarter half period decade century morning afternoon evening night season summer winter spring autumn weekend number
  amount rest way need fact idea case kind sort range reason chance wake face light hope basis event back top bottom
  house homes home city countryside north south east west taxpayer taxpayers consumer consumers population workforce
  treasury parliament senate congress presidency president chancellor kremlin pope queen king cabinet exchequer
  first second third one ones two three four latter former other others more less most least same very us uk eu un
  sector industry trade business community economics labour capital property housing energy oil gas steel coal car
  deficit surplus budget inflation unemployment currency exchange gold barrel board
  bill balance red black doldrums brink verge helm limelight spotlight fray offing run move table forefront way
  lot bulk go-ahead age next towel tune classes street pandemic mainland total`,
)
/** Whose heads or parts these are, a name before them tells. */
const PART_OF_SOMEBODY = wordSet(
  `board management chairman chairwoman chief executive executives boss head founder director directors shareholders
  shareholder investors workforce staff employees workers unions union shares share stake brand brands unit division
  subsidiary parent business businesses group company firm bank airline balance headquarters customers clients suppliers
  network factory plant stores shops profit profits sales revenue revenues turnover losses loss results dividend earnings
  minister ministry department court judge jury prosecutors regulator watchdog spokesman spokeswoman government
  committee council parliament country nation region city state economy capital rate rates price prices interest club
  index party airport bourse exchange project programme`,
)
/** Words before a noun that say which one is meant, or that it is one of all. */
const TELLING =
  /^(?:\p{L}+est|most|least|first|second|third|fourth|fifth|sixth|final|only|same|entire|whole|own|so-called|average|typical|right|wrong|best|worst|following|remaining|main|key|overall|total|general|global|international|national|domestic|local|public|private|central|federal|foreign|world|mobile|retail|financial|stock|labour|housing|oil|current|annual|daily|combined|merged|unemployment|jobless|interest|inflation|exchange|growth|trade|budget|stock)$/u
const MODIFIES = wordSet('ADJ NOUN PROPN VERB NUM')
/** What may stand behind a noun and say which one is meant; not what a sentence goes on with: 'the business for $5m'. */
const TELLS_BEHIND =
  /^ (?:of\b|(?:that|which|who|whose|where|when|behind|between|for|with|to|led|at|from|against|over|into|in|on|by|among|across|around|under|within|about|after|before|surrounding|facing|including|such|named|called|known|worth|because|it|they|he|she|we)\b(?! (?:about |around |just |nearly |almost |more than )?(?:_____|\d|[$£€¥]|Rmb|A\$)))/
/** 'The suit filed by', 'the shares held in': a participle with what it takes. */
const PARTICIPLE =
  /^ (?:\p{Ll}+(?:ed|en|wn|ld|ilt|ade|ing|ght|ut)|set)(?: \p{Ll}+ly)? (?:by|in|on|at|for|from|to|with|under|as|of|during|into|between|against)\b/u

const WORD = /[\p{L}\p{N}$£€][\p{L}\p{N}.,&$£€/]*(?:[-–][\p{L}\p{N}]+)*/uy
const PHRASE_WORDS = 6

/** The words of a phrase behind 'the', as far as the article reads them as parts of one. */
interface Phrase {
  readonly words: readonly string[]
  readonly noun: string
  /** Where it ends in the text. */
  readonly end: number
}

const partsOf = (word: string, { parts }: ArticleIndex) =>
  word
    .toLowerCase()
    .split(/[-–]/)
    .map((part) => parts.get(part))

/** Whether a word can go on a phrase of so many words: no part of speech but those, and a verb only as a participle that opens it. */
function goesOn(word: string, before: number, index: ArticleIndex): boolean {
  const read = partsOf(word, index)
  if (read.some((each) => each !== undefined && ![...each].some((part) => MODIFIES.has(part)))) return false
  const isVerb = read.every((each) => each !== undefined && [...each].every((part) => part === 'VERB'))
  return !isVerb || (before === 0 && /(?:ed|ing|en|wn)$/.test(word))
}

/** A word without the marks behind it. */
function unmarked(word: string | undefined): string | undefined {
  let end = word?.length ?? 0
  while (end > 0 && /[.,]/.test(word?.charAt(end - 1) ?? '')) end--
  return word?.slice(0, end)
}

/** The phrase that begins at `from` in a text, up to its noun: the last of its words that the article has as one; null where it has none. */
function phraseAt(text: string, from: number, index: ArticleIndex): Phrase | null {
  const words: string[] = []
  let found: Phrase | null = null
  let at = from
  while (words.length < PHRASE_WORDS) {
    WORD.lastIndex = at
    const word = unmarked(WORD.exec(text)?.[0])
    if (word === undefined || !goesOn(word, words.length, index)) break
    words.push(word)
    const end = at + word.length
    const noun = word.split(/[-–]/).at(-1)?.toLowerCase() ?? ''
    const isNoun = index.parts.get(noun)?.has('NOUN') || (isFigure(words[0]) && /^\p{Ll}{3,}$/u.test(noun))
    if (isNoun) found = { words: [...words], noun, end }
    if (text.charAt(end) !== ' ') break
    at = end + 1
  }
  return found
}

/** A name, or a decade. */
const isName = (word: string): boolean => /^\p{Lu}|^\d{4}s$/u.test(word)
const isFigure = (word: string | undefined): boolean => word !== undefined && /^[\d$£€]/.test(word)
/** Of which a place or a firm has many, so that its name does not tell which. */
const ONE_OF_MANY = wordSet(
  'part parts court judge suit lawsuit case ruling offer bid loan rebuild contract deal',
)
/** Where it is says no more of such a one: 'the suit in Texas'. */
const MERE_PLACE = /^ (?:in|at|on|about|after|before|around|within|under) /
/** Verbs that take what follows the thing: 'attributed the falls to', so that it does not tell which. */
const TAKES_TO = /^(?:attribut|link|compar|sell|sold|hand|return|mov|shift|limit|prefer)/
const MOVED =
  /\b(?:rise|rose|risen|fell|fall|fallen|grew|gr[eo]wn?|increased?|dropped|drop|declined?|climbed|jumped)\b/
const MOVES = wordSet('rise fall increase drop decline growth change jump')

/** Whether a noun, or one by which the news speaks of the same thing, is among the roots of what was said. */
function isSaid(noun: string, said: string): boolean {
  const roots = rootsOf(said)
  return (
    roots.includes(rootOf(noun)) ||
    said
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((word) => isAlike(noun, word))
  )
}

const TIMES = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g

/** Whether a text names somebody or some place, its first word and the months apart. */
const hasName = (text: string): boolean => / [“‘(]?\p{Lu}[\p{L}&]+/u.test(text.replace(TIMES, ''))

/** A phrase in a question with the 'the' that points at it. */
function untold(text: string, from: number, { index, nations, headline }: Shown): string | null {
  const phrase = phraseAt(text, from, index)
  if (phrase === null) return null
  const { noun } = phrase
  const before = phrase.words.slice(0, -1)
  const isOfMany = ONE_OF_MANY.has(noun)
  const nationless = phrase.words.filter((word) => !isFigure(phrase.words[0]) || !nations.has(word))
  if (!isOfMany && nationless.some(isName)) return null
  // 'a single resort, the economic mainstay, could'
  if (/(?:,|[-–—]) (?:the )?$/i.test(text.slice(0, from)) && /^(?:,| [-–—])/.test(text.slice(phrase.end)))
    return null
  if (before.some((word) => TELLING.test(word.toLowerCase())) || ONE_OF_A_KIND.has(noun)) return null
  const behind = text.slice(phrase.end)
  const takesTo = behind.startsWith(' to ') && TAKES_TO.test(text.slice(0, from).split(' ').at(-3) ?? '')
  // 'the retailer Orrin', 'the strike cost Orrin', 'the term “peg”'
  if (/^ [\p{Lu}“]|^ (?:reported|named|listed|told)\b/u.test(behind)) return null
  const isMerePlace = isOfMany && MERE_PLACE.test(behind)
  if (!takesTo && !isMerePlace && (TELLS_BEHIND.test(behind) || PARTICIPLE.test(behind))) return null
  const told = `${headline} ${text.slice(0, from)}`
  if (isSaid(noun, told) || (MOVES.has(noun) && MOVED.test(told))) return null
  if (PART_OF_SOMEBODY.has(noun) && (hasName(text) || /\p{Lu}/u.test(headline))) return null
  return `'the ${phrase.words.join(' ')}' does not say which one.`
}

/** What a phrase of a question is looked at with. */
interface Shown {
  readonly index: ArticleIndex
  /** Words for the people of countries. */
  readonly nations: ReadonlyMap<string, string>
  readonly headline: string
}

/** What somebody says is said as it was. */
const QUOTED = /[“"][^“”"_]*[”"]/g
const THE = /\b[Tt]he (?=[\p{Ll}\d$£€])/gu

/** The first thing that a question speaks of as if it had been told of before. */
function firstUntold({ question, facts, index, reading: { nations } }: Sight): string | null {
  // What a word means is said of any of its kind.
  if (facts.length > 0 && facts.every(({ family }) => family === 'term')) return null
  const said = question.kind === 'true-false' ? (question.correction ?? question.stem) : question.stem
  const [before, report, behind] = splitAtReport(said)
  const headline = /‘([^‘’]*)’/.exec(report)?.[1] ?? ''
  const text = withoutReportTime(`${before} ${behind}`).replace(QUOTED, '“”').trim()
  for (const { index: at, 0: the } of text.matchAll(THE)) {
    const found = untold(text, at + the.length, { index, nations, headline })
    if (found !== null) return found
  }
  return null
}

export const thingsTold: Rule = {
  number: 3,
  title: 'What is spoken of by ‘the’ is one of its kind, told in the question, or in its headline.',
  kinds: ['choice', 'multiple-response', 'true-false', 'number', 'cloze', 'estimate'],
  check: firstUntold,
}
