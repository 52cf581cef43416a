import type { DirectionFinding } from '../../facts/finding.ts'
import { capital } from '../../language/capital.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { askedOf, needsArticle, opened, words } from './wording.ts'
import { dailyPrice, worthOf } from './worth.ts'

/** Whether it went up or down: a statement that can be turned round. */
export function directionAsks({ reading }: AskScene, finding: DirectionFinding): Ask[] {
  const { subject, auxiliaries, verb, opposite, tail, when } = finding
  const statement = opened(reading, finding, `${words(subject.text, auxiliaries, SLOT, tail, when.phrase)}.`)
  return [
    {
      slot: 'direction',
      key: phrase('phrase', verb),
      rivals: [
        {
          key: phrase('phrase', opposite),
          why: `${capital(words(subject.text, auxiliaries, verb))}, the article says.`,
          source: 'computed',
        },
      ],
      statement,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.5) * dailyPrice(statement),
      ...askedOf(reading, finding),
    },
  ]
}
