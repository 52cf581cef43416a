import type { ChangeFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Marked } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { fromNoun } from './change-by-noun.ts'
import { fromObject } from './change-by-object.ts'
import { fromVerb } from './change-by-verb.ts'
import { verbless } from './change-without-verb.ts'

/** Changes of measures: by how much, to and from what. */
export function findChanges(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  if (!marked.hasFigures) return []
  const verbs = clauses
    .map((clause) => fromVerb(scene, clause) ?? fromObject(scene, clause))
    .filter((found) => found !== null)
  return [...verbs, ...verbless(scene, marked, clauses), ...fromNoun(scene, marked, clauses)]
}
