import type { Quantity } from '../../quantities/quantity.ts'
import type { Status } from '../fact.ts'
import type { LevelFinding, Subject, When } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Marked } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'

interface Parts {
  readonly scene: Scene
  readonly marked: Marked
  readonly subject: Subject
  readonly quantity: Quantity
  readonly status: Status
  readonly when: When
  readonly clause?: Clause
}

/** A level finding from its parts; other extractors state levels too ('from Rmb20bn the year before'). */
export function levelFinding({
  scene,
  marked,
  subject,
  quantity,
  status,
  when,
  clause,
}: Parts): LevelFinding {
  const { figure, unit } = figureOf(quantity)
  const fact = factOf({
    family: 'level',
    subject: subject.owner ?? subject.text,
    measure: subject.measure,
    value: figure,
    unit,
    ...(when.phrase ? { period: when.phrase } : {}),
    status,
    ...(quantity.exactness === 'exactly' ? {} : { exactness: quantity.exactness }),
    evidence: evidenceOf(scene.reading.text, [marked.sentence, ...(when.from ? [when.from.sentence] : [])]),
  })
  return { family: 'level', fact, marked, when, subject, quantity, ...(clause ? { clause } : {}) }
}
