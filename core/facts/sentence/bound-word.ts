import { wordSet } from '../../word-set.ts'
import { type Marked, posAt, type Range, rangeSome, within, wordAt } from './marked.ts'
import { DOWN_NOUNS, DOWN_VERBS, LOWERING_VERBS, RAISING_VERBS, UP_NOUNS, UP_VERBS } from './words.ts'

/** Words that sort things of one kind: what is true of small firms may be true of large ones too. */
const SORTING = wordSet(
  'large small big larger smaller bigger rich poor cheap expensive inexpensive costly long short popular unpopular profitable unprofitable safe active temporary permanent',
)

/** 'Small firms gained', 'large banks and funds'. */
function sortsMany(marked: Marked, i: number): boolean {
  const noun = marked.tokens[i + 1]
  return SORTING.has(wordAt(marked, i)) && noun?.pos === 'NOUN' && noun.lower !== noun.lemma
}

/** Words that exclude their opposites only with what they take: 'agreed to sell', 'more expensive'. */
const TAKES_TO = wordSet('agreed agrees refused refuses managed able unable')
const TAKES_NO_TO = wordSet('fail fails failing failed succeed succeeds succeeding')
/** Verbs with which a commentator steps in between commas, and verbs that mean something else with 'into'. */
const STEPS_IN = wordSet('accept accepts agree agrees')
const GOES_INTO = wordSet('enter entered entering')
/** Words whose opposite is too short for 'more'. */
const SHORT_OPPOSITE = wordSet('expensive difficult costly lucrative severe widespread plentiful')
const TAKES_ADJECTIVE = wordSet('more most less least increasingly')

const MOVES = [UP_VERBS, DOWN_VERBS, RAISING_VERBS, LOWERING_VERBS, UP_NOUNS, DOWN_NOUNS]

/** Verbs of going up and down that take nothing: 'dropped his face' turns into no English. */
const GOING = wordSet('rise fall climb drop jump plunge soar surge slump tumble sink slide slip')
/** What tells which way it went, whatever the verb: 'rose to a record high', 'fell below'. */
const SAYS_WAY = wordSet(
  'record highest lowest high low highs lows peak trough strongest weakest above below beyond past best worst maximum minimum grace short behind apart foul victim flat',
)
const SAYS_WAY_WITHIN = 10
/** What is lifted by being taken away. */
const BANS = wordSet(
  'ban bans quota quotas sanction sanctions restriction restrictions embargo embargoes curb curbs limit limits freeze suspension moratorium tariffs controls cap caps',
)

/** Whether a word for going up or down takes an object, or stands beside what says which way. */
function isGoingSomewhere(marked: Marked, i: number): boolean {
  const lemma = marked.tokens[i]?.lemma ?? ''
  if (lemma === 'lift' && marked.tokens.some(({ lower }) => BANS.has(lower))) return true
  if (SAYS_WAY.has(wordAt(marked, i)))
    return rangeSome(Math.max(0, i - SAYS_WAY_WITHIN), i, (at) =>
      MOVES.some((words) => words.has(marked.tokens[at]?.lemma ?? '')),
    )
  if (!MOVES.some((words) => words.has(lemma))) return false
  for (let at = i + 1; at <= i + SAYS_WAY_WITHIN && !/^[,;:.]$/.test(wordAt(marked, at)); at++)
    if (SAYS_WAY.has(wordAt(marked, at))) return true
  return (
    posAt(marked, i) === 'VERB' &&
    GOING.has(lemma) &&
    (/^(?:its|his|her|their|the|a|an)$/.test(wordAt(marked, i + 1)) || marked.names[i + 1] !== undefined)
  )
}

