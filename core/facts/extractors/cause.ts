import type { CauseFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { reasonOf } from './reason.ts'

/** What happened because of what: 'Sales fell because borrowing had become dearer', 'due to a strike at its mill'. */
export function findCauses(scene: Scene, clauses: readonly Clause[]): CauseFinding[] {
  return clauses.flatMap((clause, k): CauseFinding[] => {
    const { marked, verb } = clause
    if (marked.isTitle || marked.quoted[verb.head] || clause.joint === 'if') return []
    if (verb.isNegated || verb.lemma === 'say') return []
    const reason = reasonOf(marked, clause, clauses[k - 1])
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
