import type { CauseFinding, EventFinding } from '../../facts/finding.ts'
import { type Marked, wordAt } from '../../facts/sentence/marked.ts'
import { words } from './wording.ts'

/** The verb of a clause turned round for a question. */
interface Inverted {
  readonly auxiliary: string
  /** The verb without its first auxiliary, as the question needs it. */
  readonly verb: string
}

/** The clause turned round for a question: 'did', 'X', 'recall 1.8 million cars'. Null where the verb's form does not tell how. */
export function invert({ clause, subject }: EventFinding | CauseFinding): Inverted | null {
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
  if (head === 'has') return { auxiliary: 'does', verb: 'have' }
  if (head === lemma)
    return {
      auxiliary:
        subject.isPlural && !/^(?:cut|put|set|hit|let|shut|cost|split|spread|quit|bid)$/.test(head)
          ? 'do'
          : 'did',
      verb: lemma,
    }
  if (head === `${lemma}s` || head === `${lemma}es` || head === lemma.replace(/y$/, 'ies'))
    return { auxiliary: 'does', verb: lemma }
  return { auxiliary: 'did', verb: lemma }
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
