import type { EventFinding } from '../../facts/finding.ts'
import { figureAt } from '../../facts/sentence/figures.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { type Ask, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { countedNoun, timeBehind } from './event-wording.ts'
import { figureKey } from './figure-key.ts'
import { askedOf, isShort, modifierOf, needsArticle, opened, printedModifier, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** How many of them did it: the figure opens the subject. */
export function countAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, figures, scene } = ask
  const { marked, quantity, clause, when, said } = finding
  const key = quantity ? figureKey(reading.text, quantity) : null
  const figure = quantity ? figureAt(marked, marked.quantities.indexOf(quantity)) : null
  const modifier = quantity ? modifierOf(quantity) : null
  if (!quantity || !key || !figure) return []
  const noun = countedNoun(marked, figure.range)
  const rest =
    figure.range.to >= clause.subject.to
      ? ''
      : standalone(scene, marked, { from: figure.range.to, to: clause.subject.to })
  if (noun === '' || rest === null) return []
  const printed = printedModifier(reading.text, quantity)
  const opening = { key: key.text }
  const stem =
    modifier === null
      ? undefined
      : opened(
          reading,
          finding,
          `${words(`${modifier}how many ${noun}`, rest, said, timeBehind(finding))}?`,
          opening,
        )
  const statement = opened(
    reading,
    finding,
    `${words(`${printed}${SLOT}`, rest, said, timeBehind(finding))}.`,
    opening,
  )
  return [
    {
      slot: 'count',
      ...(stem !== undefined && isShort(stem) ? { stem } : {}),
      key,
      rivals: figureRivals(figures, key),
      statement,
      ...(printed === '' ? {} : { sentence: statement }),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.6),
      ...askedOf(reading, finding),
    },
  ]
}
