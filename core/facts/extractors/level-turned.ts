import type { LevelFinding } from '../finding.ts'
import { nearestOwner } from '../owner.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Figure, figureAfter } from '../sentence/figures.ts'
import { type Marked, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { statusOf } from '../status.ts'
import { organisationOf, subjectOf } from '../subject.ts'
import { timeBehind } from './change-figures.ts'
import { levelFinding } from './level-finding.ts'
import { isQualified } from './qualified.ts'

const TURNING = /^(?:turn|swing|flip|move|return|go|come)$/
const GAIN = /^(?:profit|income|surplus|gain)$/
const LOSS = /^(?:loss|deficit)$/

interface Result {
  readonly range: Range
  readonly figure: Figure
  readonly isLoss: boolean
}

/** The results told with 'a' and 'of' in a stretch: 'an operating loss of €75m'. */
function resultsIn(marked: Marked, { from, to }: Range): Result[] {
  const found: Result[] = []
  for (let i = from + 1; i < to; i++) {
    const noun = wordAt(marked, i - 1)
    if (wordAt(marked, i) !== 'of' || !(GAIN.test(noun) || LOSS.test(noun)) || marked.quoted[i]) continue
    let start = i - 1
    while (start > from && /^(?:ADJ|NOUN|VERB|PUNCT)$/.test(marked.tokens[start - 1]?.pos ?? '')) start--
    const figure = figureAfter(marked, i + 1, marked.tokens.length)
    if (figure?.quantity.kind !== 'money' || !/^(?:an?|its)$/.test(wordAt(marked, start - 1))) continue
    found.push({ range: { from: start, to: i }, figure, isLoss: LOSS.test(noun) })
  }
  return found
}

/** 'A loss of $75m in 2023 turned into a profit of $47m in 2024', 'Orrin swung from a loss of $75m in 2023 to a profit of $47m in 2024': both results, each of its own time. */
export function levelsTurned(scene: Scene, clause: Clause): LevelFinding[] {
  const { marked, verb, subject, rest } = clause
  if (!TURNING.test(verb.lemma) || verb.isNegated || verb.isPassive || isQualified(clause)) return []
  // ', and a net loss of $7m into a net profit of $3m': of what goes on without the verb no time is told
  const results = resultsIn(marked, { from: subject.from, to: rest.to }).slice(0, 2)
  const [first, second] = results
  if (!first || !second || first.isLoss === second.isLoss) return []
  const owner = organisationOf(scene, clause) ?? nearestOwner(scene, marked, subject.from)
  if (owner === undefined) return []
  return results.flatMap(({ range, figure }): LevelFinding[] => {
    const whose = subjectOf(scene, marked, range, owner)
    const when = timeBehind(marked, figure)
    if (!whose?.isAnchored || when === null || when.phrase === '') return []
    return [
      levelFinding({
        scene,
        marked,
        subject: whose,
        quantity: figure.quantity,
        status: statusOf(clause),
        when,
        clause,
      }),
    ]
  })
}
