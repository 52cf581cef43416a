import { type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'

/** How a definition begins: it says of what sort the thing is. */
const GENUS =
  /^an? (?:[\p{L}-]+ ){0,3}(?:form|type|kind|sort|class|measure|gauge|method|technique|process|practice|system|tool|device|scheme|arrangement|agreement|contract|tax|charge|levy|fee|fund|bond|loan|rate|ratio|index|benchmark|term|word|name|rule|law|currency|metal|mineral|fuel|gas|drug|medicine|material|chemical|plant|crop|network|standard|protocol|strategy|policy|instrument|option|share|stake|payment|bonus)\b/u

/** How a definition begins that says what part, price or deed the thing is: it holds of nothing but that term. */
const ESSENCE =
  /^(?:(?:the|an?) )?(?:[\p{L}'’-]+ ){0,3}(?:share|part|price|value|profit|cash|money|charge|fee|tax|levy|rate|risk|danger|ownership|removal|amount|number|sum|difference|gap|ratio|right|duty|cost|income|stretch|practice|granting|buying|selling|borrowing|lending|passage|level|state|power|shutting-out|decision|order|ruling|clause|promise|pledge|agreement|contract|permission|licen[cs]e|payment|interest|debts?|loans?|bonds?|speed|ability|shelter|dependence|reliance|measure|gauge|method|process|loss|reserve|discount|premium|bonus)\b.*? (?:of|that|which|for|in|due|left|after|before|to|at|on|when|if|between|by|from)\b/u

/** 'What the grower receives', 'whatever run of months a firm picks': what is handed over or chosen; what is wanted is no meaning. */
const WHAT =
  /^what(?:ever)? .*\b(?:receives?|pays?|gets?|earns?|owes?|charges?|picks?|chooses?|lends?|borrows?|owns?|holds?|makes?|remains?|is left|are left|leaves?)\b/u

/** A clause, not what something is: 'the growth rate remains short of it'. */
const CLAUSE =
  /^(?:(?!that\b|which\b|who\b|whose\b|whether\b|what\b|whatever\b|of\b|if\b|when\b|where\b)[^ ]+ ){1,5}(?:remains?|is|was|are|were|has|have|had|rose|fell|will|would|can|could)\b/u

/** Words of opinion, of one case, or of a time that is over: they tell of something, not what it is. */
const TELLS =
  /\b(?:was|were|had|did|would|could|might|may|should|said|says|likely|possible|better|worse|best|worst|biggest|largest|most|least|vital|key|important|major|big|large|huge|crucial|essential|main|good|bad|great|growing|serious|real|too|also|well|another|this|these|those|such|he|she|we|you)\b/u

export const SHORTEST = 5
const LONGEST = 24

const CLOSERS: Readonly<Record<string, RegExp>> = {
  ',': /^[,.;]$/,
  '(': /^\)$/,
  '-': /^[-–—]$/,
}

/** Where a definition that stands behind `opener` ends; -1 where it is cut or holds too much. A comma of a list within it is passed. */
export function definitionEnd(marked: Marked, from: number, opener: string): number {
  const closer = CLOSERS[opener] ?? /^[,.;]$/
  for (let i = from; i < Math.min(marked.tokens.length, from + LONGEST); i++) {
    const word = wordAt(marked, i)
    const isGlued = marked.tokens[i - 1]?.end === marked.tokens[i]?.start
    if (closer.test(word) && !(opener === '-' && isGlued)) {
      const on = word === ',' ? listEnd(marked, i, from) : -1
      if (on === -1) return i
      i = on - 1
    } else if (opener === '-' && word === '.') return i
    else if (/^[;:()"“”–—]$/.test(word) || /^(?:said|says|he|she|we)$/.test(word)) return -1
  }
  return -1
}

/** Where the list goes on that the comma at `i` belongs to, 'interest, | tax and fees': behind its 'and'; -1 where it is no list. */
function listEnd(marked: Marked, i: number, from: number): number {
  if (posAt(marked, i - 1) !== 'NOUN' || i - from < 2) return -1
  for (let at = i + 1; at < i + 5; at++) {
    if (/^(?:and|or)$/.test(wordAt(marked, at)))
      return at > i + 1 && /^(?:NOUN|ADJ)$/.test(posAt(marked, at + 1)) ? at + 1 : -1
    if (!/^(?:NOUN|ADJ)$/.test(posAt(marked, at)) && wordAt(marked, at) !== ',') return -1
  }
  return -1
}

/** Words that point at one case: they make no meaning that holds in general. */
const POINTS = /^(?:he|she|his|her|we|our|you|this|these|those|last|next)$/

/** 'The company' is one, 'a company' is any. */
const POINTS_WITH_THE = /^(?:company|firm|group|deal|government|minister|president)$/

/** A definition's words as printed, of a term that is spoken of in general ('A futures contract is ...'): what 'the central bank' and 'today' are in it follows from the term. Null where they tell of one case. */
export function generalText({ reading }: Scene, marked: Marked, { from, to }: Range): string | null {
  const first = marked.tokens[from]
  const last = marked.tokens[to - 1]
  const isOfOneCase = marked.tokens
    .slice(from, to)
    .some(
      ({ lower }, k) =>
        marked.names[from + k] !== undefined ||
        POINTS.test(lower) ||
        (POINTS_WITH_THE.test(lower) && wordAt(marked, from + k - 1) === 'the'),
    )
  return first && last && !isOfOneCase ? reading.text.slice(first.start, last.end).replace(/\s+/g, ' ') : null
}

/** A definition's words so that they can stand alone. Null where they cannot, or where a time would be lost from them. */
export const definitionText = (scene: Scene, marked: Marked, range: Range): string | null =>
  marked.tokens.slice(range.from, range.to).some(({ lower }) => /^(?:today|now|currently)$/.test(lower))
    ? null
    : standalone(scene, marked, range, { bound: true })

/** Whether a definition holds of nothing but its term: it says what part, price, right or deed that is. */
export const isEssence = (definition: string): boolean => ESSENCE.test(definition) && isMeaning(definition)

/** 'A part of', 'a danger that': said of a thing by its name, these judge it; they mean it only in passing ('the danger that'). */
const JUDGES =
  /^an? (?:[\p{L}-]+ )?(?:part|danger|risk|cost|loss|promise|decision|state|power|level|sum|number|amount|price)\b/u

/** Whether what is said of a term by 'is' tells what it is, and not how it fares or what somebody thinks of it. */
export const isDefining = (definition: string): boolean =>
  (isEssence(definition) ||
    (isGenus(definition) && !TELLS.test(definition) && RESTRICTED.test(definition))) &&
  !JUDGES.test(definition)

const RESTRICTED = / (?:that|which|of|for|in|to|on|by|between|at) /

/** Whether a definition says of what sort its term is. */
export const isGenus = (definition: string): boolean => GENUS.test(definition)

/** Whether a definition says what is handed over or chosen under that term. */
export const isWhatever = (definition: string): boolean => WHAT.test(definition) && !TELLS.test(definition)

const isMeaning = (definition: string): boolean =>
  !/\d/.test(definition) &&
  // One of a list: 'an upturn in spending, a fall in the yen and an improvement in trade'
  !/^an? .* and an? /i.test(definition) &&
  !/^\p{Ll}+ and \p{Ll}+ /u.test(definition) &&
  !CLAUSE.test(definition) &&
  !TELLS.test(definition)
