import type { EventFinding } from '../../facts/finding.ts'
import { countsList, figureAt, outerRange } from '../../facts/sentence/figures.ts'
import { type Ask, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureStem } from './event-figure-stem.ts'
import { predicateWith, timeBehind } from './event-wording.ts'
import { figureKey } from './figure-key.ts'
import { fractionKey, fractionRivals } from './fractions.ts'
import { askedOf, gapStem, isShort, needsArticle, opened, printedModifier, words } from './wording.ts'
import { dailyPrice, exactnessPrice, worthOf } from './worth.ts'

/** The clause's figure as an ask: how many, how much; or only as a statement and a gap. */
export function figureAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, figures } = ask
  const { marked, quantity, subject, when } = finding
  const key = quantity ? (figureKey(reading.text, quantity) ?? fractionKey(reading.text, quantity)) : null
  const figure = quantity ? figureAt(marked, marked.quantities.indexOf(quantity)) : null
  if (!quantity || !key || !figure || quantity.high !== undefined || countsList(marked, figure)) return []
  const withSlot = predicateWith(
    ask,
    finding,
    outerRange(marked, figure),
    `${printedModifier(reading.text, quantity)}${SLOT}`,
  )
  // What brackets hold is not told.
  if (!withSlot?.includes(SLOT)) return []
  const bare = figureStem(ask, finding)
  const told = `${words(subject.text, withSlot, timeBehind(finding))}.`
  const opening = { key: key.text }
  const statement = opened(reading, finding, told, opening)
  const asked = bare === null ? undefined : opened(reading, finding, bare, opening)
  const stem =
    asked !== undefined && isShort(asked) ? asked : gapStem('figure', { reading, finding, told, opening })
  return [
    {
      slot: 'value',
      ...(stem === undefined ? {} : { stem }),
      key,
      rivals:
        key.type === 'figure'
          ? figureRivals(figures, key, finding.fact.family)
          : fractionRivals(quantity, key.text),
      statement,
      sentence: statement,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.65) * exactnessPrice(key.text) * dailyPrice(statement, quantity),
      ...askedOf(reading, finding),
    },
  ]
}
