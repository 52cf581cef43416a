import type { Finding } from '../../facts/finding.ts'
import type { CheckContext } from '../checker/context.ts'
import { hintKeepsTheKey } from '../checker/rules/hint-keeps-the-key.ts'
import { Sight } from '../checker/sight.ts'
import type { Question } from '../question.ts'
import { comparisonHints } from './comparison.ts'
import { gapLengthHints, gapNameHints } from './gap.ts'
import { type HintScene, hintSceneOf } from './hint-scene.ts'
import { inArticleHints } from './in-article.ts'
import { sizeHints } from './size.ts'
import { traitHints } from './traits.ts'

/** THE LIST of what can be hinted at, best first. */
const HINTS: readonly ((sight: Sight, scene: HintScene) => readonly string[])[] = [
  comparisonHints,
  traitHints,
  gapNameHints,
  inArticleHints,
  sizeHints,
  gapLengthHints,
]

/** A question with the best hint that gives nothing away; as it was where there is none. The hint follows from the article and the question alone, whatever else is asked beside it. */
export function withHint(question: Question, context: CheckContext, findings: readonly Finding[]): Question {
  const sight = new Sight(question, context)
  const scene = hintSceneOf(findings)
  for (const hints of HINTS)
    for (const hint of hints(sight, scene)) {
      const hinted = { ...question, hint }
      if (hintKeepsTheKey.check(new Sight(hinted, context)) === null) return hinted
    }
  return question
}
