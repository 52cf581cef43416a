import type { SentenceFinding } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { type Ask, type Key, type Rival, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey } from './figure-key.ts'
import { fractionKey, fractionRivals } from './fractions.ts'
import { nameRivals, phrase } from './names.ts'
import { askedOf, capital, needsArticle, printedModifier, worthOf } from './wording.ts'

/** What the gap takes: the key, its rivals, and the words that stay before it. */
interface Filling {
  readonly key: Key
  readonly rivals: readonly Rival[]
  readonly before: string
}

function figureFilling({ reading, figures }: AskScene, quantity: Quantity): Filling | null {
  const key = figureKey(reading.text, quantity) ?? fractionKey(reading.text, quantity)
  if (!key) return null
  const rivals = key.type === 'figure' ? figureRivals(figures, key) : fractionRivals(quantity, key.text)
  return { key, rivals, before: printedModifier(reading.text, quantity) }
}

function fillingOf(scene: AskScene, { slot, marked }: SentenceFinding): Filling | null {
  if (slot.type === 'figure') return figureFilling(scene, slot.quantity)
  const { name } = slot
  const sort = name.sort === 'person' ? 'person' : 'organisation'
  const surname = sort === 'person' ? (name.canonical.split(' ').at(-1) ?? '') : ''
  return {
    key: phrase(sort, name.canonical, surname === '' ? [] : [surname]),
    rivals: nameRivals(scene, marked, sort, name.canonical),
    before: '',
  }
}

/** A figure or name in a sentence that stands by itself: as a gap and as a statement. */
export function sentenceAsks(scene: AskScene, finding: SentenceFinding): Ask[] {
  const { reading } = scene
  const filling = fillingOf(scene, finding)
  if (!filling) return []
  const statement = `${capital(finding.template.replace('{}', `${filling.before}${SLOT}`))}.`
  return [
    {
      ...askedOf(reading, finding),
      slot: finding.slot.type,
      key: filling.key,
      rivals: filling.rivals,
      // A name swapped into just any sentence soon makes nonsense: names are gaps only.
      ...(finding.slot.type === 'figure' ? { statement } : {}),
      sentence: statement,
      needsArticle: needsArticle(reading, finding.when),
      worth: worthOf(reading, finding, finding.slot.type === 'figure' ? 0.45 : 0.35),
    },
  ]
}
