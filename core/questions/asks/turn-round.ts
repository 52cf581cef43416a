import type { BlameFinding, CauseFinding, EventFinding } from '../../facts/finding.ts'
import { type Marked, wordAt } from '../../facts/sentence/marked.ts'
import { words } from './wording.ts'

/** The verb of a clause turned round for a question. */
interface Inverted {
  readonly auxiliary: string
  /** The verb without its first auxiliary, as the question needs it. */
  readonly verb: string
}

/** Adverbs without which a verb would say more than it did. */
const NARROWING =
  /^(?:first|last|once|twice|again|only|nearly|almost|partly|jointly|briefly|temporarily|provisionally)$/

/** The clause turned round for a question: 'did', 'X', 'recall 1.8 million cars'. Null where the verb's form does not tell how. */
export function invert({ clause, subject }: EventFinding | CauseFinding | BlameFinding): Inverted | null {
  const { marked, verb } = clause
  const head = wordAt(marked, verb.head)
  const middle = marked.tokens.slice(verb.from, verb.head).map(({ text }) => text.toLowerCase())
  const [first, ...others] = verb.auxiliaries
  if (verb.lemma === 'be' && verb.auxiliaries.length === 0) return { auxiliary: head, verb: '' }
  if (first !== undefined) {
    const expanded = /^['’]/.test(first) ? null : first
    if (!expanded) return null
    const adverbs = middle.filter((word) => word !== first && !others.includes(word))
    return { auxiliary: expanded, verb: words(...adverbs, ...others, head) }
  }
  const { lemma } = verb
  // 'First passed $10,000' is not 'passed' it.
  const kept = middle.filter((word) => NARROWING.test(word))
  if (head === 'has') return { auxiliary: 'does', verb: words(...kept, 'have') }
  if (head === lemma)
    return {
      auxiliary:
        subject.isPlural && !/^(?:cut|put|set|hit|let|shut|cost|split|spread|quit|bid)$/.test(head)
          ? 'do'
          : 'did',
      verb: words(...kept, lemma),
    }
  if (head === `${lemma}s` || head === `${lemma}es` || head === lemma.replace(/y$/, 'ies'))
    return { auxiliary: 'does', verb: words(...kept, lemma) }
  return { auxiliary: 'did', verb: words(...kept, lemma) }
}

/** Where a second verb of the same subject begins ('and ranked as'), else the end: a question turned round cannot carry it. */
export function secondPredicate(marked: Marked, from: number, to: number): number {
  for (let i = from; i < to - 1; i++)
    if (
      /^(?:and|but)$/.test(wordAt(marked, i)) &&
      /^(?:VERB|AUX)$/.test(marked.tokens[i + 1]?.pos ?? '') &&
      !marked.names[i + 1]
    )
      return i
  return to
}
