import type { LevelFinding } from '../finding.ts'
import { behind, figureAt } from '../sentence/figures.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { withThe } from '../subject.ts'
import { UNTOLD } from '../time.ts'
import { levelFinding } from './level-finding.ts'

/** What is as large as the money in it. */
const SIZED = /^(?:scheme|fund|project|programme|program|venture|plan|facility)$/

/** 'Starline, a $50bn scheme by Orrin and Velt': how large what the name stands for is. */
export function levelsBySize(scene: Scene, marked: Marked): LevelFinding[] {
  if (!marked.hasFigures || !marked.hasNames) return []
  const found: LevelFinding[] = []
  for (let i = 1; i < marked.tokens.length - 3; i++) {
    const name = marked.names[i - 1]
    if (wordAt(marked, i) !== ',' || !name || name.sort === 'person' || marked.quoted[i]) continue
    const figure = /^an?$/.test(wordAt(marked, i + 1)) ? figureAt(marked, i + 2) : null
    if (figure?.quantity.kind !== 'money') continue
    const noun = behind(marked, figure)
    if (
      !SIZED.test(wordAt(marked, noun)) ||
      !/^(?:by|of|to|for|in|that|which|[,.]|)$/.test(wordAt(marked, noun + 1))
    )
      continue
    found.push(
      levelFinding({
        scene,
        marked,
        subject: {
          text: `the size of ${withThe(scene, name.canonical)}`,
          isPlural: false,
          isAnchored: true,
          owner: name.canonical,
          measure: `size of the ${wordAt(marked, noun)}`,
        },
        quantity: figure.quantity,
        status: 'actual',
        when: UNTOLD,
      }),
    )
  }
  return found
}
