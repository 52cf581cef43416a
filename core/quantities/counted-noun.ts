import { isCapital, type Lexeme } from './lexemes.ts'
import { isPlural, singularOf } from './singular.ts'
import { measureOf } from './units.ts'

/** The noun phrase a number counts. */
export interface Counted {
  /** Last noun in the singular, its modifiers before it: 'distinct model'. */
  readonly unit: string
  /** Index behind its last lexeme. */
  readonly next: number
}

/** Words that cannot stand in a counted noun phrase: function words, adverbs of place and time, common verbs. */
const STOP = new Set(
  (
    'a an the this that these those and or but nor if as at by for from in into of off on onto out over per than to under up upon with within without ' +
    'about above across after against along among around before behind below beneath beside between beyond down during except inside near outside ' +
    'since through throughout till toward towards until via while when where which who whom whose what why how because though although unless whether ' +
    'is are was were be been being am has have had having do does did done will would shall should can could may might must ' +
    'it its he his him she her they their them we our us you your i my me not no so too very also still yet even just only more most less fewer least ' +
    'each every all both either neither any some such other another else ago earlier later now then here there worldwide nationwide overall alone abroad apart away back ' +
    'respectively currently mostly mainly approximately together combined respectively last next first second third this ' +
    'rose fell said says say told made make makes took take takes gave give gives went go goes came come comes got get gets saw see sees ' +
    'won lost scored beat left began begin begins became become becomes played remains remain include includes including included ended ending led leads ' +
    'versus vs plus minus times percent percentage pc cent today yesterday tomorrow annually daily monthly weekly once twice'
  ).split(' '),
)

/** Nouns that end in s and yet stand before another noun: 'sales staff', 'sports cars'. */
const MODIFIER_S = new Set(
  'sales sports savings arms systems operations earnings news goods business economics politics electronics securities services communications logistics customs claims'.split(
    ' ',
  ),
)

/** Words in -ly that are no adverbs. */
const LY =
  /^(?:family|supply|assembly|weekly|daily|monthly|early|monopoly|ally|rally|subsidy|elderly|friendly)$/

/** Words that open a counted noun phrase, '500 daily flights', and end it otherwise: '500 cars daily'. */
const OFTEN = /^(?:daily|weekly|monthly)$/

const isWord = (lexeme: Lexeme | undefined): lexeme is Lexeme =>
  lexeme?.sort === 'word' &&
  (!STOP.has(lexeme.lower) || lexeme.text === 'US') &&
  (!/..ly$/.test(lexeme.lower) || LY.test(lexeme.lower))

interface Word {
  readonly text: string
  readonly capital: boolean
  readonly next: number
}

/** The word at a lexeme, with what hyphens join to it ('first-team'). */
function readCompound(lexemes: readonly Lexeme[], at: number, isOften = false): Word | null {
  const first = lexemes[at]
  const isJoined =
    lexemes[at + 1]?.text === '-' && lexemes[at + 1]?.spaced === false && first?.sort === 'word'
  // The number of a model stands inside the phrase: 'two new 737 Max jets'.
  const isModel = first?.sort === 'number' && /^7[0-8]7$/.test(first.text)
  if (!first || !(isWord(first) || isJoined || isModel || isOften)) return null
  let text = first.text
  let next = at + 1
  for (let joins = 0; joins < 3; joins++) {
    const [hyphen, word] = [lexemes[next], lexemes[next + 1]]
    if (hyphen?.text !== '-' || hyphen.spaced || !word || word.spaced || word.sort === 'mark') break
    text += `-${word.text}`
    next += 2
  }
  return { text, capital: isCapital(first), next }
}

/** Words in single quotation marks that open a counted noun phrase: 'green energy' in '400 'green energy' cars'; null where none do. */
function readQuoted(lexemes: readonly Lexeme[], at: number): Word | null {
  if (lexemes[at]?.text !== "'" || !lexemes[at].spaced) return null
  let close = at + 1
  while (close < at + 5 && lexemes[close]?.sort === 'word') close++
  if (close === at + 1 || lexemes[close]?.text !== "'" || lexemes[close]?.spaced) return null
  const said = lexemes.slice(at + 1, close).map(({ text }) => text)
  return { text: `'${said.join(' ')}'`, capital: false, next: close + 1 }
}

/** Reads the noun phrase that a number counts, from the lexeme behind the number; null where there is none. `isOne`: the number is one, so the noun is in the singular. */
export function readCounted(lexemes: readonly Lexeme[], at: number, isOne: boolean): Counted | null {
  const quoted = isOne ? null : readQuoted(lexemes, at)
  const words: Word[] = quoted ? [quoted] : []
  let next = quoted?.next ?? at
  while (words.length < 6) {
    const isOften = words.length === 0 && OFTEN.test(lexemes[next]?.lower ?? '')
    const word = lexemes[next]?.spaced ? readCompound(lexemes, next, isOften) : null
    if (!word) break
    words.push(word)
    next = word.next
    const last = lastPart(word.text)
    const follows = lexemes[next]
    // 'one analyst suggested', 'one proposal asks': the verb is no part of what is counted.
    if (isOne && words.length > 1 && /(?:[^s]s|ed)$/.test(last)) {
      words.pop()
      break
    }
    if (!isOne && isPlural(last) && !(word.capital && follows && follows.spaced && isCapital(follows))) {
      const after = isWord(follows) && follows.spaced ? follows : undefined
      // 'Windows devices': a name before what is counted
      const isBefore = MODIFIER_S.has(last) || (word.capital && after && !isCapital(after))
      if (isBefore && after && isPlural(after.lower)) continue
      break
    }
    // 'digital and physical sales'
    const third = lexemes[next + 2]
    if (
      !isOne &&
      words.length === 1 &&
      follows?.lower === 'and' &&
      isWord(lexemes[next + 1]) &&
      isWord(third)
    ) {
      if (isPlural(third.lower)) words[0] = { ...word, text: `${word.text} and`, next: ++next }
    }
    // A possessive ends the phrase: 'one company's shares' counts no companies.
    if (follows?.text === "'" && lexemes[next + 1]?.lower === 's') return null
  }
  const head = words.at(-1)
  if (!head) return null
  // 'the newer one passed last year' counts nothing.
  if (isOne) return words.length === 1 && /ed$/.test(head.text) ? null : said(words.slice(0, 3))
  if (!isPlural(lastPart(head.text))) return null
  return said(words)
}

/** Nouns of measure that are more often something else behind an adjective: 'price points', 'final quarters'. */
const LOOSE = /^(?:points?|quarters?|seconds?|degrees?|pounds?|foot|feet|yards?|cylinders?)$/

const lastPart = (text: string): string => text.slice(text.lastIndexOf('-') + 1).toLowerCase()

function said(words: readonly Word[]): Counted {
  const head = words.at(-1) as Word
  const before = words.slice(0, -1).map(({ text }) => text)
  const cut = head.text.lastIndexOf('-') + 1
  const noun = head.text.slice(cut)
  // '50 previous years' are 50 years.
  const measure = cut === 0 && !LOOSE.test(noun) ? measureOf(noun) : undefined
  if (measure !== undefined) return { unit: measure, next: head.next }
  const singular = singularOf(noun.toLowerCase())
  const kept = head.capital && cut === 0 ? noun.charAt(0) + singular.slice(1) : singular
  return { unit: [...before, head.text.slice(0, cut) + kept].join(' '), next: head.next }
}
