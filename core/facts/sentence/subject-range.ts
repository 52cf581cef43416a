import { wordSet } from '../../word-set.ts'
import { inNameList, joinsNouns } from './joined-nouns.ts'
import { type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import { isNominal, NOUN_LIKE } from './nominal.ts'
import { isPartOfSubject } from './part-of-subject.ts'
import { appositionStart, dashStart, isDash, relativeStart } from './set-off.ts'
import type { VerbGroup } from './verbs.ts'
import { APOSTROPHES } from './words.ts'

const PREPOSITIONS = wordSet(
  'during since of in from for to at on with between among by across per against under over within about around into through including excluding throughout',
)
const OBJECTS = wordSet('them him')
const QUANTIFIERS = wordSet('both all each')
const PRONOUNS = wordSet('it he she they we i you')
const ARTICLES_ANEW = wordSet('The A An')
const GLUED = wordSet("' ’ 's ’s , -")

/** The noun phrase that ends right before `verb`, with the verb's own adverbs skipped. */
export function subjectBefore(marked: Marked, verb: VerbGroup, floor: number): Range | null {
  let to = verb.from
  while (
    to > floor &&
    (posAt(marked, to - 1) === 'ADV' || QUANTIFIERS.has(wordAt(marked, to - 1))) &&
    !marked.names[to - 1]
  )
    to--
  // A pronoun is the whole subject, whatever opens the clause before it: 'in future | it will'
  if (
    to - 1 >= floor &&
    PRONOUNS.has(wordAt(marked, to - 1)) &&
    !marked.names[to - 1] &&
    // 'seen contributions into it increase'
    posAt(marked, to - 2) !== 'ADP'
  )
    return isContact(marked, to - 1, floor) ? null : { from: to - 1, to }
  let from = to
  let end = to
  while (from > floor) {
    const i = from - 1
    const text = wordAt(marked, i)
    if (marked.quoted[i] !== marked.quoted[verb.from]) break
    if (text === ',' && from === end) {
      const comma = appositionStart(marked, i)
      const start = comma > floor ? comma : relativeStart(marked, i, floor)
      if (start <= floor) break
      from = start
      end = start
    } else if (isDash(marked, i) && from === end) {
      const start = dashStart(marked, i)
      if (start <= floor) break
      from = start
      end = start
    } else if (text === ')') {
      let open = i
      while (open > floor && marked.tokens[open]?.text !== '(') open--
      if (open <= floor) break
      from = open
      if (end === i + 1) end = open
    } else if (text === 'and' || text === '&') {
      // 'the Bankers (BKA) and the Builders | said': the last of several is not the subject
      if (wordAt(marked, i - 1) === ')' && from < end) return null
      if (!joinsNouns(marked, i)) break
      from = i
    } else if (text === 'or' && from < end && isPairOfAdjectives(marked, i)) from = i
    else if (text === ',' && inNameList(marked, i)) from = i
    // 'because of them | Orrin cut its forecast'
    else if (from < end && OBJECTS.has(text)) break
    else if (isNominal(marked, i)) {
      from = i
      // A capital 'The' inside a sentence begins it anew, behind words that slipped in before it.
      if (i > 0 && ARTICLES_ANEW.has(marked.tokens[i]?.text ?? '') && !marked.names[i]) break
    } else break
  }
  // An opening 'In November' or 'At the company' without comma is no part of the subject.
  while (
    from < end &&
    (PREPOSITIONS.has(wordAt(marked, from)) || posAt(marked, from) === 'ADP') &&
    !isModifier(marked, from)
  ) {
    const next = isSetPhrase(marked, from) ? from + 2 : endOfPhrase(marked, from + 1, end)
    if (next >= end) return null
    from = next
  }
  while (from < end && (marked.periods[from] || GLUED.has(wordAt(marked, from)))) {
    // 'last year's profit' keeps its period
    const last = lastOfPeriod(marked, from)
    if (APOSTROPHES.has(wordAt(marked, last + 1))) break
    from++
  }
  while (
    end > from &&
    (marked.periods[end - 1] !== undefined || PREPOSITIONS.has(wordAt(marked, end - 1))) &&
    end - 1 > from
  ) {
    if (marked.periods[end - 1] === undefined && !marked.periods[end]) break
    end--
  }
  // 'Shares in Orrin, Velt and Sorn | fell': the end of a list is not what fell
  if (
    wordAt(marked, from - 1) === ',' &&
    marked.names[from - 2] !== undefined &&
    rangeSome(from, end, (i) => wordAt(marked, i) === 'and' && marked.names[i - 1] !== undefined)
  )
    return null
  // ', leaving thousands stranded': what follows from the clause before is no subject of its own
  if (
    posAt(marked, from) === 'VERB' &&
    (/^(?:following|including|according|excluding|regarding|concerning)$/.test(wordAt(marked, from)) ||
      (/ing$/.test(wordAt(marked, from)) && wordAt(marked, from - 1) === ','))
  )
    return null
  // 'The peg keeping the yuan around | 8.30 to the dollar': the end of what stands before
  if (
    wordAt(marked, from - 1) === 'around' &&
    posAt(marked, from) === 'NUM' &&
    posAt(marked, from - 2) === 'NOUN' &&
    !marked.periods[from - 2]
  )
    return null
  const subject = { from, to: end }
  if (isPartOfSubject(marked, subject, verb, floor)) return null
  const hasNoun = rangeSome(
    from,
    end,
    (i) => NOUN_LIKE.has(posAt(marked, i)) || marked.names[i] !== undefined,
  )
  return from < end && hasNoun ? subject : null
}

/** 'in future', 'in total': two words that open a clause and need no comma. */
const isSetPhrase = (marked: Marked, i: number): boolean =>
  wordAt(marked, i) === 'in' && /^(?:future|total|response|return|practice|fact)$/.test(wordAt(marked, i + 1))

/** 'counterfeit or pirated goods'. */
const isPairOfAdjectives = (marked: Marked, or: number): boolean =>
  /^(?:ADJ|NOUN)$/.test(posAt(marked, or - 1)) && /^(?:ADJ|VERB)$/.test(posAt(marked, or + 1))

/** 'the time it takes', '$3,000 he had received': the pronoun opens a clause that belongs to the noun before it, unless that noun's phrase opens the clause itself ('in future it will'). */
function isContact(marked: Marked, i: number, floor: number): boolean {
  const isNounBefore =
    /^(?:NOUN|PROPN)$/.test(posAt(marked, i - 1)) ||
    // 'the themes are those | he wants to see'
    /^(?:ones?|those|these|all|what|everything|anything|something)$/.test(wordAt(marked, i - 1)) ||
    marked.quantities[i - 1] !== undefined
  if (!isNounBefore || marked.periods[i - 1]) return false
  let from = i - 1
  while (from > floor && isNominal(marked, from - 1) && posAt(marked, from - 1) !== 'ADP') from--
  return (
    posAt(marked, from - 1) !== 'ADP' ||
    !(from - 1 <= floor || /^(?:that|,|and|but)$/.test(wordAt(marked, from - 2)))
  )
}

/** 'about 8,500 vehicles', 'over 100 people': the word belongs to the figure. */
const isModifier = (marked: Marked, i: number): boolean =>
  /^(?:about|around|over|under|up|between|some)$/.test(wordAt(marked, i)) &&
  [1, 2].some((step) => marked.quantities[i + step] !== undefined)

const lastOfPeriod = (marked: Marked, i: number): number => {
  let at = i
  while (marked.periods[at + 1] !== undefined && marked.periods[at + 1] === marked.periods[i]) at++
  return at
}

const isBeforeTime = (marked: Marked, i: number): boolean =>
  /^(?:in|on|at)$/.test(wordAt(marked, i)) &&
  [1, 2].some((step) => marked.periods[i + step] !== undefined && marked.periods[i] === undefined)

/** Where the phrase behind an opening preposition ends, so that the subject can begin: behind a period ('In November |'). */
function endOfPhrase(marked: Marked, from: number, end: number): number {
  let i = from
  while (i < end && marked.periods[i] === undefined && i < from + 2) i++
  // 'in early trading | on 4 June Harrow's shares'
  if (isBeforeTime(marked, i)) return i
  if (marked.periods[i] === undefined) return end
  return lastOfPeriod(marked, i) + 1
}
