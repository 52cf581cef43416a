import type { z } from 'zod'
import { anotherWay, type Grade, type Memory, ownDay } from '#core'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { minutesFor } from '../quizzes/minutes.ts'
import { storeDrawn } from '../quizzes/mixed.ts'
import type { Viewer } from '../viewer.ts'
import { getLearning, noteZone, showLearning, type zoneSchema } from './learning.ts'
import { getToday, listAsked, listWays, type Today } from './queue.ts'
import { settleReviews } from './settle.ts'
import type { MemoryView, ReviewedView, ReviewView } from './view.ts'

/** What stands before the viewer's daily review. */
export async function getReview({ personId }: Viewer): Promise<ReviewView> {
  if (personId === null) {
    const learning = await getLearning(null)
    return {
      due: 0,
      today: 0,
      minutes: 0,
      reviewed: [],
      next: null,
      count: 0,
      learning: showLearning(learning),
    }
  }
  await settleReviews(personId)
  const today = await getToday(personId)
  const { due, today: queue } = today.queue
  const [reviewed, { count, next }] = await Promise.all([listReviewed(personId, today), getNext(personId)])
  return {
    due,
    today: queue.length,
    minutes: minutesFor(queue.length),
    reviewed,
    next: due > 0 ? null : next,
    count,
    learning: showLearning(today.learning),
  }
}

/** Facts that are on nobody's mind today but will be. */
async function getNext(personId: string): Promise<{ count: number; next: string | null }> {
  const { rows } = await pool().query<{ count: number; next: Date | null }>(
    `SELECT count(*)::int AS count, min(due) FILTER (WHERE NOT is_suspended) AS next
     FROM memory WHERE person_id = $1`,
    [personId],
  )
  return { count: rows[0]?.count ?? 0, next: rows[0]?.next?.toISOString() ?? null }
}

/** How a fact is called in a list: as the margin of its article says it, without what it amounts to. */
const LABEL = `(SELECT fr.data -> 'said' ->> 'label' FROM fact_reading fr JOIN reading r ON r.id = fr.reading_id
  WHERE fr.fact_id = m.fact_id ORDER BY r.created_at DESC LIMIT 1)`

async function listReviewed(personId: string, { now, learning, day }: Today): Promise<ReviewedView[]> {
  const { rows } = await pool().query<{
    attempt: string
    position: number
    label: string
    grade: Grade
    at: Date
    due: Date
    is_last: boolean
  }>(
    `SELECT m.attempt_id AS attempt, m.position, ${LABEL} AS label, m.grade, m.at, known.due,
       known.last_review = m.at AS is_last
     FROM review m JOIN memory known ON known.person_id = m.person_id AND known.fact_id = m.fact_id
     WHERE m.person_id = $1 AND m.undone_at IS NULL AND m.at > $2::timestamptz - interval '2 days'
     ORDER BY m.at DESC, m.position DESC LIMIT 200`,
    [personId, now],
  )
  return rows
    .filter(({ at }) => ownDay(at, learning.zone) === day)
    .map(({ attempt, position, label, grade, at, due, is_last }) => ({
      attempt,
      position,
      label,
      grade,
      at: at.toISOString(),
      due: due.toISOString(),
      isLast: is_last,
    }))
}

/** The facts the viewer keeps in mind, the next due first; at most two hundred. */
export async function listMemories({ personId }: Viewer): Promise<MemoryView[]> {
  if (personId === null) return []
  const { rows } = await pool().query<
    Pick<Memory, 'due' | 'reps'> & {
      fact: string
      label: string
      article: string
      is_suspended: boolean
      is_buried: boolean
    }
  >(
    `SELECT m.fact_id AS fact, ${LABEL} AS label, shelf.title AS article, m.due, m.reps, m.is_suspended,
       coalesce(m.buried_until > clock_timestamp(), false) AS is_buried
     FROM memory m JOIN fact ON fact.id = m.fact_id
     JOIN library_article shelf ON shelf.article_id = fact.article_id
     WHERE m.person_id = $1 ORDER BY m.is_suspended, m.due, m.fact_id LIMIT 200`,
    [personId],
  )
  return rows.map(({ fact, label, article, due, reps, is_suspended, is_buried }) => ({
    fact,
    label,
    article,
    due: due.toISOString(),
    reps,
    isSuspended: is_suspended,
    isBuried: is_buried,
  }))
}

/**
 * Draws the viewer's review of today: each fact that is due, asked in another way than the last time where there is one.
 * Drawn twice without an answer in between it is one set. 'not-yet' where nothing is due.
 */
export async function drawReview(
  { personId }: Viewer,
  { zone }: z.output<typeof zoneSchema>,
): Promise<Outcome<{ readonly set: string }>> {
  if (personId === null) return { refused: 'not-found' }
  await noteZone(personId, zone)
  await settleReviews(personId)
  const { day, queue } = await getToday(personId)
  const facts = queue.today.map(({ fact }) => fact)
  const [ways, asked] = await Promise.all([listWays(facts), listAsked(personId, facts)])
  const versions = facts.flatMap((fact) => {
    const of = <T extends { readonly fact: string }>(list: readonly T[]): T[] =>
      list.filter((each) => each.fact === fact)
    return anotherWay(of(ways), of(asked), { seed: `${personId} ${fact} ${day}` })?.version ?? []
  })
  if (versions.length === 0) return { refused: 'not-yet' }
  const seed = `${personId} ${day}`
  return {
    done: { set: await storeDrawn({ count: versions.length, seed, limits: {}, isReview: true }, versions) },
  }
}
