import type { ChangeFinding, LevelFinding } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Before } from './level.ts'

/** The change between a level and the earlier one its sentence names. */
export function changeBetween(
  scene: Scene,
  level: LevelFinding,
  { quantity: from, when: before }: Before,
): ChangeFinding | null {
  const { quantity: to, subject, marked, when, clause } = level
  if (to.value === from.value || to.high !== undefined) return null
  const direction = to.value > from.value ? 'up' : 'down'
  const target = figureOf(to)
  const fact = factOf({
    family: 'change',
    subject: subject.owner ?? subject.text,
    measure: subject.measure,
    direction,
    from: figureOf(from).figure,
    to: target.figure,
    value: target.figure,
    unit: target.unit,
    ...(when.phrase ? { period: when.phrase } : {}),
    status: 'actual',
    evidence: evidenceOf(scene.reading.text, [marked.sentence]),
  })
  const words = direction === 'up' ? { verb: 'rise', past: 'rose' } : { verb: 'fall', past: 'fell' }
  const comparison = before.phrase === '' ? '' : `from its level ${before.phrase}`
  return {
    family: 'change',
    fact,
    marked,
    when,
    subject,
    ...words,
    to,
    from,
    comparison,
    tail: '',
    ...(clause ? { clause } : {}),
  }
}
