import type { SentenceFinding } from '../../facts/finding.ts'
import { type Ask, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey } from './figure-key.ts'
import { fractionKey, fractionRivals } from './fractions.ts'
import { capital, needsArticle, printedModifier, quoted, worthOf } from './wording.ts'

/** A figure in a sentence that stands by itself: as a gap and as a statement. */
export function sentenceAsks({ reading, figures }: AskScene, finding: SentenceFinding): Ask[] {
  const key = figureKey(reading.text, finding.quantity) ?? fractionKey(reading.text, finding.quantity)
  if (!key) return []
  const statement = `${capital(finding.template.replace('{}', `${printedModifier(reading.text, finding.quantity)}${SLOT}`))}.`
  return [
    {
      fact: finding.fact,
      slot: 'value',
      group: finding.fact.id,
      key,
      rivals: key.type === 'figure' ? figureRivals(figures, key) : fractionRivals(finding.quantity, key.text),
      statement,
      sentence: statement,
      explanation: quoted(reading, finding),
      evidence: finding.fact.evidence,
      needsArticle: needsArticle(reading, finding.when),
      worth: worthOf(reading, finding, 0.45),
    },
  ]
}
