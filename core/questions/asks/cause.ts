import type { CauseFinding, EventFinding, Finding } from '../../facts/finding.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { type Ask, type Rival, SLOT } from '../ask.ts'
import { contentWords } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { whenOutside } from './event-wording.ts'
import { phrase } from './names.ts'
import { isThing, type Phrase, phrasesOf } from './phrases.ts'
import { invert } from './turn-round.ts'
import { askedOf, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

const OPENERS = { thing: 'because of', clause: 'because' } as const
const MOST_RIVALS = 6
/** Nearer sentences may hold part of the reason. */
const FAR_ENOUGH = 2

const ASKABLE = new Set(['actual', 'planned', 'hedged', 'forecast'])

/** Why it happened. */
export function causeAsks(ask: AskScene, finding: CauseFinding): Ask[] {
  const { reading } = ask
  const { marked, clause, subject, predicate, when, takes, reason } = finding
  if (!ASKABLE.has(finding.fact.status)) return []
  const turned = invert(finding)
  const rest = predicate.to > clause.verb.to ? restOf(ask, finding) : ''
  if (!turned || rest === null) return []
  const time = whenOutside(marked, predicate, when)
  const key = `${OPENERS[takes]} ${reason}`
  const stem = opened(
    reading,
    finding,
    `${words('why', turned.auxiliary, subject.text, turned.verb, rest, time)}?`,
    { key },
  )
  if (!isShort(stem)) return []
  return [
    {
      slot: 'reason',
      stem,
      key: phrase('reason', key),
      rivals: reasonRivals(ask, finding).slice(0, MOST_RIVALS),
      statement: opened(reading, finding, `${words(subject.text, effectOf(ask, finding), time, SLOT)}.`, {
        key,
      }),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.9),
      ...askedOf(reading, finding),
    },
  ]
}

const effectOf = ({ scene }: AskScene, { marked, predicate }: CauseFinding): string =>
  standalone(scene, marked, predicate, { bound: true }) ?? ''

const restOf = ({ scene }: AskScene, { marked, clause, predicate }: CauseFinding): string | null =>
  standalone(scene, marked, { from: clause.verb.to, to: predicate.to }, { bound: true })

/** Other reasons of the article, then other things it tells of, all put as reasons. */
function reasonRivals(ask: AskScene, finding: CauseFinding): Rival[] {
  const { findings, scene } = ask
  const { marked, takes, reason } = finding
  const about = new Set(contentWords(`${finding.subject.text} ${effectOf(ask, finding)}`))
  const own = new Set(contentWords(reason))
  const isFit = (text: string, sentence: number): boolean => {
    const telling = contentWords(text)
    const count = text.split(' ').length
    return (
      Math.abs(sentence - marked.sentence.index) >= FAR_ENOUGH &&
      telling.length > 0 &&
      !telling.some((word) => about.has(word) || own.has(word)) &&
      count * 2 + 2 >= reason.split(' ').length &&
      reason.split(' ').length * 2 + 2 >= count
    )
  }
  const rival = (text: string): Rival => ({
    key: phrase('reason', `${OPENERS[takes]} ${text}`),
    why: 'The article tells of that, but not as the reason for this.',
    source: 'article',
  })
  const others = findings
    .filter((other): other is CauseFinding => other.family === 'cause' && other.takes === takes)
    .filter((other) => other !== finding && isFit(other.reason, other.marked.sentence.index))
    .map((other) => rival(other.reason))
  const told =
    takes === 'thing'
      ? phrasesOf(scene)
          .filter(
            (each) =>
              each.type === 'thing' &&
              isThing(each) &&
              isHappening(each) &&
              isFit(each.text, each.marked.sentence.index),
          )
          .map(({ text }) => rival(text))
      : findings
          .filter(isPlainEvent)
          .map((event) => ({ event, text: words(event.subject.text, event.said) }))
          .filter(({ event, text }) => isFit(text, event.marked.sentence.index))
          .map(({ text }) => rival(text))
  return [...others, ...told]
}

/** Whether a thing may be why something happened: a strike, a shortage, a rise, but no sum of money and no house. */
const isHappening = ({ sort, hasFigure, text }: Phrase): boolean =>
  (sort === 'act' || sort === 'event' || HAPPENINGS.test(text)) && !hasFigure

const HAPPENINGS =
  /\b(?:strikes?|shortages?|controls?|tariffs?|rules?|bans?|prices|costs|competition|demand|weather|delays?|cuts|war|crisis|slowdown|recall|sanctions|regulations?|closures?|losses|rates)\b/

const isPlainEvent = (finding: Finding): finding is EventFinding =>
  finding.family === 'event' && finding.fact.status === 'actual' && finding.source === undefined