function lacksComplement(marked: Marked, i: number): boolean {
  const word = wordAt(marked, i)
  if (TAKES_TO.has(word)) return wordAt(marked, i + 1) !== 'to' || posAt(marked, i + 2) !== 'VERB'
  // 'banned from suing' is not 'allowed from suing'; 'last November' not 'first November'
  if (
    posAt(marked, i) === 'VERB' &&
    wordAt(marked, i + 1) === 'from' &&
    /^(?:ban|bar|block|prevent|stop|exclude)$/.test(marked.tokens[i]?.lemma ?? '')
  )
    return true
  if (marked.periods[i + 1] !== undefined && /^(?:last|next|first|early|late)$/.test(word)) return true
  // 'failing to ask' is not 'succeeding to ask'
  if (TAKES_NO_TO.has(word)) return wordAt(marked, i + 1) === 'to'
  // 'a badly-needed boost' is a noun, whatever it is taken for
  if (
    posAt(marked, i) === 'VERB' &&
    /^(?:DET|ADJ)$/.test(posAt(marked, i - 1)) &&
    posAt(marked, i + 1) !== 'NOUN'
  )
    return true
  // 'more expensive' is not 'more cheap'
  if (TAKES_ADJECTIVE.has(wordAt(marked, i - 1)) && SHORT_OPPOSITE.has(word)) return true
  if (STEPS_IN.has(word)) return wordAt(marked, i + 1) === ','
  if (GOES_INTO.has(word)) return wordAt(marked, i + 1) === 'into'
  if (TAKES_ADJECTIVE.has(word)) return posAt(marked, i + 1) !== 'ADJ'
  // 'going after goods'; 'arrived before' whom?
  if (posAt(marked, i) === 'ADP')
    return (
      posAt(marked, i - 1) === 'VERB' ||
      marked.periods[i + 1] !== undefined ||
      /^(?:PUNCT|CCONJ|VERB)$/.test(posAt(marked, i + 1))
    )
  // 'made good', 'a good is'
  if (word === 'good' || word === 'goods')
    return marked.tokens[i - 1]?.lemma === 'make' || posAt(marked, i + 1) !== 'NOUN'
  return wordAt(marked, i - 1) === 'at' && /^(?:first|last|best|worst)$/.test(word)
}

/** 'Suffered a decline', 'enjoyed growth': the verb takes only what is bad, or good. */
const isSuffered = ({ tokens }: Marked, i: number): boolean =>
  tokens.slice(Math.max(0, i - 4), i).some(({ lemma }) => /^(?:suffer|enjoy|undergo|face)$/.test(lemma))

const BINDING_BEFORE = wordSet("not no never nor neither as so too n't n’t or and")
const BINDING_BEHIND = wordSet('or and as than')

/** Whether another word could not simply take a word's place: it belongs to a name, figure, time or quotation, to a compound ('low-cost'), to a comparison with a figure ('over 40'), it sorts several things, it lacks what would make it clear, or something turns it round already ('not easy'). */
export function isBoundWord(marked: Marked, i: number): boolean {
  const { names, periods, quantities, quoted } = marked
  return (
    names[i] !== undefined ||
    periods[i] !== undefined ||
    quantities[i - 1] !== undefined ||
    quantities[i] !== undefined ||
    quantities[i + 1] !== undefined ||
    quoted[i] === true ||
    sortsMany(marked, i) ||
    lacksComplement(marked, i) ||
    isGoingSomewhere(marked, i) ||
    isSuffered(marked, i) ||
    wordAt(marked, i + 1) === '-' ||
    wordAt(marked, i - 1) === '-' ||
    BINDING_BEFORE.has(wordAt(marked, i - 1)) ||
    BINDING_BEHIND.has(wordAt(marked, i + 1))
  )
}

/** Whether two figures of one unit in a range tell which way it went, whatever the word for it at a token: 'fell from £190 to £180'. */
export function saysFromWhere(marked: Marked, range: Range, i: number): boolean {
  const lemma = marked.tokens[i]?.lemma ?? ''
  if (!MOVES.some((words) => words.has(lemma))) return false
  const units = within(marked.quantities, range).map(({ unit }) => unit)
  return new Set(units).size < units.length
}
