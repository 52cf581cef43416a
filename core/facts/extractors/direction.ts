import type { DirectionFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { within, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'

/** Verbs of going up and down in pairs, past forms as the news prints them. */
const OPPOSITES: Readonly<Record<string, { readonly direction: 'up' | 'down'; readonly other: string }>> = {
  rose: { direction: 'up', other: 'fell' },
  risen: { direction: 'up', other: 'fallen' },
  fell: { direction: 'down', other: 'rose' },
  fallen: { direction: 'down', other: 'risen' },
  increased: { direction: 'up', other: 'decreased' },
  decreased: { direction: 'down', other: 'increased' },
  grew: { direction: 'up', other: 'shrank' },
  grown: { direction: 'up', other: 'shrunk' },
  shrank: { direction: 'down', other: 'grew' },
  shrunk: { direction: 'down', other: 'grown' },
  climbed: { direction: 'up', other: 'dropped' },
  dropped: { direction: 'down', other: 'climbed' },
  soared: { direction: 'up', other: 'plunged' },
  surged: { direction: 'up', other: 'slumped' },
  plunged: { direction: 'down', other: 'soared' },
  slumped: { direction: 'down', other: 'surged' },
  tumbled: { direction: 'down', other: 'soared' },
  jumped: { direction: 'up', other: 'dropped' },
  declined: { direction: 'down', other: 'increased' },
  accelerated: { direction: 'up', other: 'slowed' },
  slowed: { direction: 'down', other: 'accelerated' },
  strengthened: { direction: 'up', other: 'weakened' },
  weakened: { direction: 'down', other: 'strengthened' },
  widened: { direction: 'up', other: 'narrowed' },
  narrowed: { direction: 'down', other: 'widened' },
  improved: { direction: 'up', other: 'worsened' },
  worsened: { direction: 'down', other: 'improved' },
  expanded: { direction: 'up', other: 'contracted' },
  contracted: { direction: 'down', other: 'expanded' },
}

/** What tells which way it went, whatever the verb. */
const SAYS_WAY =
  /\b(?:record|highest|lowest|high|low|peak|strongest|weakest|above|below|beyond|past)\b|^(?:short|behind|apart|through|flat|foul|victim)\b/

/** Which way a measure went, where the article gives no figure: 'French growth accelerated in the spring'. */
export function findDirections(scene: Scene, clauses: readonly Clause[]): DirectionFinding[] {
  return clauses.flatMap((clause): DirectionFinding[] => {
    const { marked, verb, rest } = clause
    const word = wordAt(marked, verb.head)
    const pair = OPPOSITES[word]
    if (
      !pair ||
      verb.isNegated ||
      verb.isPassive ||
      // 'declined to comment'
      wordAt(marked, verb.to) === 'to' ||
      clause.isCut ||
      marked.quoted[verb.head] ||
      marked.isTitle
    )
      return []
    // 'dropped her face'
    if (/^(?:its|his|her|their|the|an?)$/.test(wordAt(marked, verb.to))) return []
    if (verb.modal !== undefined || clause.joint === 'if' || statusOf(clause) !== 'actual') return []
    if (
      within(marked.quantities, { from: verb.to, to: Math.min(marked.tokens.length, rest.to + 3) }).length > 0
    )
      return []
    const subject = reportedSubject(scene, clause, clause.subject)
    if (!subject?.isAnchored) return []
    let to = rest.to
    while (
      to > verb.to &&
      (marked.periods[to - 1] || /^(?:ADP|SCONJ|DET|CCONJ|ADV|PUNCT)$/.test(marked.tokens[to - 1]?.pos ?? ''))
    )
      to--
    const tail = to > verb.to ? standalone(scene, marked, { from: verb.to, to }, { bound: true }) : ''
    if (tail === null || tail.split(' ').length > 14 || SAYS_WAY.test(tail)) return []
    const when = whenIn(marked, timeWords(clause))
    const fact = factOf({
      family: 'change',
      subject: subject.owner ?? subject.text,
      measure: subject.measure,
      direction: pair.direction,
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    })
    return [
      {
        family: 'direction',
        fact,
        marked,
        when,
        clause,
        subject,
        auxiliaries: verb.auxiliaries.join(' '),
        verb: word,
        opposite: pair.other,
        tail,
      },
    ]
  })
}
