import { type Kind, type Memory, ownDay, ownDayEnd, type Queue, queueOf, type Remembered } from '#core'
import { pool, storeTime } from '../db.ts'
import { getLearning, type Learning, memorySettings } from './learning.ts'
import { IS_ASKABLE } from './memories.ts'
import { MEMORY } from './stored.ts'

/** A fact that may be asked today, as far as the queue knows it. */
export type Due = Remembered

/** A person's review as it stands at this moment by the database's clock. */
export interface Today {
  readonly now: Date
  /** The person's own day, `YYYY-MM-DD`. */
  readonly day: string
  readonly learning: Learning
  readonly queue: Queue<Due>
}

/** Those due longest ago are looked at; whoever has more due than this is given these first. */
const MOST = 2_000

interface DueRow extends Memory {
  fact: string
  /** Its article: facts of one article remind of each other as those of one passage do. */
  passage: string
}

/** What of a person's facts is to be reviewed today, in order, and how much of the day's share is done. */
export async function getToday(personId: string): Promise<Today> {
  const learning = await getLearning(personId)
  const settings = memorySettings(learning)
  const now = await storeTime()
  const day = ownDay(now, learning.zone)
  const end = ownDayEnd(now, learning.zone)
  const [{ rows }, done] = await Promise.all([
    pool().query<DueRow>(
      `SELECT m.fact_id AS fact, f.article_id::text AS passage, ${MEMORY}
       FROM memory m JOIN fact f ON f.id = m.fact_id
       WHERE m.person_id = $1 AND m.due < $2 AND NOT m.is_suspended
         AND (m.buried_until IS NULL OR m.buried_until <= $3) AND ${IS_ASKABLE('m.fact_id')}
       ORDER BY m.due, m.fact_id LIMIT ${MOST}`,
      [personId, end, now],
    ),
    countDone(personId, now, day, learning.zone),
  ])
  const remembered = rows.map(({ fact, passage, ...memory }) => ({
    fact,
    passage,
    memory,
    buriedUntil: null,
    suspended: false,
    retired: null,
  }))
  return {
    now,
    day,
    learning,
    queue: queueOf(remembered, { now, cap: learning.cap, done, settings }),
  }
}

/** How many facts have been reviewed on the person's own day; first reviews, which quizzes bring, do not use up its share. */
async function countDone(personId: string, now: Date, day: string, zone: string): Promise<number> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT at FROM review WHERE person_id = $1 AND undone_at IS NULL AND at > $2::timestamptz - interval '2 days'
       AND before ->> 'lastReview' IS NOT NULL`,
    [personId, now],
  )
  return rows.filter(({ at }) => ownDay(at, zone) === day).length
}

/** A version by which a fact can be asked. */
export interface FactWay {
  readonly fact: string
  readonly version: string
  readonly kind: Kind
  readonly stem: string
}

/** All ways in which these facts can be asked now. */
export async function listWays(facts: readonly string[]): Promise<FactWay[]> {
  const { rows } = await pool().query<FactWay>(
    `SELECT f.fact_id AS fact, v.id AS version, v.kind, v.stem FROM question_fact f
     JOIN bank_item b ON b.version_id = f.version_id AND NOT b.needs_article
     JOIN question_version v ON v.id = f.version_id
     WHERE f.fact_id = ANY($1) AND f.is_only ORDER BY v.id`,
    [facts],
  )
  return rows
}

/** How a person was asked about these facts, the last time first, in quizzes and reviews alike. */
export async function listAsked(personId: string, facts: readonly string[]): Promise<FactWay[]> {
  const { rows } = await pool().query<FactWay>(
    `SELECT r.fact_id AS fact, v.id AS version, v.kind, v.stem FROM review r
     JOIN attempt_item i ON i.attempt_id = r.attempt_id AND i.position = r.position
     JOIN question_version v ON v.id = i.version_id
     WHERE r.person_id = $1 AND r.fact_id = ANY($2) ORDER BY r.at DESC LIMIT 2000`,
    [personId, facts],
  )
  return rows
}
