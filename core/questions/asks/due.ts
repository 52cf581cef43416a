import type { DueFinding } from '../../facts/finding.ts'
import { within, wordAt } from '../../facts/sentence/marked.ts'
import type { Ask } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { whenOutside } from './event-wording.ts'
import { phrase } from './names.ts'
import { phraseAt } from './phrases.ts'
import { reasonRivals } from './reason-rivals.ts'
import { askedOf, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** What it was due to: 'What were Harrow’s profits hit by in 2024?' */
export function dueAsks(ask: AskScene, finding: DueFinding): Ask[] {
  const { reading, scene } = ask
  const { marked, clause, subject, link, causeRange, when } = finding
  const { verb } = clause
  const auxiliary = verb.auxiliaries[0] ?? wordAt(marked, verb.head)
  // 'had been hit by' would need its 'been'; a figure is asked for as one
  if (verb.auxiliaries.length > 1 || !/^(?:is|are|was|were)$/.test(auxiliary)) return []
  const key = phraseAt(scene, marked, 'thing', causeRange)
  if (!key || within(marked.quantities, causeRange).length > 0) return []
  const asked = verb.isPassive ? link : link.replace(/^\S+ /, '')
  const time = whenOutside(marked, causeRange, when)
  const stem = opened(reading, finding, `${words('what', auxiliary, subject.text, asked, time)}?`, {
    key: key.text,
  })
  if (!isShort(stem)) return []
  return [
    {
      slot: 'reason',
      stem,
      key: phrase('reason', key.text),
      rivals: reasonRivals(ask, {
        marked,
        takes: 'thing',
        reason: key.text,
        effect: subject.text,
        opener: '',
      }),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.85),
      ...askedOf(reading, finding),
    },
  ]
}
