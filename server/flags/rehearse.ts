import type pg from 'pg'
import type { RemedyName } from '#core'
import { answerField } from '../attempts/bodies.ts'
import { pool, tryOut } from '../db.ts'
import { type Outcome, refusal } from '../outcome.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import type { Changed } from '../regrades/remark.ts'
import type { Viewer } from '../viewer.ts'
import { type ToDecide, writeRegrades, writeUndone } from './decide.ts'
import { findGround, type Ground } from './hold.ts'
import { listOwnChanged, stoodAround } from './own-changed.ts'
import { listPlaces, remarkPlace } from './places.ts'
import { seenBy, seenFlags, TEACHES_IT } from './scope.ts'
import type { DecisionRehearsal, FlagPageView } from './view.ts'

/** A decision to be taken, or one to be undone with the remedy it brought. */
type Rehearsed =
  | ToDecide
  | { readonly question: string; readonly decision: string; readonly remedy: RemedyName }

type Write = (client: pg.PoolClient) => Promise<Outcome<readonly string[]>>

/**
 * What a decision or its undoing would do. It is done like the deed itself and step by step like it, each step in a
 * transaction that is then undone; null where the viewer sees no flag on the question.
 */
async function rehearseDecision(viewer: Viewer, toDo: Rehearsed): Promise<Outcome<DecisionRehearsal>> {
  const { question } = toDo
  const ground = await findGround(viewer, question, pool())
  if (!ground) return { refused: 'not-found' }
  const isUndone = 'decision' in toDo
  if (!isUndone && toDo.word === '') return { refused: 'no-word' }
  const [told, places] = await Promise.all([
    countTold(viewer, question),
    listPlaces(pool(), question, ground.isOwners ? null : ground.actor),
  ])
  const nothing = { told, assignments: places.length, up: 0, down: 0, own: 0, lines: [] }
  const remedy = isUndone ? toDo.remedy : toDo.choice
  if (remedy === 'dismiss' || remedy === 'take-back') return { done: nothing }
  const [version] = (await getVersions([question])) as [Version]
  const write: Write = async (client) => {
    if (!isUndone) {
      const stored = await writeRegrades(client, ground, toDo)
      return 'refused' in stored ? stored : { done: stored.done.ids }
    }
    const undone = await writeUndone(client, ground, toDo.decision)
    return undone ? { done: undone } : { refused: 'not-found' }
  }
  const own = await countOwn(version, write, ground, isUndone)
  if ('refused' in own) return own
  const changes = await tryPlaces(places, version, write, remedy)
  const all = [...changes.values()].flat()
  return {
    done: {
      ...nothing,
      own: own.done,
      up: all.filter(({ before, after }) => (after ?? 0) > (before ?? 0)).length,
      down: all.filter(({ before, after }) => (after ?? 0) < (before ?? 0) || after === null).length,
      lines: await listLines(ground.actor, changes),
    },
  }
}

/** The same for what a page is asked for; null where that is nothing, or why not. */
export async function rehearseAsked(
  viewer: Viewer,
  { question, asked: { choice, key, word }, undo }: Pick<FlagPageView, 'question' | 'asked' | 'undo'>,
): Promise<DecisionRehearsal | { readonly problem: string } | null> {
  const toDo = undo
    ? { question, decision: undo.id, remedy: undo.decided as RemedyName }
    : choice && { question, choice, word, key: answerField.parse(key) }
  const outcome = toDo && (await rehearseDecision(viewer, toDo))
  return outcome && ('refused' in outcome ? { problem: refusal(outcome.refused).message } : outcome.done)
}

/** People who would be told what becomes of their flags. */
async function countTold(viewer: Viewer, question: string): Promise<number> {
  const { rows } = await pool().query<{ told: number }>(
    `SELECT count(DISTINCT person_id) FILTER (WHERE is_open OR none)::int AS told FROM (
       SELECT *, NOT bool_or(is_open) OVER () AS none FROM (${seenFlags('f.version_id = $3')}) seen) counted`,
    [...seenBy(viewer), question],
  )
  return rows[0]?.told ?? 0
}

/** How many people's own attempts would come to something else; nothing outside of assignments where it holds in those alone. */
const countOwn = (
  version: Version,
  write: Write,
  { isOwners }: Ground,
  isUndone: boolean,
): Promise<Outcome<number>> =>
  tryOut<Outcome<number>>(async (client) => {
    const written = await write(client)
    if ('refused' in written) return written
    if (!isOwners) return { done: 0 }
    const stood = await stoodAround(client, version, written.done, isUndone)
    const people = new Set<string>()
    for (let from: string | null = null, isFirst = true; isFirst || from !== null; isFirst = false) {
      const step: Awaited<ReturnType<typeof listOwnChanged>> = await listOwnChanged(
        client,
        version,
        stood,
        from,
      )
      for (const person of step.people) people.add(person)
      from = step.next
    }
    return { done: people.size }
  })

/** Whose scores would change, by assignment. */
async function tryPlaces(
  places: readonly string[],
  version: Version,
  write: Write,
  remedy: RemedyName,
): Promise<ReadonlyMap<string, readonly Changed[]>> {
  const changes = new Map<string, readonly Changed[]>()
  for (const place of places) {
    const changed = await tryOut(async (client) => {
      await write(client)
      return remarkPlace(client, place, version, remedy)
    })
    if (changed.length > 0) changes.set(place, changed)
  }
  return changes
}

/** Those of the assignments that the person teaches, by name. */
async function listLines(
  person: string,
  changes: ReadonlyMap<string, readonly Changed[]>,
): Promise<DecisionRehearsal['lines']> {
  const { rows } = await pool().query<{ assignment: string; title: string; class: string }>(
    `SELECT g.id AS assignment, g.title, c.name AS class FROM assignment g JOIN class c ON c.id = g.class_id
     WHERE g.id = ANY($1) AND ${TEACHES_IT('$2')} ORDER BY lower(c.name), lower(g.title), g.id`,
    [[...changes.keys()], person],
  )
  return rows.map((row) => ({ ...row, changed: changes.get(row.assignment)?.length ?? 0 }))
}
