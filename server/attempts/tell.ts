import { feedback, show, triesOf } from '#core'
import type { Outcome } from '../outcome.ts'
import type { Version } from '../questions/versions.ts'
import { questionsIn } from '../quizzes/minutes.ts'
import { type JudgedAnswer, tellRegraded } from '../regrades/regraded.ts'
import type { Viewer } from '../viewer.ts'
import {
  type Given,
  getTaken,
  type LastTry,
  type Pinned,
  type Taken,
  type Tally,
  UNANSWERED,
} from './record.ts'
import type { AttemptView, FeedbackView, ItemView, PassageView, TriedView } from './view.ts'

/** What is told of a question once its answer is final; `tries` is which try the answer was. `regraded`: what it comes to since its question was. */
export function tellFeedback(
  pinned: Pinned,
  position: number,
  answer: Given['answer'],
  tries: number,
  tally: Tally,
  regraded: JudgedAnswer | null = null,
): FeedbackView {
  const item = itemAt(pinned, position)
  const { question } = item.version
  const { mark, key, given, why, keyId, parts, figure, correction, explanation } =
    regraded?.feedback ?? feedback(question, answer, item.arrangement, tries)
  return {
    mark,
    ...(tries > 1 ? { tries } : {}),
    key,
    given,
    ...(why === undefined ? {} : { why }),
    ...(keyId === undefined ? {} : { keyId }),
    ...(parts === undefined
      ? {}
      : { parts: parts.map(({ id, isRight, key, why }) => ({ id, isRight, key, why })) }),
    ...(figure === undefined
      ? {}
      : { figure: { value: figure.value, whole: figure.whole, some: figure.some } }),
    ...(correction === undefined ? {} : { correction }),
    explanation,
    passages: tellPassages(item.version),
    howMany: { answered: tally.answered, right: tally.right },
    ...(regraded ? { regraded: tellRegraded(regraded) } : {}),
  }
}

/** The sentences that settle a question, field by field. */
export const tellPassages = ({
  passages,
  source,
}: Pick<Version, 'passages'> & { readonly source: Pick<Version['source'], 'slug'> }): PassageView[] =>
  passages.map(({ quote, before, after, start, end, figures }) => ({
    quote,
    before,
    after,
    start,
    end,
    figures,
    articleSlug: source.slug,
  }))

/** What is told between two tries: nothing of what was wrong, and a hint that is the same whatever was tried. */
export function tellTried(pinned: Pinned, position: number, { used, sequence }: LastTry): TriedView {
  const { question } = itemAt(pinned, position).version
  return {
    used,
    left: triesOf(question, pinned.tries) - used,
    sequence,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
  }
}

/** A question of an attempt. Built field by field: the key and its company leave only with feedback. */
export function tellItem({ pinned, submittedAt, toldAt, items }: Taken, position: number): ItemView {
  const { version, arrangement, why } = itemAt(pinned, position)
  const { given: last, tried, final, isFlagged, regraded } = items[position - 1] ?? UNANSWERED
  const given = last && { ...last, ...regraded?.counted }
  const isOpen = final === null && submittedAt === null
  const isTold = final !== null && (pinned.mode === 'practice' || toldAt !== null)
  return {
    position,
    question: version.id,
    shown: show(version.question, arrangement),
    ...(why ? { why } : {}),
    answered: given !== null && given.answer !== null,
    answer: given?.answer ?? null,
    ...(given?.confidence ? { confidence: given.confidence } : {}),
    sequence: given?.sequence ?? 0,
    ...(given ? { savedAt: given.savedAt.toISOString() } : {}),
    tries: triesOf(version.question, pinned.tries),
    ...(tried && isOpen ? { tried: tellTried(pinned, position, tried) } : {}),
    final: !isOpen,
    ...(isFlagged ? { isFlagged } : {}),
    ...(isTold
      ? {
          feedback: tellFeedback(pinned, position, given?.answer ?? null, given?.tries ?? 1, final, regraded),
        }
      : {}),
  }
}

const tellPractice = ({ set: { practice } }: Pinned): Pick<AttemptView, 'practice'> =>
  practice ? { practice: { wished: questionsIn(practice.minutes) } } : {}

const tellAssigned = ({ pinned: { assignment }, given }: Taken): Pick<AttemptView, 'assigned'> =>
  assignment !== null && given
    ? {
        assigned: {
          id: assignment,
          endsAt: given.endsAt?.toISOString() ?? null,
          takenUntil: given.takenUntil?.toISOString() ?? null,
          now: given.now.toISOString(),
          hasSource: given.hasSource,
        },
      }
    : {}

/** Whether keys of an attempt have left with an offline pack. */
export const isPacked = ({ items }: Taken): boolean => items.some(({ isHandedOut }) => isHandedOut)

/** An attempt as the one who takes it may see it now. */
export function tellAttempt(taken: Taken): AttemptView {
  const { pinned, submittedAt } = taken
  return {
    id: pinned.id,
    owner: pinned.personId,
    title: taken.given?.title ?? pinned.set.title,
    slug: pinned.set.slug,
    ...tellAssigned(taken),
    isReview: pinned.set.isReview,
    ...tellPractice(pinned),
    date: pinned.set.date,
    mode: pinned.mode,
    tries: pinned.tries,
    startedAt: pinned.startedAt.toISOString(),
    ...(submittedAt ? { submittedAt: submittedAt.toISOString() } : {}),
    isPacked: isPacked(taken),
    count: pinned.items.length,
    items: pinned.items.map((_, i) => tellItem(taken, i + 1)),
  }
}

/** The viewer's own attempt as they may see it now. */
export async function getAttempt(viewer: Viewer, id: string): Promise<Outcome<AttemptView>> {
  const taken = await getTaken(viewer, id)
  return taken ? { done: tellAttempt(taken) } : { refused: 'not-found' }
}

/** The question at a position that is known to exist. */
export function itemAt(pinned: Pinned, position: number): Pinned['items'][number] {
  const item = pinned.items[position - 1]
  if (!item) throw new Error('an attempt has no question at this position')
  return item
}
