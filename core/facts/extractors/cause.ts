import type { CauseFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import { subordinates } from '../sentence/nominal.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'

/** Words that open a reason, by what follows them; the longest first. */
const OPENERS: readonly { readonly words: readonly string[]; readonly takes: CauseFinding['takes'] }[] = [
  { words: ['because', 'of'], takes: 'thing' },
  { words: ['because'], takes: 'clause' },
  { words: ['due', 'to'], takes: 'thing' },
  { words: ['owing', 'to'], takes: 'thing' },
  { words: ['thanks', 'to'], takes: 'thing' },
  { words: ['as', 'a', 'result', 'of'], takes: 'thing' },
  { words: ['on', 'the', 'back', 'of'], takes: 'thing' },
]

const FIRST_WORDS = new Set(OPENERS.map(({ words }) => words[0] ?? ''))

interface Reason {
  /** Where it opens. */
  readonly at: number
  readonly range: Range
  readonly takes: CauseFinding['takes']
}

const LONGEST = 18

/** Words behind a verb that open what it takes. */
const LEADS_ON = /^(?:as|that|whether|how|what|why|if|like)$/

/** The reason that stands behind a clause's verb, with nothing but the clause's own words between. */
function reasonBehind(marked: Marked, { verb, rest }: Clause): Reason | null {
  for (let i = verb.to; i < Math.min(marked.tokens.length, rest.to + 3); i++) {
    if (marked.quoted[i]) return null
    if (!FIRST_WORDS.has(wordAt(marked, i))) continue
    const opener = OPENERS.find(({ words }) => words.every((word, k) => wordAt(marked, i + k) === word))
    // 'is due to be completed'
    if (opener?.words[0] === 'due' && posAt(marked, i + 2) === 'VERB' && !/ing$/.test(wordAt(marked, i + 2)))
      return null
    if (opener?.words[0] === 'due' && posAt(marked, i + 2) === 'AUX') return null
    if (opener) {
      const from = i + opener.words.length
      const to = reasonEnd(marked, from)
      return to - from >= 2 && to - from <= LONGEST
        ? { at: i, range: { from, to }, takes: opener.takes }
        : null
    }
  }
  return null
}

function reasonEnd(marked: Marked, from: number): number {
  let to = from
  while (
    to < marked.tokens.length &&
    !/^[,.;:()"“”—–]$/.test(wordAt(marked, to)) &&
    // 'better-than-expected' is one word
    !(subordinates(marked, to) && wordAt(marked, to - 1) !== '-')
  )
    to++
  // 'because he made it look | as if'
  if (LEADS_ON.test(wordAt(marked, to)) && posAt(marked, to - 1) === 'VERB') return from
  // 'because it leaves out people | who have died'
  if (/^(?:who|which|that)$/.test(wordAt(marked, to))) return from
  while (to > from && /^(?:ADP|DET|CCONJ|PART)$/.test(posAt(marked, to - 1))) to--
  return to
}

/** What happened because of what: 'Sales fell because borrowing had become dearer', 'due to a strike at its mill'. */
export function findCauses(scene: Scene, clauses: readonly Clause[]): CauseFinding[] {
  return clauses.flatMap((clause): CauseFinding[] => {
    const { marked, verb } = clause
    if (marked.isTitle || marked.quoted[verb.head] || clause.joint === 'if') return []
    if (verb.isNegated || verb.lemma === 'say') return []
    const reason = reasonBehind(marked, clause)
    if (!reason || (verb.lemma === 'be' && reason.at === verb.to)) return []
    const subject = reportedSubject(scene, clause, clause.subject)
    const effect = { from: verb.from, to: reason.at }
    const said = subject && standalone(scene, marked, effect, { bound: true })
    const why = standalone(scene, marked, reason.range, { bound: true })
    if (
      !subject?.isAnchored ||
      !said ||
      !why ||
      /["“”]/.test(why) ||
      /^(?:it|they|he|she|this|that)\b/i.test(why)
    )
      return []
    const when = whenIn(marked, timeWords(clause, reason.at))
    const fact = factOf({
      family: 'cause',
      subject: subject.text,
      measure: said,
      object: why,
      ...(when.phrase ? { period: when.phrase } : {}),
      status: statusOf(clause),
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    })
    return [
      {
        family: 'cause',
        fact,
        marked,
        when,
        clause,
        subject,
        predicate: effect,
        takes: reason.takes,
        reason: why,
      },
    ]
  })
}
