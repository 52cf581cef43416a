import type { BlameFinding } from '../../facts/finding.ts'
import type { Ask } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { phraseAt } from './phrases.ts'
import { reasonRivals } from './reason-rivals.ts'
import { invert } from './turn-round.ts'
import { askedOf, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** How 'blame' and the like are followed by what they explain, when asked: 'What did Harrow blame for its loss?' */
const BEFORE_EFFECT: Readonly<Record<string, string>> = {
  blame: 'for',
  credit: 'for',
}

/** To what it was put down. */
export function blameAsks(ask: AskScene, finding: BlameFinding): Ask[] {
  const { reading, scene } = ask
  const { marked, clause, subject, effect, causeRange, when } = finding
  const turned = invert(finding)
  const key = phraseAt(scene, marked, 'thing', causeRange)
  if (!turned || !key) return []
  const link = BEFORE_EFFECT[clause.verb.lemma]
  const asked =
    link === undefined
      ? words('to what', turned.auxiliary, subject.text, turned.verb, effect)
      : words('what', turned.auxiliary, subject.text, turned.verb, link, effect)
  const stem = opened(reading, finding, `${words(asked, when.phrase)}?`, { key: key.text })
  if (!isShort(stem)) return []
  const rivals = reasonRivals(ask, {
    marked,
    takes: 'thing',
    reason: key.text,
    effect: `${subject.text} ${effect}`,
    opener: '',
  })
  return [
    {
      slot: 'reason',
      stem,
      key: phrase('reason', key.text),
      rivals,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.8),
      ...askedOf(reading, finding),
    },
  ]
}
