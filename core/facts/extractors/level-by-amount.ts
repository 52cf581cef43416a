import type { LevelFinding, When } from '../finding.ts'
import { behind, figureAt } from '../sentence/figures.ts'
import { lastOfName, type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { COMPANY_MEASURES } from '../sentence/words.ts'
import { ownMeasure, withThe } from '../subject.ts'
import { UNTOLD, whenOf } from '../time.ts'
import { levelFinding } from './level-finding.ts'

/** The time that stands at a token, perhaps behind its preposition, and where it ends. */
function timeAt(marked: Marked, i: number): { readonly when: When; readonly end: number } | null {
  const at = marked.periods[i] === undefined && /^(?:in|for|during)$/.test(wordAt(marked, i)) ? i + 1 : i
  const period = marked.periods[at]
  if (period?.relation !== undefined || !period) return null
  return { when: whenOf(marked, period), end: marked.periods.lastIndexOf(period) + 1 }
}

/** 'More than the $98bn of revenue in 2024 at Orrin', 'the $98bn of sales of Orrin in 2024': an amount that is spoken of as known, and whose it is. */
export function levelFromAmounts(scene: Scene, marked: Marked): LevelFinding[] {
  if (!marked.hasFigures || !marked.hasNames) return []
  const found: LevelFinding[] = []
  for (let i = 1; i < marked.tokens.length - 3; i++) {
    const figure = marked.quantities[i] === marked.quantities[i - 1] ? null : figureAt(marked, i)
    if (figure?.quantity.kind !== 'money' || wordAt(marked, i - 1) !== 'the' || marked.quoted[i]) continue
    const of = behind(marked, figure)
    let head = of + 1
    while (posAt(marked, head) === 'ADJ' || posAt(marked, head + 1) === 'NOUN') head++
    if (wordAt(marked, of) !== 'of' || !COMPANY_MEASURES.has(wordAt(marked, head))) continue
    const before = timeAt(marked, head + 1)
    const at = before?.end ?? head + 1
    const name = marked.names[at + 1]
    const to = lastOfName(marked, at + 1) + 1
    if (!/^(?:at|of)$/.test(wordAt(marked, at)) || name?.sort !== 'organisation') continue
    if (/^(?:NOUN|PROPN|PART)$/.test(posAt(marked, to))) continue
    const measure = marked.tokens
      .slice(of + 1, head + 1)
      .map(({ lower }) => lower)
      .join(' ')
    const owner = name.canonical
    found.push(
      levelFinding({
        scene,
        marked,
        subject: ownMeasure(owner, measure, /s$/.test(measure), withThe(scene, owner)),
        quantity: figure.quantity,
        status: 'actual',
        when: before?.when ?? timeAt(marked, to)?.when ?? UNTOLD,
      }),
    )
  }
  return found
}
