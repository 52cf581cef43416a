import type { TermFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { lastOfName, type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'

/** How a definition begins: it says of what sort the thing is. */
const GENUS =
  /^an? (?:[\p{L}-]+ ){0,3}(?:form|type|kind|sort|class|measure|gauge|method|technique|process|practice|system|tool|device|scheme|arrangement|agreement|contract|tax|charge|levy|fee|fund|bond|loan|rate|ratio|index|benchmark|term|word|name|rule|law|currency|metal|mineral|fuel|gas|drug|medicine|material|chemical|plant|crop|network|standard|protocol|strategy|policy|instrument|option|share|stake|payment|bonus)\b/u

/** How a definition begins that says what part, price or deed the thing is: it holds of nothing but that term. */
const ESSENCE =
  /^(?:(?:the|an?) )?(?:[\p{L}'-]+ ){0,3}(?:share|part|price|value|profit|cash|money|charge|rate|risk|danger|ownership|removal|amount|number|sum|difference|right|duty|cost|income|stretch|practice|granting|buying|selling|borrowing|lending|passage|level|state|power|shutting-out|decision|order|promise|payment|interest|debts?|speed|ability|shelter)\b.*? (?:of|that|which|for|in|due|left|after|before|to|at|when|by|from)\b/u

const CLAUSE =
  /^(?:(?!that\b|which\b|who\b|what\b|of\b)[^ ]+ ){1,5}(?:remains?|is|was|are|were|has|have|had|rose|fell|will|would|can|could)\b/u

const SHORTEST = 5
const LONGEST = 22

const SMALL = /^(?:of|and|for|the|in|on|&|-)$/

/** Where the words begin that end before token `open` and begin with these letters, one each; -1 where they do not. Small words are skipped, or tried as well. */
function spelledFrom(marked: Marked, open: number, short: string, isSkipping: boolean): number {
  const letters = [...short.toLowerCase()]
  let at = open - 1
  for (; at >= 0 && letters.length > 0; at--) {
    const word = wordAt(marked, at)
    const isSmall = SMALL.test(word)
    if (!(isSmall && isSkipping) && word.startsWith(letters.at(-1) ?? '')) letters.pop()
    else if (!isSmall) return -1
  }
  return letters.length === 0 ? at + 1 : -1
}

interface Spelled {
  readonly long: string
  readonly short: string
  readonly from: number
}

/** Initials in brackets, with the words they stand for before them: 'gross domestic product (GDP)'. */
function expansionAt({ reading }: Scene, marked: Marked, open: number): Spelled | null {
  if (wordAt(marked, open) !== '(' || wordAt(marked, open + 2) !== ')') return null
  const short = marked.tokens[open + 1]?.text ?? ''
  if (!/^\p{Lu}{2,5}$/u.test(short)) return null
  const skipping = spelledFrom(marked, open, short, true)
  const from = skipping === -1 ? spelledFrom(marked, open, short, false) : skipping
  if (from === -1) return null
  const start = marked.tokens[from]?.start ?? 0
  const end = marked.tokens[open - 1]?.end ?? 0
  return { long: reading.text.slice(start, end).replace(/\s+/g, ' '), short, from }
}

/** Where a definition that stands between commas ends; -1 where it is cut or holds too much. */
function definitionEnd(marked: Marked, from: number): number {
  for (let i = from; i < Math.min(marked.tokens.length, from + LONGEST); i++) {
    const word = wordAt(marked, i)
    if (word === ',' || word === '.') return i
    if (/^[;:()"“”—–]$/.test(word) || /^(?:said|says|he|she|they|it|we)$/.test(word)) return -1
  }
  return -1
}

/** The term that ends before token `end`: a name that is neither a person's nor a body's, or a phrase of common nouns. */
function termBefore(marked: Marked, end: number): Range | null {
  const name = marked.names[end - 1]
  if (name) return name.sort === 'other' ? { from: marked.names.indexOf(name), to: end } : null
  let from = end
  while (from > 0 && /^(?:NOUN|ADJ)$/.test(posAt(marked, from - 1)) && !marked.names[from - 1]) from--
  // 'the de minimis exemption': a foreign word belongs to it
  if (posAt(marked, from - 2) === 'DET' && /^\p{Ll}+$/u.test(marked.tokens[from - 1]?.text ?? '')) from--
  return end - from >= 2 && end - from <= 5 && posAt(marked, end - 1) === 'NOUN' ? { from, to: end } : null
}

function finding(
  { reading }: Scene,
  marked: Marked,
  said: Pick<TermFinding, 'term' | 'sense' | 'definition'>,
): TermFinding {
  const fact = factOf({
    family: 'term',
    subject: said.term,
    measure: said.sense,
    object: said.definition,
    status: 'actual',
    evidence: evidenceOf(reading.text, [marked.sentence]),
  })
  return { family: 'term', fact, marked, when: { phrase: '', isAbsolute: true }, ...said }
}

/** Where a term of common words ends and its meaning begins: 'gross margin(, the share of sales ...)', 'a policy rate (is the rate ...)', 'operating income(, which is profit ...)'; null elsewhere. */
function meaningAt(marked: Marked, i: number): { readonly end: number; readonly from: number } | null {
  const [word, next, third] = [wordAt(marked, i), wordAt(marked, i + 1), wordAt(marked, i + 2)]
  if (word === ',' && next === 'which' && third === 'is') return { end: i, from: i + 3 }
  if (word === ',' && (/^(?:the|an?)$/.test(next) || posAt(marked, i + 1) === 'NOUN'))
    return { end: i, from: i + 1 }
  // Only a term that opens its sentence with 'a', or by itself, is defined by 'is'.
  return word === 'is' && isWholeSubject(marked, i) ? { end: i, from: i + 1 } : null
}

const isWholeSubject = (marked: Marked, end: number): boolean => {
  const from = /^an?$/.test(wordAt(marked, 0)) ? 1 : 0
  return (
    end > from &&
    end - from <= 4 &&
    marked.tokens
      .slice(from, end)
      .every(({ pos }, k) => /^(?:NOUN|ADJ|PROPN|PUNCT)$/.test(pos) && !marked.quantities[from + k])
  )
}

/** A term of common words with what it means, where the meaning holds of nothing else. */
function plainTerm(scene: Scene, marked: Marked, i: number): TermFinding | null {
  const at = meaningAt(marked, i)
  if (!at || marked.names[at.end - 1]) return null
  let from = at.end
  while (from > 0 && at.end - from < 5 && isOfTerm(marked, from - 1)) from--
  const words = marked.tokens.slice(from, at.end)
  const [only] = words
  if (!only || posAt(marked, at.end - 1) !== 'NOUN') return null
  // A single word that 'the' points at is told of, not explained.
  if (words.length === 1 && (only.text.length < 5 || posAt(marked, from - 1) === 'DET')) return null
  const to = definitionEnd(marked, at.from)
  if (to === -1 || to - at.from < SHORTEST - 1) return null
  const definition = standalone(scene, marked, { from: at.from, to })
  const term = standalone(scene, marked, { from, to: at.end })
  if (definition === null || term === null || !ESSENCE.test(definition) || /\d/.test(definition)) return null
  // One of a list: 'an upturn in spending, a fall in the yen and an improvement in trade'
  if (/^an? .* and an? /i.test(definition) || /^\p{Ll}+ and \p{Ll}+ /u.test(definition)) return null
  // A clause, not what something is: 'the growth rate remains short of it'
  if (CLAUSE.test(definition)) return null
  if (definition.toLowerCase().includes(term.toLowerCase())) return null
  return finding(scene, marked, { term: from === 0 ? small(term) : term, sense: 'means', definition })
}

const isOfTerm = (marked: Marked, i: number): boolean =>
  (/^(?:NOUN|ADJ)$/.test(posAt(marked, i)) ||
    (posAt(marked, i) === 'VERB' && /(?:ing|ed)$/.test(wordAt(marked, i))) ||
    // 'Free cash flow': a capital of the sentence's
    (i === 0 && posAt(marked, i) === 'PROPN')) &&
  !marked.names[i] &&
  !marked.quantities[i] &&
  !marked.periods[i] &&
  !/^(?:such|other|same|new|first|last|own|early|late|expected|forecast|projected|planned|proposed|reported|estimated)$/.test(
    wordAt(marked, i),
  )

const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Terms that a sentence explains in passing, and initials that it spells out. */
export function findTerms(scene: Scene, marked: Marked): TermFinding[] {
  const found: TermFinding[] = []
  for (let i = 1; i < marked.tokens.length - 1; i++) {
    if (marked.quoted[i]) continue
    const spelled = expansionAt(scene, marked, i)
    if (spelled) {
      found.push(
        finding(scene, marked, { term: spelled.short, sense: 'stands for', definition: spelled.long }),
      )
      continue
    }
    const plain = plainTerm(scene, marked, i)
    if (plain) {
      found.push(plain)
      continue
    }
    if (wordAt(marked, i) !== ',' || !/^an?$/.test(wordAt(marked, i + 1))) continue
    const inBrackets = wordAt(marked, i - 1) === ')' ? expansionAt(scene, marked, i - 3) : null
    const range = inBrackets ? { from: inBrackets.from, to: i - 3 } : termBefore(marked, i)
    const end = range ? definitionEnd(marked, i + 1) : -1
    if (!range || end === -1 || end - i < SHORTEST) continue
    const definition = standalone(scene, marked, { from: i + 1, to: end })
    const term = standalone(scene, marked, range)
    if (definition === null || term === null || !GENUS.test(definition)) continue
    if (definition.toLowerCase().includes(term.toLowerCase())) continue
    found.push(finding(scene, marked, { term, sense: 'means', definition }))
    i = Math.max(i, lastOfName(marked, i))
  }
  return found
}
