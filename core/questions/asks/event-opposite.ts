import type { EventFinding } from '../../facts/finding.ts'
import { oppositeOf } from '../../language/opposites.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { predicateText, timeBehind } from './event-wording.ts'
import { phrase } from './names.ts'
import { askedOf, capital, needsArticle, opened, words, worthOf } from './wording.ts'

/** A statement that one word turns round: 'Harrow’s lenders support (oppose) the sale'. Only one such word is taken, the first. */
export function oppositeAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, predicate, subject, when } = finding
  for (let i = predicate.from; i < predicate.to; i++) {
    const token = marked.tokens[i]
    if (!token || marked.names[i] || marked.periods[i] || marked.quantities[i] || marked.quoted[i]) continue
    const word = token.text
    const other = oppositeOf(word, token.pos)
    if (other === undefined || isBound(finding, i)) continue
    const said = predicateText(ask, finding, { from: i, to: i + 1 }, SLOT)
    if (said === null || said.split(' ').includes(other) || said.split(' ').includes(word)) continue
    const statement = opened(reading, finding, `${words(subject.text, said, timeBehind(finding))}.`)
    return [
      {
        ...askedOf(reading, finding),
        slot: 'opposite',
        key: phrase('phrase', word),
        rivals: [
          {
            key: phrase('phrase', other),
            why: `${capital(word)}, the article says, not ${other}.`,
            source: 'computed',
          },
        ],
        statement,
        needsArticle: needsArticle(reading, when),
        worth: worthOf(reading, finding, 0.5),
      },
    ]
  }
  return []
}

/** Part of a compound ('low-cost'), of a comparison with a figure ('more than', 'over 40'), or turned round already ('no longer', 'not easy'). */
function isBound({ marked }: EventFinding, i: number): boolean {
  const { tokens } = marked
  const isGlued = tokens[i + 1]?.text === '-' || tokens[i - 1]?.text === '-'
  const before = (tokens[i - 1]?.text ?? '').toLowerCase()
  return (
    isGlued ||
    /^(?:not|no|never|nor|neither|as|so|too|n't|n’t|or|and)$/.test(before) ||
    /^(?:or|and|as|than)$/i.test(tokens[i + 1]?.text ?? '') ||
    marked.quantities[i + 1] !== undefined ||
    marked.quantities[i - 1] !== undefined
  )
}
