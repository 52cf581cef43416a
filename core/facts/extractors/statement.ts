import type { StatementFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { SPEECH_VERBS } from '../sentence/words.ts'
import { speakerOf, statementFinding } from './speaker.ts'

const SHORTEST = 6
const LONGEST = 26

/** What named people and organisations are reported to have said, hedges kept: 'Ms Ode said the spring range was too plain'. */
export function findStatements(scene: Scene, marked: Marked, clauses: readonly Clause[]): StatementFinding[] {
  return clauses.flatMap((clause): StatementFinding[] => {
    const { reporter } = clause
    if (reporter && /^(?:show|indicate|suggest|point|describe|state)$/.test(reporter.verb.lemma)) return []
    if (
      !reporter ||
      !SPEECH_VERBS.has(reporter.verb.lemma) ||
      reporter.verb.isNegated ||
      reporter.verb.isPassive
    )
      return []
    if (clause.isCut || marked.quoted[clause.verb.head] || reporter.verb.modal !== undefined) return []
    const speaker = speakerOf(scene, marked, reporter.subject)
    if (!speaker) return []
    const range = { from: clause.subject.from, to: clause.rest.to }
    const opening = wordAt(marked, range.from)
    // 'Who said he expected ...' keeps its 'he': it is whoever is asked for.
    const isSelf = /^(?:he|she|it|they)$/.test(opening)
    const content = isSelf
      ? prefixed(opening, standalone(scene, marked, { from: range.from + 1, to: range.to }, { bound: true }))
      : standalone(scene, marked, range, { bound: true })
    if (content === null || content.includes(speaker.name)) return []
    const count = content.split(' ').length
    if (count < SHORTEST || count > LONGEST) return []
    const verb = wordAt(marked, reporter.verb.head)
    return [
      statementFinding(
        scene,
        marked,
        speaker,
        verb === 'told' ? 'said that' : `${verb} that`,
        uncapital(content, marked, range.from),
      ),
    ]
  })
}

const prefixed = (word: string, text: string | null): string | null =>
  text === null ? null : `${word} ${text}`
const uncapital = (text: string, marked: Marked, i: number): string =>
  marked.names[i]
    ? text
    : /^(?:The|A|An|Its|Their)\b/.test(text)
      ? text.charAt(0).toLowerCase() + text.slice(1)
      : text
