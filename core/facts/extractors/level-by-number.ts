import type { LevelFinding, Subject } from '../finding.ts'
import { nearestOwner } from '../owner.ts'
import { possessive } from '../possessive.ts'
import type { Clause } from '../sentence/clauses.ts'
import { figureAfter } from '../sentence/figures.ts'
import type { Scene } from '../sentence/scene.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { levelFinding } from './level-finding.ts'
import { isQualified } from './qualified.ts'

/** Those whom a firm counts as its own. */
const OWN =
  /^(?:paying |active |monthly active |daily active )?(?:subscribers|customers|users|members|employees|staff)$/

/** How many of them there are, and whose they are. */
function counted(
  scene: Scene,
  { marked, subject: range }: Clause,
  { text, ...told }: Subject,
): Subject | null {
  const owner = told.isAnchored || !OWN.test(text) ? undefined : nearestOwner(scene, marked, range.from)
  if (owner === undefined && !told.isAnchored) return null
  const whose = owner === undefined ? text : `${possessive(owner)} ${text}`
  return {
    ...told,
    ...(owner === undefined ? {} : { owner }),
    text: `the number of ${whose}`,
    measure: `number of ${told.measure}`,
    isPlural: false,
    isAnchored: true,
  }
}

/** 'Orrin's subscribers numbered 263m in May': how many there were. */
export function levelFromNumber(scene: Scene, clause: Clause): LevelFinding | null {
  const { marked, verb, rest, subject: range } = clause
  if (verb.lemma !== 'number' || verb.isNegated || verb.isPassive || marked.quoted[verb.head]) return null
  const figure = isQualified(clause) ? null : figureAfter(marked, rest.from, rest.to)
  if (figure?.quantity.kind !== 'count' || figure.quantity.unit !== '') return null
  const bare = reportedSubject(scene, clause, range)
  const subject = bare?.isPlural ? counted(scene, clause, bare) : null
  if (!subject) return null
  return levelFinding({
    scene,
    marked,
    subject,
    quantity: figure.quantity,
    status: statusOf(clause),
    when: whenIn(marked, timeWords(clause)),
    clause,
  })
}
