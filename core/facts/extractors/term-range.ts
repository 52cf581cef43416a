import { isKnownNoun } from '../../lexicon.ts'
import { isHyphen, type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'

const LONGEST = 5
const SHORTEST_WORD = 5

/** Nouns that only stand for what is said of them: 'the problem is ...' explains no problem. */
const SHELL =
  /^(?:problem|question|issue|reason|point|result|answer|idea|aim|goal|key|way|thing|concern|fear|hope|worry|factor|cause|effect|choice|alternative|solution|example|exception|difference|part|move|challenge|priority|task|job|message|plan|view|truth|fact|bet|trick|focus|theme|trend|case|lesson|need|want|change|other|one|man|woman|person|people|company|firm|group|business)$/

/** Nouns of which that holds where nothing before them tells which: 'the risk is ...', but 'default risk'. */
const SHELL_ALONE =
  /^(?:risk|option|cost|price|value|amount|number|sum|rest|threat|danger|chance|target|step|test|sign|effect|order)$/

const isShell = (marked: Marked, { from, to }: Range): boolean =>
  SHELL.test(wordAt(marked, to - 1)) || (to - from === 1 && SHELL_ALONE.test(wordAt(marked, to - 1)))

/** Words before a noun that make it one case or judge it, and so no term. */
const NO_TERM =
  /^(?:such|other|same|new|first|second|last|own|early|late|expected|forecast|projected|planned|proposed|reported|estimated|key|big|bigger|biggest|large|larger|largest|main|major|good|better|best|bad|worse|worst|great|huge|small|smaller|weak|weaker|strong|stronger|high|higher|low|lower|recent|previous|next|further|possible|likely|important|serious|real|true|similar|different|whole|entire|latest|common|popular|clear|typical)$/

/** 'deferred tax', 'yield curve control': no verb, or one that describes; but not 'rivals feared foreclosure'. */
function isVerbOfTerm(marked: Marked, i: number): boolean {
  const before = posAt(marked, i - 1)
  if (/ing$/.test(wordAt(marked, i))) return true
  if (/ed$/.test(wordAt(marked, i))) return !/^(?:NOUN|PROPN|PRON|ADV)$/.test(before) && !marked.names[i - 1]
  return /^(?:AUX|ADP|DET)$/.test(before) && posAt(marked, i + 1) === 'NOUN'
}

/** Whether the token can belong to a term of common words: 'gross', 'margin', 'break', '-', 'up'. */
function isOfTerm(marked: Marked, i: number): boolean {
  if (marked.names[i] || marked.quantities[i] || marked.periods[i] || NO_TERM.test(wordAt(marked, i)))
    return false
  const tag = posAt(marked, i)
  return (
    /^(?:NOUN|ADJ)$/.test(tag) ||
    (tag === 'VERB' && isVerbOfTerm(marked, i)) ||
    isHyphen(marked, i) ||
    // 'break-up fee', 'buy-back'
    isHyphen(marked, i + 1) ||
    isHyphen(marked, i - 1) ||
    // 'Free cash flow': a capital of the sentence's
    (i === 0 && tag === 'PROPN')
  )
}

/** The term of common words that ends before token `end`; null where none does, or where what stands there is one case or a word that stands for another. */
export function plainTermBefore({ reading }: Scene, marked: Marked, end: number): Range | null {
  const last = wordAt(marked, end - 1)
  if (marked.names[end - 1] || posAt(marked, end - 1) !== 'NOUN') return null
  let from = end
  while (from > 0 && end - from < LONGEST && isOfTerm(marked, from - 1)) from--
  if (end - from === 1 && NO_TERM.test(wordAt(marked, from - 1))) return null
  if (from === end || isHyphen(marked, from) || isShell(marked, { from, to: end })) return null
  if (end - from > 1) return { from, to: end }
  // A single word that 'the' points at is told of, not explained; behind 'a' it is one of a kind that everybody knows, or a word of a trade.
  if (last.length < SHORTEST_WORD) return null
  const isOfTrade = /^an?$/.test(wordAt(marked, from - 1)) && !isKnownNoun(reading.lexicon, last)
  return isOfTrade || posAt(marked, from - 1) !== 'DET' ? { from, to: end } : null
}

/** The term that ends before token `end`: a name that is neither a person's nor a body's, or a phrase of common nouns. */
export function termBefore(marked: Marked, end: number): Range | null {
  const name = marked.names[end - 1]
  if (name) return name.sort === 'other' ? { from: marked.names.indexOf(name), to: end } : null
  let from = end
  while (from > 0 && /^(?:NOUN|ADJ)$/.test(posAt(marked, from - 1)) && !marked.names[from - 1]) from--
  // 'the de minimis exemption': a foreign word belongs to it
  if (posAt(marked, from - 2) === 'DET' && /^\p{Ll}+$/u.test(marked.tokens[from - 1]?.text ?? '')) from--
  return end - from >= 2 && end - from <= 5 && posAt(marked, end - 1) === 'NOUN' ? { from, to: end } : null
}

/** A term that alone is what its sentence is about: 'A policy rate (is ...)', 'EBIT (is ...)'; behind 'the' only where `isPointed`. */
export function wholeSubject(marked: Marked, end: number, isPointed = false): Range | null {
  const from = (isPointed ? /^(?:an?|the)$/ : /^an?$/).test(wordAt(marked, 0)) ? 1 : 0
  const length = end - from
  if (length < 1 || length > LONGEST || isShell(marked, { from, to: end })) return null
  if (length === 1 && isInitials(marked, from)) return { from, to: end }
  if (length === 1 && wordAt(marked, from).length < SHORTEST_WORD) return null
  for (let i = from; i < end; i++) if (!isOfTerm(marked, i) && !isSortOfYear(marked, i)) return null
  return { from, to: end }
}

/** 'A fiscal year': a sort of time, and none that passed. */
const isSortOfYear = ({ periods, tokens }: Marked, i: number): boolean =>
  periods[i] !== undefined &&
  /^(?:fiscal|financial|tax|calendar|leap|year|quarter)$/.test(tokens[i]?.lower ?? '')

/** 'EBIT', 'GDP'. */
export const isInitials = (marked: Marked, i: number): boolean =>
  /^\p{Lu}{3,6}$/u.test(marked.tokens[i]?.text ?? '') && !marked.names[i]?.isCountry
