import type { CauseFinding, EventFinding, Finding } from '../../facts/finding.ts'
import type { Marked } from '../../facts/sentence/marked.ts'
import type { Rival } from '../ask.ts'
import { contentWords, rootOf } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { isThing, type Phrase, phrasesOf } from './phrases.ts'
import { words } from './wording.ts'

const MOST_RIVALS = 6
/** Nearer sentences may hold part of the reason. */
const FAR_ENOUGH = 2

/** A reason that is asked for. */
interface Asked {
  readonly marked: Marked
  readonly takes: CauseFinding['takes']
  readonly reason: string
  /** What it is the reason for: no wrong one may speak of that. */
  readonly effect: string
  /** What stands before each reason as an option: 'because of ', or ''. */
  readonly opener: string
}

/** Other reasons of the article, then other things it tells of, all put as reasons. */
export function reasonRivals({ findings, scene }: AskScene, asked: Asked): Rival[] {
  const { marked, takes, reason, effect, opener } = asked
  const about = new Set(contentWords(effect))
  const own = new Set(contentWords(reason))
  const ownRoots = new Set(contentWords(reason).map(rootOf))
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
    key: phrase('reason', `${opener}${text}`),
    why: 'The article tells of that, but not as the reason for this.',
    source: 'article',
  })
  const others = findings
    .filter((other): other is CauseFinding => other.family === 'cause' && other.takes === takes)
    .filter((other) => other.marked !== marked && isFit(other.reason, other.marked.sentence.index))
    // What is the reason for the reason is a reason as well.
    .filter(
      (other) =>
        !contentWords(`${other.subject.text} ${other.fact.measure ?? ''}`).some((word) =>
          ownRoots.has(rootOf(word)),
        ),
    )
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
  return [...others, ...told].slice(0, MOST_RIVALS)
}

/** Whether a thing may be why something happened: a strike, a shortage, a rise, but no sum of money and no house. */
const isHappening = ({ sort, hasFigure, text }: Phrase): boolean =>
  (sort === 'act' || sort === 'event' || HAPPENINGS.test(text)) && !hasFigure

const HAPPENINGS =
  /\b(?:strikes?|shortages?|controls?|tariffs?|rules?|bans?|prices|costs|competition|demand|weather|delays?|cuts|war|crisis|slowdown|recall|sanctions|regulations?|closures?|losses|rates)\b/

const isPlainEvent = (finding: Finding): finding is EventFinding =>
  finding.family === 'event' && finding.fact.status === 'actual' && finding.source === undefined
