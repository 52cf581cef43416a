import type pg from 'pg'
import type { AnswerByKind, Arrangement, Kind } from '#core'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { readWhy } from '../practice/stored.ts'
import type { WhyView } from '../practice/view.ts'
import { readArrangement } from '../questions/stored.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import { getSet, type QuizSet } from '../quizzes/sets.ts'
import { type JudgedAnswer, judgeAnswers } from '../regrades/regraded.ts'
import type { Viewer } from '../viewer.ts'
import { COUNTING, IS_HANDED_OUT, TOLD_AT, WHICH_TRY } from './counting.ts'
import type { Confidence, Mode } from './view.ts'

/** What of an attempt never changes: whose it is, its mode and tries, its questions and how they are shown. Practice gets further questions; those it has stay. */
export interface Pinned {
  readonly id: string
  readonly personId: string
  readonly mode: Mode
  /** How many tries a question may have. */
  readonly tries: number
  readonly set: QuizSet
  /** The assignment it was begun for; null of one's own. */
  readonly assignment: string | null
  readonly startedAt: Date
  /** Decides the order of options, and in practice what comes next. */
  readonly seed: string
  /** By position, from 1: `items[0]` is question 1. */
  readonly items: readonly {
    readonly version: Version
    readonly arrangement: Arrangement
    /** Why practice has chosen it; null of one of a set. */
    readonly why: WhyView | null
  }[]
}

/** The answer that counts for a question at the moment: the one with the highest sequence number. */
export interface Given {
  /** As `readAnswer` gave it for this very question; null is a blank. */
  readonly answer: AnswerByKind[Kind] | null
  readonly sequence: number
  readonly savedAt: Date
  readonly confidence: Confidence | null
  /** Which try it was; the next one's number where it was not tried. */
  readonly tries: number
}

/** The last try of a question: which one it was, and its sequence number. */
export interface LastTry {
  readonly used: number
  readonly sequence: number
}

/** How many had answered a question when it became final, and how many of them wholly right. */
export interface Tally {
  readonly answered: number
  readonly right: number
}

/** What of an assignment concerns an attempt of it that is under way or over. */
export interface GivenTerms {
  readonly title: string
  /** When its time is over; null for never. */
  readonly endsAt: Date | null
  /** Until when answers are taken, as late. */
  readonly takenUntil: Date | null
  /** What time it was when this was read. */
  readonly now: Date
  /** Whether the article may be opened while it is taken. */
  readonly hasSource: boolean
  /** Whether anything is ever told of it, and when everybody is done, where it is told only then. */
  readonly isEverTold: boolean
  readonly toldFrom: Date | null
}

/** An attempt with what has been answered. */
export interface Taken {
  readonly pinned: Pinned
  readonly submittedAt: Date | null
  /** Since when what came of a test may be told; null as long as it may not. */
  readonly toldAt: Date | null
  /** What its teacher has laid down, as it is now; null of one's own. */
  readonly given: GivenTerms | null
  readonly items: readonly {
    readonly given: Given | null
    readonly tried: LastTry | null
    readonly final: Tally | null
    /** Whether its key has left with an offline pack. */
    readonly isHandedOut: boolean
    /** Whether its reader has said that something is wrong with it, here or elsewhere. */
    readonly isFlagged: boolean
    /** What it comes to since its question was regraded; null where it was not, and as long as nothing may be told. */
    readonly regraded: JudgedAnswer | null
  }[]
}

/** A question to which nothing was said yet. */
export const UNANSWERED: Taken['items'][number] = {
  given: null,
  tried: null,
  final: null,
  isHandedOut: false,
  isFlagged: false,
  regraded: null,
}

const kept = createKept<Pinned>(3_000)

/** Remembers an attempt that was just made. */
export const keepPinned = (pinned: Pinned): void => kept.set(pinned.id, pinned)

interface ItemRow {
  mode: Mode
  tries: number
  set_id: string
  seed: string
  started_at: Date
  submitted_at: Date | null
  assignment_id: string | null
  told_at: Date | null
  terms: {
    title: string
    ends_at: string | null
    taken_until: string | null
    now: string
    has_source: boolean
    is_ever_told: boolean
    told_from: string | null
  } | null
  version_id: string
  arrangement: unknown
  why: unknown
  final_at: Date | null
  answered: number | null
  answered_right: number | null
  answer: AnswerByKind[Kind] | null
  sequence: number | null
  saved_at: Date | null
  confidence: Confidence | null
  which_try: number
  used: number | null
  tried_sequence: number | null
  handed_out: boolean
  is_flagged: boolean
}

/** SQL: joins to `attempt a`, once however many questions it has, what of its assignment concerns it; null where it has none. */
const TERMS = `LEFT JOIN LATERAL (SELECT jsonb_build_object('title', g.title, 'ends_at', own.ends_at, 'taken_until', own.taken_until, 'now', clock_timestamp(),
    'has_source', g.has_source, 'is_ever_told', g.feedback <> 'never',
    'told_from', CASE WHEN g.feedback = 'after-closing' THEN all_over_at(g.id) END) AS terms
  FROM assignment g CROSS JOIN LATERAL own_terms(g.id, a.person_id, a.started_at) own WHERE g.id = a.assignment_id) given
  ON a.assignment_id IS NOT NULL`

