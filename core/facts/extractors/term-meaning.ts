import type { TermFinding } from '../finding.ts'
import { isHyphen, type Marked, posAt, type Range, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { isDash } from '../sentence/set-off.ts'
import { standalone } from '../sentence/standalone.ts'
import {
  definitionEnd,
  definitionText,
  generalText,
  isDefining,
  isEssence,
  isGenus,
  isWhatever,
  SHORTEST,
} from './definition.ts'
import { expansionAt } from './initials.ts'
import { isInitials, plainTermBefore, termBefore, wholeSubject } from './term-range.ts'

/** What a text says of a term. */
export type Said = Pick<TermFinding, 'term' | 'sense' | 'definition'>

type Way = (scene: Scene, marked: Marked, i: number) => Said | null

const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** A term and its meaning, where both can stand alone, the meaning is long enough, and it passes `test`. */
function told(
  scene: Scene,
  marked: Marked,
  range: Range,
  definition: string | null,
  test: (definition: string) => boolean,
): Said | null {
  const term = standalone(scene, marked, range)
  if (term === null || definition === null || !test(definition)) return null
  if (definition.toLowerCase().includes(term.toLowerCase())) return null
  return { term: range.from === 0 ? small(term) : term, sense: 'means', definition }
}

const isLong = (from: number, to: number, shortest = SHORTEST): boolean =>
  to !== -1 && to - from >= shortest - 1

/** 'The repo rate, a benchmark for what lenders pay each other,': what sort of thing it is. */
const ofItsSort: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== ',' || !/^an?$/.test(wordAt(marked, i + 1))) return null
  const inBrackets = wordAt(marked, i - 1) === ')' ? expansionAt(scene, marked, i - 3) : null
  const range = inBrackets ? { from: inBrackets.from, to: i - 3 } : termBefore(marked, i)
  const to = definitionEnd(marked, i + 1, ',')
  if (!range || to === -1 || to - i < SHORTEST) return null
  return told(scene, marked, range, definitionText(scene, marked, { from: i + 1, to }), isGenus)
}

/** Where a meaning begins that commas, a bracket or a dash set off, with the mark that opened it; null where none does. */
function openedAt(marked: Marked, i: number): { readonly from: number; readonly opener: string } | null {
  const opener = isDash(marked, i) ? '-' : wordAt(marked, i)
  if (!/^[,(-]$/.test(opener)) return null
  const isWhichIs = wordAt(marked, i + 1) === 'which' && wordAt(marked, i + 2) === 'is'
  if (isWhichIs) return { from: i + 3, opener }
  const isNominal = /^(?:the|an?)$/.test(wordAt(marked, i + 1)) || posAt(marked, i + 1) === 'NOUN'
  return isNominal ? { from: i + 1, opener } : null
}

/** 'A golden share | in the group |, a share that ...': where the term ends before a place or a holder that is only told besides. */
function termEnd(marked: Marked, end: number): number {
  const name = marked.names[end - 1]
  if (!name) return end
  const at = marked.names.indexOf(name) - 1
  const before = wordAt(marked, at) === 'the' ? at - 1 : at
  return /^(?:in|at|with)$/.test(wordAt(marked, before)) ? before : end
}

/** 'Gross margin, the share of sales ...', 'a break-up fee (the money due if ...)'. */
const setOff: Way = (scene, marked, i) => {
  const at = openedAt(marked, i)
  const range = at && plainTermBefore(scene, marked, termEnd(marked, i))
  if (!range) return null
  const to = definitionEnd(marked, at.from, at.opener)
  if (!isLong(at.from, to)) return null
  const meaning = { from: at.from, to }
  const isOfAny = /^an?$/.test(wordAt(marked, range.from - 1))
  const definition =
    definitionText(scene, marked, meaning) ?? (isOfAny ? generalText(scene, marked, meaning) : null)
  return told(scene, marked, range, definition, isEssence)
}

/** 'A futures contract is an agreement to ...', 'EBIT is profit before ...', 'the farm-gate price is what the grower receives': said of the term in general. */
const defined: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== 'is') return null
  const isWhat = /^what(?:ever)?$/.test(wordAt(marked, i + 1))
  const range = wholeSubject(marked, i, isWhat)
  const to = range ? definitionEnd(marked, i + 1, 'is') : -1
  if (!range || !isLong(i + 1, to, isWhat ? SHORTEST - 1 : SHORTEST)) return null
  const definition = generalText(scene, marked, { from: i + 1, to })
  return told(scene, marked, range, definition, (text) => (isWhat ? isWhatever(text) : isDefining(text)))
}

