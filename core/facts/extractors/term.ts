import type { TermFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { lastOfName, type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'

/** How a definition begins: it says of what sort the thing is. */
const GENUS =
  /^an? (?:[\p{L}-]+ ){0,3}(?:form|type|kind|sort|class|measure|gauge|method|technique|process|practice|system|tool|device|scheme|arrangement|agreement|contract|tax|charge|levy|fee|fund|bond|loan|rate|ratio|index|benchmark|term|word|name|rule|law|currency|metal|mineral|fuel|gas|drug|medicine|material|chemical|plant|crop|network|standard|protocol|strategy|policy|instrument|option|share|stake|payment|bonus)\b/u

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