/** One row a question, with the attempt's own columns in each. */
const ITEMS = `
  SELECT a.mode, a.tries, a.set_id, a.seed, a.started_at, a.submitted_at, a.assignment_id, ${TOLD_AT} AS told_at, given.terms,
    i.version_id, i.arrangement, i.why, i.final_at, i.answered, i.answered_right,
    last.answer, last.sequence, last.saved_at, last.confidence, ${WHICH_TRY} AS which_try,
    t.used, t.sequence AS tried_sequence, ${IS_HANDED_OUT} AS handed_out,
    EXISTS (SELECT FROM flag f WHERE f.person_id = a.person_id AND f.version_id = i.version_id) AS is_flagged
  FROM attempt a ${TERMS}
  JOIN attempt_item i ON i.attempt_id = a.id ${COUNTING}
  WHERE a.id = $1 AND a.person_id = $2
  ORDER BY i.position`

/** The viewer's own attempt, or null: no such one, or not theirs. */
export async function getTaken(viewer: Viewer, id: string): Promise<Taken | null> {
  if (viewer.personId === null) return null
  const { rows } = await pool().query<ItemRow>(ITEMS, [id, viewer.personId])
  const first = rows[0]
  if (!first) return null
  const known = kept.get(id)
  // Another node may have given it a question more.
  const isWhole = known?.items.length === rows.length
  const pinned = known && isWhole ? known : await pin(id, viewer.personId, first, rows)
  const regradedAt = await judgeTold(pinned, first, rows)
  return {
    pinned,
    submittedAt: first.submitted_at,
    toldAt: first.told_at,
    given: readTerms(first.terms),
    items: rows.map((row, i) => readItem(row, regradedAt(i))),
  }
}

/**
 * Holds the viewer's own attempt to the end of a transaction whose work is on the disk when it is acknowledged. False where
 * it has been handed in, or is not theirs.
 */
export async function holdOpen(client: pg.PoolClient, viewer: Viewer, id: string): Promise<boolean> {
  await client.query("SELECT set_config('synchronous_commit', 'on', true)")
  const { rows } = await client.query<{ submitted_at: Date | null }>(
    'SELECT submitted_at FROM attempt WHERE id = $1 AND person_id = $2 FOR NO KEY UPDATE',
    [id, viewer.personId],
  )
  return rows[0]?.submitted_at === null
}

/** What never changes of the viewer's own attempt, or null; from memory where it is known as far as that position. */
export async function getPinned(viewer: Viewer, id: string, position = 1): Promise<Pinned | null> {
  const known = kept.get(id)
  // An account may have claimed it since: only the store knows for certain that it is somebody else's.
  if (known?.personId === viewer.personId && known.items.length >= position) return known
  return (await getTaken(viewer, id))?.pinned ?? null
}

/** What came of regrades, by place from 0. An attempt that is under way or withheld is as it was begun. */
async function judgeTold(
  { id, assignment, items }: Pinned,
  { submitted_at, told_at }: ItemRow,
  rows: readonly ItemRow[],
): Promise<(place: number) => JudgedAnswer | null> {
  if (submitted_at === null || told_at === null) return () => null
  const answers = items.map(({ version, arrangement }, i) => ({
    ...{ attempt: id, position: i + 1, version, assignment, arrangement },
    last: { answer: rows[i]?.answer ?? null, tries: rows[i]?.which_try ?? 1 },
  }))
  const judged = await judgeAnswers(answers)
  return (place) => {
    const answer = answers[place]
    return answer ? judged(answer) : null
  }
}

async function pin(id: string, personId: string, first: ItemRow, rows: readonly ItemRow[]): Promise<Pinned> {
  const [set, versions] = await Promise.all([
    getSet(first.set_id),
    getVersions(rows.map(({ version_id }) => version_id)),
  ])
  if (!set) throw new Error('the quiz set of an attempt is missing from the store')
  const items = rows.map(({ arrangement, why }, i) => ({
    version: versions[i] as Version,
    arrangement: readArrangement(arrangement),
    why: readWhy(why),
  }))
  const pinned = {
    id,
    personId,
    mode: first.mode,
    tries: first.tries,
    set,
    assignment: first.assignment_id,
    startedAt: first.started_at,
    seed: first.seed,
    items,
  }
  keepPinned(pinned)
  return pinned
}

const readTerms = (terms: ItemRow['terms']): GivenTerms | null =>
  terms && {
    title: terms.title,
    endsAt: readTime(terms.ends_at),
    takenUntil: readTime(terms.taken_until),
    now: new Date(terms.now),
    hasSource: terms.has_source,
    isEverTold: terms.is_ever_told,
    toldFrom: readTime(terms.told_from),
  }

const readTime = (text: string | null): Date | null => (text === null ? null : new Date(text))

const readItem = (row: ItemRow, regraded: JudgedAnswer | null): Taken['items'][number] => ({
  given:
    row.sequence === null || row.saved_at === null
      ? null
      : {
          answer: row.answer,
          sequence: row.sequence,
          savedAt: row.saved_at,
          confidence: row.confidence,
          tries: row.which_try,
        },
  tried:
    row.used === null || row.tried_sequence === null
      ? null
      : { used: row.used, sequence: row.tried_sequence },
  final: row.final_at === null ? null : { answered: row.answered ?? 0, right: row.answered_right ?? 0 },
  isHandedOut: row.handed_out,
  isFlagged: row.is_flagged,
  regraded,
})
