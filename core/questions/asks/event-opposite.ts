import type { EventFinding } from '../../facts/finding.ts'
import { isBoundWord, saysFromWhere } from '../../facts/sentence/bound-word.ts'
import { rangeSome, wordAt } from '../../facts/sentence/marked.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { turnsToNonsense } from '../../facts/sentence/turns-to-nonsense.ts'
import { capital } from '../../language/capital.ts'
import { oppositeOf } from '../../language/opposites.ts'
import { wordSet } from '../../word-set.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { predicateWith, timeBehind } from './event-wording.ts'
import { phrase } from './names.ts'
import { askedOf, needsArticle, opened, tellsTheTitle, words } from './wording.ts'
import { dailyPrice, worthOf } from './worth.ts'

/** A word as key and what excludes it as its one rival. */
export const oppositePair = (word: string, other: string): Pick<Ask, 'key' | 'rivals'> => ({
  key: phrase('phrase', word),
  rivals: [
    {
      key: phrase('phrase', other),
      why: `${capital(word)}, the article says, not ${other}.`,
      source: 'computed',
    },
  ],
})

const NEGATIVE = wordSet("not no never neither nor without hardly n't n’t")

/** A statement that one word turns round: 'Harrow’s lenders support (oppose) the sale'. Only one such word is taken, the first. */
export function oppositeAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, when, predicate } = finding
  // 'has not a strong case' says the opposite already
  if (rangeSome(predicate.from, predicate.to, (i) => NEGATIVE.has(wordAt(marked, i)))) return []
  for (const i of turnable(finding)) {
    const token = marked.tokens[i]
    if (!token) continue
    // Few words have an opposite, so that is asked first.
    const other = oppositeOf(token.text, token.pos)
    if (other === undefined || isBoundWord(marked, i) || saysFromWhere(marked, predicate, i)) continue
    if (turnsToNonsense(marked, { from: finding.clause.subject.from, to: predicate.to }, i)) continue
    const word = token.text
    const told = toldWith(ask, finding, i)
    if (told === null || told.split(' ').includes(other) || told.split(' ').includes(word)) continue
    if (tellsTheTitle(reading, told)) return []
    const statement = opened(reading, finding, `${words(told, timeBehind(finding))}.`)
    return [
      {
        slot: 'opposite',
        ...oppositePair(word, other),
        statement,
        needsArticle: needsArticle(reading, when),
        worth: worthOf(reading, finding, 0.5) * dailyPrice(told.replace(SLOT, word)),
        ...askedOf(reading, finding),
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
  const { marked, predicate, clause, subject, said } = finding
  const slot = { from: i, to: i + 1 }
  if (i >= predicate.from) {
    const turned = predicateWith(ask, finding, slot, SLOT)
    return turned === null ? null : words(subject.text, turned)
  }
  const who = standalone(ask.scene, marked, clause.subject, { slot: { range: slot, text: SLOT } })
  // Only where the subject is told as it is printed is it safe to put another word into it.
  const isAsPrinted =
    who?.replace(SLOT, marked.tokens[i]?.text ?? '').toLowerCase() === subject.text.toLowerCase()
  return who === null || !isAsPrinted ? null : words(who, said)
}
