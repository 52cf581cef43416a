import type { EventFinding } from '../../facts/finding.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { oppositeOf } from '../../language/opposites.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { predicateText, timeBehind } from './event-wording.ts'
import { phrase } from './names.ts'
import { askedOf, capital, needsArticle, opened, words, worthOf } from './wording.ts'

/** A statement that one word turns round: 'Harrow’s lenders support (oppose) the sale'. Only one such word is taken, the first. */
export function oppositeAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, when } = finding
  for (const i of turnable(finding)) {
    const token = marked.tokens[i]
    if (!token || marked.names[i] || marked.periods[i] || marked.quantities[i] || marked.quoted[i]) continue
    const word = token.text
    const other = oppositeOf(word, token.pos)
    if (other === undefined || isBound(finding, i)) continue
    const told = toldWith(ask, finding, i)
    if (told === null || told.split(' ').includes(other) || told.split(' ').includes(word)) continue
    const statement = opened(reading, finding, `${words(told, timeBehind(finding))}.`)
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

/** The words of predicate and subject, in the order in which they are tried. */
function* turnable({ predicate, clause, subject }: EventFinding): Generator<number> {
  for (let i = predicate.from; i < predicate.to; i++) yield i
  if (subject.owner !== subject.text) for (let i = clause.subject.from; i < clause.subject.to; i++) yield i
}

/** The clause with a slot at one of its words. */
function toldWith(ask: AskScene, finding: EventFinding, i: number): string | null {
  const { marked, predicate, clause, subject } = finding
  const slot = { from: i, to: i + 1 }
  if (i >= predicate.from) {
    const said = predicateText(ask, finding, slot, SLOT)
    return said === null ? null : words(subject.text, said)
  }
  const said = predicateText(ask, finding, null, '')
  const who = standalone(ask.scene, marked, clause.subject, { slot: { range: slot, text: SLOT } })
  // Only where the subject is told as it is printed is it safe to put another word into it.
  const isAsPrinted =
    who?.replace(SLOT, marked.tokens[i]?.text ?? '').toLowerCase() === subject.text.toLowerCase()
  return said === null || who === null || !isAsPrinted ? null : words(who, said)
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