/** '..., a ramp being the stretch between ...'. */
const being: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== 'being' || !/^(?:the|an?)$/.test(wordAt(marked, i + 1))) return null
  let from = i
  while (from > i - 4 && (/^(?:NOUN|ADJ|ADP)$/.test(posAt(marked, from - 1)) || isHyphen(marked, from - 1)))
    from--
  const to = definitionEnd(marked, i + 1, ',')
  if (
    from === i ||
    !/^an?$/.test(wordAt(marked, from - 1)) ||
    wordAt(marked, from - 2) !== ',' ||
    !isLong(i + 1, to)
  )
    return null
  return told(scene, marked, { from, to: i }, generalText(scene, marked, { from: i + 1, to }), isEssence)
}

/** Words beside which 'or' joins two things that both may be. */
const OPEN = /^(?:whether|either|if|not|no|any|could|may|might|would|should|can|will)$/

/** 'The freight rate, or the price of moving a container, goes up': the same thing said again. */
const saidAgain: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== ',' || wordAt(marked, i + 1) !== 'or') return null
  const range = plainTermBefore(scene, marked, i) ?? pointedWord(marked, i)
  const to = definitionEnd(marked, i + 2, ',')
  if (!range || !isLong(i + 2, to) || wordAt(marked, to) !== ',') return null
  const isAside =
    !rangeSome(0, to, (at) => OPEN.test(wordAt(marked, at)) && at < i) && !OPEN.test(wordAt(marked, to + 1))
  const isAlike = (wordAt(marked, range.from - 1) === 'the') === (wordAt(marked, i + 2) === 'the')
  if (!isAside || !isAlike) return null
  return told(scene, marked, range, definitionText(scene, marked, { from: i + 2, to }), isEssence)
}

/** 'Such concentration': the word that says in short what was told before. */
const pointedWord = (marked: Marked, end: number): Range | null =>
  wordAt(marked, end - 2) === 'such' && posAt(marked, end - 1) === 'NOUN' ? { from: end - 1, to: end } : null

/** 'The delisting, as the removal of a share from an exchange is called,'. */
const asCalled: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== ',' || wordAt(marked, i + 1) !== 'as') return null
  let to = i + 2
  while (to < marked.tokens.length && !/^(?:[,.;:]|is|are)$/.test(wordAt(marked, to))) to++
  if (!/^(?:is|are)$/.test(wordAt(marked, to)) || !/^(?:called|known|termed)$/.test(wordAt(marked, to + 1)))
    return null
  if (!/^[,.]$/.test(wordAt(marked, to + 2))) return null
  let from = i
  while (
    from > 0 &&
    (/^(?:NOUN|ADJ)$/.test(posAt(marked, from - 1)) || /ing$/.test(wordAt(marked, from - 1))) &&
    !marked.names[from - 1]
  )
    from--
  if (from === i || i - from > 4) return null
  return told(scene, marked, { from, to: i }, definitionText(scene, marked, { from: i + 2, to }), isEssence)
}

/** 'A fund that tracks an index, known as a tracker fund,'. */
const knownAs: Way = (scene, marked, i) => {
  if (!/^(?:known|called|termed)$/.test(wordAt(marked, i))) return null
  let from = wordAt(marked, i) === 'known' ? i + 2 : i + 1
  if (wordAt(marked, i) === 'known' && wordAt(marked, i + 1) !== 'as') return null
  if (/^an?$/.test(wordAt(marked, from))) from++
  let to = from
  while (to < from + 4 && /^(?:NOUN|ADJ|VERB)$/.test(posAt(marked, to)) && !marked.names[to]) to++
  if (to === from || !/^[,.]$/.test(wordAt(marked, to))) return null
  const end = wordAt(marked, i - 1) === ',' ? i - 1 : i
  const start = definitionStart(marked, end)
  if (start === -1 || !isLong(start, end)) return null
  const definition = definitionText(scene, marked, { from: start, to: end })
  return told(
    scene,
    marked,
    { from, to },
    definition && start === 0 ? small(definition) : definition,
    (text) => isEssence(text) || (isGenus(text) && / (?:that|which|of|for|in|to) /.test(text)),
  )
}

/** Where the noun phrase begins that ends before `end` and says what is called so: at the first article behind the last finite verb or preposition that it can follow. */
function definitionStart(marked: Marked, end: number): number {
  for (let at = Math.max(0, end - 20); at < end - SHORTEST; at++) {
    if (!/^(?:the|an?)$/.test(wordAt(marked, at))) continue
    if (at === 0 || /^(?:ADP|VERB|AUX)$/.test(posAt(marked, at - 1)))
      return rangeSome(at, end, (i) => /^[,;:()]$/.test(wordAt(marked, i))) ? -1 : at
  }
  return -1
}

