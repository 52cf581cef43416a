import type { DueFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { reasonEnd } from './reason.ts'

/** Participles behind which 'by' names what did it. */
const DRIVEN =
  /^(?:driven|caused|prompted|triggered|hit|hurt|dented|hampered|fuelled|fueled|boosted|lifted|helped|spurred|sparked|depressed|buoyed|brought)$/

/** What stands behind 'was' and says that the rest is the reason. */
const LINKS: readonly (readonly string[])[] = [
  ['due', 'to'],
  ['down', 'to'],
  ['because', 'of'],
  ['the', 'result', 'of'],
  ['a', 'result', 'of'],
  ['the', 'work', 'of'],
]

const LARGELY = /^(?:largely|mainly|mostly|partly|chiefly)$/
const LONGEST = 16

/** Where the reason begins; -1 where the clause gives none. */
function reasonStart(marked: Marked, { verb }: Clause): number {
  if (verb.isPassive)
    return DRIVEN.test(wordAt(marked, verb.head)) && wordAt(marked, verb.to) === 'by' ? verb.to + 1 : -1
  if (verb.lemma !== 'be') return -1
  const from = LARGELY.test(wordAt(marked, verb.to)) ? verb.to + 1 : verb.to
  const link = LINKS.find((words) => words.every((word, k) => wordAt(marked, from + k) === word))
  return link ? from + link.length : -1
}

/** Where a reason ends without a time behind it, which is the clause's: 'a strike | in 2024'. */
function withoutTime({ periods, tokens }: Marked, from: number, to: number): number {
  let end = to
  while (end > from && periods[end - 1] !== undefined) end--
  while (end < to && end > from && tokens[end - 1]?.pos === 'ADP') end--
  return end
}

/** What something was due to or driven by: 'The loss was due to a strike', 'profits were hit by a strike'. */
export function findDues(scene: Scene, clauses: readonly Clause[]): DueFinding[] {
  return clauses.flatMap((clause): DueFinding[] => {
    const { marked, verb } = clause
    if (marked.isTitle || marked.quoted[verb.head] || verb.isNegated || statusOf(clause) !== 'actual')
      return []
    const from = reasonStart(marked, clause)
    const to = from === -1 ? -1 : withoutTime(marked, from, reasonEnd(marked, from))
    // 'due to reveal', 'hit by 3%'
    if (to - from < 2 || posAt(marked, from) === 'VERB' || marked.quantities[from] || marked.quoted[from])
      return []
    const range = { from, to }
    const subject = reportedSubject(scene, clause, clause.subject)
    const cause = standalone(scene, marked, range, { bound: true })
    const link = standalone(scene, marked, { from: verb.head, to: from })
    if (!subject?.isAnchored || cause === null || link === null || /["“”]/.test(cause)) return []
    if (cause.split(' ').length > LONGEST || /^(?:it|they|this|that|he|she|them)\b/i.test(cause)) return []
    const when = whenIn(marked, timeWords(clause, clause.rest.to))
    const fact = factOf({
      family: 'cause',
      subject: subject.text,
      measure: link,
      object: cause,
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    })
    return [{ family: 'due', fact, marked, when, clause, subject, link, cause, causeRange: range }]
  })
}
