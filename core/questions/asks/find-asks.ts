import type { Reading } from '../../article/reading.ts'
import { tellingTitle } from '../../article/title.ts'
import type { Finding } from '../../facts/finding.ts'
import { prepareScene } from '../../facts/sentence/scene.ts'
import { COMPANY_MEASURES } from '../../facts/sentence/words.ts'
import type { AnyAsk } from '../ask.ts'
import { articleFigures } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { blameAsks } from './blame.ts'
import { causeAsks } from './cause.ts'
import { changeAsks } from './change.ts'
import { comparisonAsks, contrastAsks } from './comparison.ts'
import { derivedAsks } from './derived.ts'
import { descriptionAsks } from './description.ts'
import { directionAsks } from './direction.ts'
import { dueAsks } from './due.ts'
import { enumerationAsks } from './enumeration.ts'
import { eventAsks } from './event.ts'
import { levelAsks } from './level.ts'
import { pairAsks } from './pairs.ts'
import { rankAsks } from './rank.ts'
import { recordAsks } from './record.ts'
import { relationAsks } from './relation.ts'
import { roleAsks } from './role.ts'
import { rolesIn } from './roles.ts'
import { sentenceAsks } from './sentence.ts'
import { statementAsks } from './statement.ts'
import { termAsks } from './term.ts'

/** THE TABLE: how each sort of finding is asked about. */
const ASKS: {
  readonly [F in Finding['family']]: (scene: AskScene, finding: Extract<Finding, { family: F }>) => AnyAsk[]
} = {
  level: levelAsks,
  change: changeAsks,
  direction: directionAsks,
  role: roleAsks,
  event: eventAsks,
  cause: causeAsks,
  blame: blameAsks,
  due: dueAsks,
  statement: statementAsks,
  sentence: sentenceAsks,
  description: descriptionAsks,
  comparison: comparisonAsks,
  contrast: contrastAsks,
  enumeration: enumerationAsks,
  relation: relationAsks,
  term: termAsks,
  rank: rankAsks,
  record: recordAsks,
  derived: derivedAsks,
}

const asksOf = (scene: AskScene, finding: Finding): AnyAsk[] =>
  (ASKS[finding.family] as (scene: AskScene, finding: Finding) => AnyAsk[])(scene, finding)

/** Whether a measure is one that no firm has, so that two words say what it is below a title: 'world oil prices', 'new mortgage loans'. */
const isOfMarket = (reading: Reading, measure: string): boolean =>
  tellingTitle(reading) !== '' && !COMPANY_MEASURES.has(measure.split(' ').at(-1)?.toLowerCase() ?? '')

/** A change or level without an owner can be asked about only where its measure has some length or a source is named. */
function isNamed(reading: Reading, finding: Finding): boolean {
  if (finding.family !== 'change' && finding.family !== 'level') return true
  const { isAnchored, text } = finding.subject
  if (isAnchored || finding.source !== undefined) return true
  const { length } = text.split(/[\s-]+/).filter((word) => word.length > 3)
  return length >= 3 || (length === 2 && isOfMarket(reading, text))
}

/** Frames for which the article has more than one figure: nothing is asked there, as the stem could not tell them apart. */
function contested(findings: readonly Finding[]): Set<string> {
  const values = new Map<string, Set<string>>()
  for (const { family, fact } of findings) {
    if (family !== 'level' && family !== 'change') continue
    const frame = frameOf(fact)
    const value = JSON.stringify(family === 'level' ? [fact.value] : [fact.by, fact.to, fact.direction])
    values.set(frame, (values.get(frame) ?? new Set()).add(value))
  }
  return new Set([...values].filter(([, set]) => set.size > 1).map(([frame]) => frame))
}

const frameOf = ({ family, subject, measure, period }: Finding['fact']): string =>
  JSON.stringify([family, subject, measure, period])

/** Everything that can be asked about an article's findings, in their order. */
export function findAsks(reading: Reading, findings: readonly Finding[]): AnyAsk[] {
  const scene: AskScene = {
    reading,
    scene: prepareScene(reading),
    findings,
    figures: articleFigures(reading, findings),
    roles: rolesIn(findings),
  }
  const unclear = contested(findings)
  const single = findings
    .filter(
      (finding) => isNamed(reading, finding) && (unclear.size === 0 || !unclear.has(frameOf(finding.fact))),
    )
    .flatMap((finding) => asksOf(scene, finding))
  return [...single, ...pairAsks(scene)]
}