/** "'Buy now, pay later', the granting of ...": a term in quotation marks. */
const quotedTerm: Way = ({ reading, ...scene }, marked, i) => {
  if (wordAt(marked, i) !== ',' || !/^['’”"]$/.test(wordAt(marked, i - 1))) return null
  if (!/^(?:the|an?)$/.test(wordAt(marked, i + 1))) return null
  let open = i - 3
  while (open >= 0 && open > i - 9 && !/^['‘“"]$/.test(wordAt(marked, open))) open--
  if (!/^['‘“"]$/.test(wordAt(marked, open))) return null
  const first = marked.tokens[open + 1]
  const last = marked.tokens[i - 2]
  const to = definitionEnd(marked, i + 1, ',')
  if (!first || !last || /^\p{Lu}/u.test(first.text) || !isLong(i + 1, to)) return null
  const definition = definitionText({ reading, ...scene }, marked, { from: i + 1, to })
  if (definition === null || !isEssence(definition)) return null
  return { term: reading.text.slice(first.start, last.end).replace(/\s+/g, ' '), sense: 'means', definition }
}

/** 'Yield curve control, in which a central bank buys bonds': what happens where it is done, told of anybody. */
const inWhich: Way = (scene, marked, i) => {
  if (
    wordAt(marked, i) !== ',' ||
    !/^(?:in|under)$/.test(wordAt(marked, i + 1)) ||
    wordAt(marked, i + 2) !== 'which'
  )
    return null
  const from = i + 3
  const range = plainTermBefore(scene, marked, i)
  const isAnybodys = /^an?$/.test(wordAt(marked, from)) || /^[a-z-]+s$/.test(wordAt(marked, from))
  const to = definitionEnd(marked, from, ',')
  if (!range || range.to - range.from < 2 || !isAnybodys || !isLong(from, to)) return null
  if (/^(?:the|this|that|its|their)$/.test(wordAt(marked, range.from - 1))) return null
  const verb = marked.tokens.slice(from, to).find(({ pos }) => pos === 'VERB' || pos === 'AUX')
  const isNow =
    verb && (verb.lower === verb.lemma || /s$/.test(verb.lower)) && !/^(?:was|has)$/.test(verb.lower)
  if (
    !isNow ||
    rangeSome(from, to, (at) => marked.quantities[at] !== undefined || marked.periods[at] !== undefined)
  )
    return null
  const definition = generalText(scene, marked, { from, to })
  const said = told(
    scene,
    marked,
    range,
    definition,
    (text) => !/\b(?:was|were|had|did|will|would|could|may|might)\b/.test(text),
  )
  return said && { ...said, sense: 'is when' }
}

/** 'EBITDA, which leaves out the charges for wear': what it does, told of it in general. */
const whichDoes: Way = (scene, marked, i) => {
  if (wordAt(marked, i) !== ',' || wordAt(marked, i + 1) !== 'which') return null
  if (
    !/^(?:arises|occurs|happens|measures|gauges|tracks|excludes|leaves|strips)$/.test(wordAt(marked, i + 2))
  )
    return null
  const isAside = wordAt(marked, i - 1) === 'well' && wordAt(marked, i - 2) === 'as'
  const end = isAside ? i - 2 : i
  const range = isInitials(marked, end - 1) ? { from: end - 1, to: end } : plainTermBefore(scene, marked, end)
  const to = definitionEnd(marked, i + 2, ',')
  if (!range || !isLong(i + 2, to) || /^(?:the|its|their)$/.test(wordAt(marked, range.from - 1))) return null
  const said = definitionText(scene, marked, { from: i + 2, to })
  return told(
    scene,
    marked,
    range,
    said && `what ${said}`,
    (text) => !/\d|\b(?:also|too|well|was|were|had|will|would|could|may|might)\b/.test(text),
  )
}

/** THE ORDER in which the ways to explain a term are tried. */
const WAYS: readonly Way[] = [
  setOff,
  ofItsSort,
  defined,
  being,
  saidAgain,
  asCalled,
  knownAs,
  quotedTerm,
  inWhich,
  whichDoes,
]

/** What the words around token `i` say that a term means; null where they explain none. */
export function meaningAt(scene: Scene, marked: Marked, i: number): Said | null {
  for (const way of WAYS) {
    const said = way(scene, marked, i)
    if (said) return said
  }
  return null
}
