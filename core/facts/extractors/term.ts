import type { TermFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { lastOfName, type Marked } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { expansionAt } from './initials.ts'
import { meaningAt, type Said } from './term-meaning.ts'

function finding({ reading }: Scene, marked: Marked, said: Said): TermFinding {
  const fact = factOf({
    family: 'term',
    subject: said.term,
    measure: said.sense,
    object: said.definition,
    status: 'actual',
    evidence: evidenceOf(reading.text, [marked.sentence]),
  })
  return { family: 'term', fact, marked, when: { phrase: '', isAbsolute: true }, ...said }
}

/** Terms that a sentence explains in passing, and initials that it spells out. */
export function findTerms(scene: Scene, marked: Marked): TermFinding[] {
  const found: TermFinding[] = []
  for (let i = 1; i < marked.tokens.length - 1; i++) {
    if (marked.quoted[i]) continue
    const spelled = expansionAt(scene, marked, i)
    const said: Said | null = spelled
      ? { term: spelled.short, sense: 'stands for', definition: spelled.long }
      : meaningAt(scene, marked, i)
    if (!said) continue
    found.push(finding(scene, marked, said))
    if (!spelled) i = Math.max(i, lastOfName(marked, i))
  }
  return found
}
