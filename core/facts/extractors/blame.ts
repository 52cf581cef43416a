import type { BlameFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, type Range, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { subjectOf } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'

/** Verbs that say what somebody takes for the reason: the word behind which the other of the two stands, and which of them comes first. */
const VERBS: Readonly<Record<string, Readonly<Record<string, 'cause' | 'effect'>>>> = {
  blame: { for: 'cause', on: 'effect' },
  credit: { for: 'cause', with: 'cause' },
  attribute: { to: 'effect' },
  ascribe: { to: 'effect' },
}

const LONGEST = 16

interface Parts {
  readonly cause: Range
  readonly effect: Range
}

/** 'blamed | the loss | on | higher costs', 'blamed | higher costs | for | the loss'. */
function partsOf(marked: Marked, { verb, rest }: Clause): Parts | null {
  const joints = VERBS[verb.lemma]
  if (!joints) return null
  for (let i = verb.to + 1; i < rest.to; i++) {
    const first = Object.hasOwn(joints, wordAt(marked, i)) ? joints[wordAt(marked, i)] : undefined
    if (!first) continue
    const [one, other] = [
      { from: verb.to, to: i },
      { from: i + 1, to: rest.to },
    ]
    // 'the demand | for | steel for the loss': which of them parts the two?
    if (rangeSome(i + 1, rest.to, (at) => Object.hasOwn(joints, wordAt(marked, at)))) return null
    return first === 'cause' ? { cause: one, effect: other } : { cause: other, effect: one }
  }
  return null
}

/** What somebody named says was the reason: 'Harrow blamed the loss of its mill on a strike in Leeds'. */
export function findBlame(scene: Scene, clauses: readonly Clause[]): BlameFinding[] {
  return clauses.flatMap((clause): BlameFinding[] => {
    const { marked, verb, isCut } = clause
    if (marked.isTitle || marked.quoted[verb.head] || isCut || verb.isNegated || verb.isPassive) return []
    const parts = partsOf(marked, clause)
    if (!parts || clause.reporter || statusOf(clause) !== 'actual' || verb.modal !== undefined) return []
    const blamer = subjectOf(scene, marked, clause.subject)
    const cause = standalone(scene, marked, parts.cause, { bound: true })
    const effect = standalone(scene, marked, parts.effect, { bound: true })
    if (!blamer?.isAnchored || cause === null || effect === null) return []
    if (/["“”]/.test(`${cause}${effect}`) || Math.max(lengthOf(cause), lengthOf(effect)) > LONGEST) return []
    const when = whenIn(marked, timeWords(clause, clause.verb.to))
    const fact = factOf({
      family: 'cause',
      subject: effect,
      measure: `${marked.tokens[verb.head]?.lower ?? verb.lemma} by ${blamer.text}`,
      object: cause,
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    })
    return [
      {
        family: 'blame',
        fact,
        marked,
        when,
        clause,
        subject: blamer,
        cause,
        effect,
        causeRange: parts.cause,
      },
    ]
  })
}

const lengthOf = (text: string): number => text.split(' ').length
