import { z } from 'zod'
import { arrangePlainly, judge, show } from '#core'
import { answerField } from '../attempts/bodies.ts'
import { tellPassages } from '../attempts/tell.ts'
import { tellKey } from '../bank/told.ts'
import { pool, transaction } from '../db.ts'
import { tellChecked } from '../desks/checked.ts'
import { getContext } from '../desks/context.ts'
import { id, isStorable } from '../fields.ts'
import { readArrangement } from '../questions/stored.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import { readAskedKey } from '../regrades/page.ts'
import { findRegraded, standingOf } from '../regrades/regraded.ts'
import type { Viewer } from '../viewer.ts'
import { getDecision } from './decision.ts'
import { listDrawn } from './drawn.ts'
import { countDone, findGround } from './hold.ts'
import { seenBy, seenFlags, TEACHES_IT } from './scope.ts'
import { CHOICES, type DecisionLine, type FlagLine, type FlagPageView } from './view.ts'

/** What the address asks for. `key` is JSON; without a script, options that were ticked come as `answer`. */
export const querySchema = z.object({
  undo: id.nullable().catch(null),
  choice: z.enum(CHOICES).nullable().catch(null),
  key: z.string().max(10_000).catch(''),
  answer: answerField.catch(null),
  word: z.string().trim().max(500).refine(isStorable).catch(''),
})

/** A question that was flagged, with all that a decision about it wants to know; null where the viewer sees no flag on it. */
export async function getFlagPage(
  viewer: Viewer,
  question: string,
  query: z.output<typeof querySchema>,
): Promise<FlagPageView | null> {
  const ground = await findGround(viewer, question, pool())
  if (!ground) return null
  const { actor, isOwners } = ground
  const [[version], flags, row, seen, decisions] = await Promise.all([
    getVersions([question]) as Promise<[Version]>,
    listFlags(viewer, question),
    getRow(question),
    countDone(pool(), question),
    listDecisions(question, actor, isOwners),
  ])
  const [context, drawn, regraded] = await Promise.all([
    getContext(version.source.revisionId),
    listDrawn(version, actor, isOwners),
    findRegraded([question]),
  ])
  const plain = arrangePlainly(version.question)
  const standing = standingOf(version, regraded(version, null))
  return {
    question,
    ...{ title: version.source.title, slug: version.source.slug, isOwners },
    shown: show(version.question, row.arrangement === null ? plain : readArrangement(row.arrangement)),
    plain: show(version.question, plain),
    checked: tellChecked(version.question, context, {
      slug: version.source.slug,
      isByHand: row.is_by_hand,
      isImported: row.is_imported,
    }),
    told: { ...tellKey(version.question), passages: tellPassages(version) },
    key: judge(standing, [], plain).feedback.key,
    withdrawn: row.withdrawn,
    ...{ drawn, flags, decisions, seen },
    until:
      flags
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? NO_FLAG,
    asked: { choice: query.choice, key: readAskedKey(version, query), word: query.word },
    undo: decisions.find((each) => each.id === query.undo && each.mayUndo) ?? null,
  }
}

/** Before all flags there are. */
const NO_FLAG = '1970-01-01T00:00:00.000Z'

interface Row {
  arrangement: unknown
  is_by_hand: boolean
  is_imported: boolean
  withdrawn: string | null
}

/** What more is to be known of a question; `arrangement` is how the last who flagged it saw it. */
async function getRow(question: string): Promise<Row> {
  const { rows } = await pool().query<Row>(
    `SELECT q.desk_id IS NOT NULL AS is_by_hand, v.provenance = 'import' AS is_imported, (SELECT w.reason FROM withdrawal w WHERE w.version_id = v.id) AS withdrawn,
       (SELECT i.arrangement FROM flag f JOIN attempt_item i ON i.attempt_id = f.attempt_id AND i.version_id = f.version_id
        WHERE f.version_id = v.id ORDER BY f.created_at DESC LIMIT 1) AS arrangement
     FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1`,
    [question],
  )
  return (rows as [Row])[0]
}

/** What is said of it. Who said so, and in which class, is told to the teachers of that class alone. */
async function listFlags(viewer: Viewer, question: string): Promise<FlagLine[]> {
  const { rows } = await pool().query<{
    id: string
    reason: string
    created_at: Date
    is_open: boolean
    title: string | null
    class: string | null
    who: string | null
  }>(
    `SELECT seen.id, seen.reason, seen.created_at, seen.is_open, own.title, own.class, own.who
     FROM (${seenFlags('f.version_id = $3')}) seen
     LEFT JOIN LATERAL (
       SELECT g.title, c.name AS class, account.name AS who FROM attempt t JOIN assignment g ON g.id = t.assignment_id
       JOIN class c ON c.id = g.class_id LEFT JOIN account ON account.person_id = t.person_id
       WHERE t.id = seen.attempt_id AND ${TEACHES_IT('$1')}
     ) own ON true
     ORDER BY seen.is_open DESC, seen.created_at DESC, seen.id`,
    [...seenBy(viewer), question],
  )
  return rows.map(({ id, reason, created_at, is_open, title, class: name, who }) => ({
    ...{ id, reason, at: created_at.toISOString(), isOpen: is_open, who },
    where: title === null || name === null ? null : { title, class: name },
  }))
}

/** What was decided about it, the newest first: what holds everywhere, and what the person has decided themselves. */
async function listDecisions(question: string, person: string, isOwners: boolean): Promise<DecisionLine[]> {
  const { rows } = await pool().query<{
    id: string
    by: string | null
    changed: number
    is_standing: boolean
  }>(
    `SELECT d.id, account.name AS by, d.changed, EXISTS (
         SELECT FROM regrade r WHERE r.id = ANY(d.regrades) AND r.undone_at IS NULL AND r.changed IS NOT NULL) AS is_standing
     FROM flag_decision d LEFT JOIN account ON account.person_id = d.decided_by
     WHERE d.version_id = $1 AND (d.is_owners OR d.decided_by = $2) ORDER BY d.decided_at DESC, d.id`,
    [question, person],
  )
  return transaction(async (client) => {
    const lines: DecisionLine[] = []
    for (const { id, by, changed, is_standing } of rows) {
      const decision = await getDecision(client, id)
      if (!decision) continue
      const { decided, word, key, decidedAt, isSettled } = decision
      lines.push({
        ...{ id, decided, word, key, at: decidedAt.toISOString(), by, changed, isSettled },
        isOwners: decision.isOwners,
        mayUndo: isOwners && decision.isOwners && decided !== 'undone' && is_standing,
      })
    }
    return lines
  })
}
