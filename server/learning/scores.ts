import {
  type Confidence,
  calibrationOf,
  masteryBy,
  scoresBySet,
  TAGS,
  type TaggedAnswer,
  trendOf,
  wilson,
} from '#core'
import { tellRow, totalsOf } from '../attempts/history.ts'
import { listPast, NEWEST, type PastAttempt, type PastItem } from '../attempts/past.ts'
import { getLearning } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'
import { topicsOf } from './topics.ts'
import type { AttemptLine, MasteryList, OwnScoresView, SetLine } from './view.ts'

/** Attempts on a page of the list. */
const PAGE = 20

/** Half a year. */
const WEEKS = 26

/** Names told of a tag: a dozen, and three dozen for those who ask for more. */
const NAMES = 48

/** What the viewer has made of every quiz and every subject so far, reckoned afresh from the stored answers. */
export async function getOwnScores(viewer: Viewer, page = 1): Promise<OwnScoresView> {
  const [past, { zone }] = await Promise.all([listPast(viewer), getLearning(viewer.personId)])
  const answers = await answersOf(past)
  const rows = past.map(tellRow)
  const pages = Math.max(1, Math.ceil(past.length / PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  return {
    totals: totalsOf(rows),
    newest: past.length < NEWEST ? null : NEWEST,
    answers: answers.length,
    zone,
    weeks: trendOf(answers, zone).slice(-WEEKS),
    mastery: masteryOf(answers),
    calibration: tellCalibration(answers),
    sets: setsOf(past),
    lines: past.slice((shown - 1) * PAGE, shown * PAGE).map(tellLine),
    page: shown,
    pages,
  }
}

/** An answer that shows what somebody knows; how sure they said to be of it, where it was no blank. */
type OwnAnswer = TaggedAnswer & { readonly confidence: Confidence | null }

/** Every answer that may be told. Who asked for the answer has shown that they did not know it; who left a question blank has shown nothing, nor has who had its key in an offline pack. */
async function answersOf(past: readonly PastAttempt[]): Promise<OwnAnswer[]> {
  const items = past.flatMap((attempt) => attempt.items)
  const topics = await topicsOf(items.map(({ version }) => version))
  return items.flatMap((item) => {
    const tags = topics.get(item.version.id)
    if (!tags || item.at === null || item.shows === null || !isShown(item)) return []
    const { at, shows: mark, answer, confidence } = item
    return [{ at, mark, tags, confidence: answer === null ? null : confidence }]
  })
}

const isShown = ({ answer, isTried, isHandedOut }: PastItem): boolean =>
  !isHandedOut && (answer !== null || isTried)

function tellCalibration(answers: readonly OwnAnswer[]): OwnScoresView['calibration'] {
  const { words, brier } = calibrationOf(
    answers.flatMap(({ mark, confidence }) => (confidence === null ? [] : [{ mark, confidence }])),
  )
  return { words: words.map((word) => ({ ...word, range: wilson(word.right, word.asked) })), brier }
}

function masteryOf(answers: readonly TaggedAnswer[]): OwnScoresView['mastery'] {
  const all = masteryBy(answers)
  const lists = TAGS.map((tag): [string, MasteryList] => {
    const names = all.filter((each) => each.tag === tag)
    return [tag, { names: names.slice(0, NAMES), left: Math.max(0, names.length - NAMES) }]
  })
  return Object.fromEntries(lists) as OwnScoresView['mastery']
}

function setsOf(past: readonly PastAttempt[]): SetLine[] {
  const over = past.flatMap((attempt) => {
    const { score, count } = tellRow(attempt)
    // Practice asks everyone other questions each time, as hard as suits: its scores cannot be compared.
    return attempt.submittedAt && score !== undefined && !attempt.practice
      ? [{ ...attempt, at: attempt.submittedAt, score, of: count }]
      : []
  })
  const taken = over.map(({ id, set, title, at, score, of }) => ({ id, set, title, at, score, of }))
  const tell = ({ id, at, score, of }: (typeof taken)[number]) => ({
    attempt: id,
    at: at.toISOString(),
    score,
    of,
  })
  return scoresBySet(taken).map(({ set, attempts, first, latest, best }) => ({
    ...{ set, title: latest.title, attempts },
    first: tell(first),
    latest: tell(latest),
    best: tell(best),
  }))
}

function tellLine(attempt: PastAttempt): AttemptLine {
  const { startedAt, submittedAt, items } = attempt
  return {
    ...tellRow(attempt),
    ...(submittedAt ? { seconds: (submittedAt.getTime() - startedAt.getTime()) / 1000 } : {}),
    marks: items.map(({ mark }) => mark),
  }
}
