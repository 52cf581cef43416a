import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { answerField } from '../attempts/bodies.ts'
import { id, isStorable } from '../fields.ts'
import { addJob } from '../jobs/add.ts'
import type { Outcome } from '../outcome.ts'
import { storeRegrades } from '../regrades/regrade.ts'
import type { Viewer } from '../viewer.ts'
import { asDecider, countDone, type Ground } from './hold.ts'
import { listPlaces } from './places.ts'
import { seenBy, seenFlags } from './scope.ts'
import { CHOICES } from './view.ts'

const toDo = {
  /** The question version. */
  question: id,
  choice: z.enum(CHOICES),
  /** In the kind's own shape, by the ids of `arrangePlainly`; for a remedy that brings one. */
  key: answerField,
  word: z.string().trim().max(500).refine(isStorable),
}
/** What was done by others as it was previewed. */
const seen = z.int().min(0)

export const decideSchema = z.strictObject({ ...toDo, seen, until: z.iso.datetime() })
export const undoSchema = z.strictObject({ question: id, decision: id, seen })
export const questionSchema = z.strictObject({ question: id })

/** What is to be decided, without what was seen. */
export type ToDecide = z.output<z.ZodObject<typeof toDo>>

/**
 * Decides about a question that was flagged, as far as the viewer does: everywhere or in their own assignments. What follows
 * from it, and the telling, is done by a job in steps. Of several who decide at once the second is told.
 */
export const decideFlags = (
  viewer: Viewer,
  { seen, until, ...toDo }: z.output<typeof decideSchema>,
): Promise<Outcome<{ readonly decision: string }>> =>
  asDecider<{ readonly decision: string }>(viewer, toDo.question, async (client, ground) => {
    if ((await countDone(client, toDo.question)) !== seen) return { refused: 'decided-meanwhile' }
    const written = await writeChoice(client, ground, toDo)
    if ('refused' in written) return written
    const { deed, regrades } = written.done
    const decision = await storeDecision(client, ground, { deed, word: toDo.word, regrades })
    await answerFlags(client, viewer, { question: toDo.question, decision, until })
    return carryOn(client, ground, decision, toDo.choice)
  })

interface Written {
  readonly deed: 'dismissed' | 'regraded' | 'taken-back' | 'undone'
  readonly regrades: readonly string[]
}

/** Does what was chosen, without what follows from it. What its owner regrades everywhere is not asked any more: whoever answered it at once would still be told by the key it was made with. */
async function writeChoice(client: pg.PoolClient, ground: Ground, toDo: ToDecide): Promise<Outcome<Written>> {
  const { question, choice, word } = toDo
  if (word === '') return { refused: 'no-word' }
  if (choice === 'dismiss') return { done: { deed: 'dismissed', regrades: [] } }
  if (choice === 'take-back') {
    if (!ground.isOwners) return { refused: 'not-found' }
    await takeBack(client, question, word)
    return { done: { deed: 'taken-back', regrades: [] } }
  }
  const regrades = await writeRegrades(client, ground, toDo)
  if ('refused' in regrades) return regrades
  if (ground.isOwners) await takeBack(client, question, word)
  return { done: { deed: 'regraded', regrades: regrades.done.ids } }
}

const takeBack = (client: pg.PoolClient, question: string, word: string) =>
  client.query("SELECT take_back($1, 'flagged', $2)", [question, word])

/** Stores the regrades of a remedy that was chosen: one for everywhere, or one for each assignment of the viewer's. */
export async function writeRegrades(
  client: pg.PoolClient,
  { actor, isOwners }: Ground,
  { question, choice, key, word }: ToDecide,
): ReturnType<typeof storeRegrades> {
  if (choice === 'dismiss' || choice === 'take-back') throw new Error('no remedy was chosen')
  const places = isOwners ? [null] : await listPlaces(client, question, actor)
  return storeRegrades(client, places, actor, { question, remedy: choice, key, reason: word })
}

async function storeDecision(
  client: pg.PoolClient,
  { actor, question, isOwners }: Ground,
  { deed, word, regrades }: Written & { readonly word: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO flag_decision (id, version_id, deed, is_owners, word, regrades, decided_by)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6) RETURNING id`,
    [question, deed, isOwners, word, regrades, actor],
  )
  return (rows as [{ id: string }])[0].id
}

/** Notes that a decision answers the flags that stood open as it was taken; all of them where none did. Later ones wait. */
async function answerFlags(
  client: pg.PoolClient,
  viewer: Viewer,
  {
    question,
    decision,
    until,
  }: { readonly question: string; readonly decision: string; readonly until: string },
): Promise<void> {
  await client.query(
    `WITH met AS (SELECT id, is_open FROM (${seenFlags('f.version_id = $3 AND f.created_at <= $5')}) seen)
     INSERT INTO flag_outcome (flag_id, decision_id)
     SELECT id, $4 FROM met WHERE is_open OR NOT EXISTS (SELECT FROM met WHERE is_open)`,
    [...seenBy(viewer), question, decision, until],
  )
}

async function carryOn(
  client: pg.PoolClient,
  { actor, question }: Ground,
  decision: string,
  choice: string,
): Promise<Outcome<{ readonly decision: string }>> {
  await addJob(client, 'carry-out-decision', { decision })
  await writeAudit(client, {
    actor,
    deed: 'decide-flags',
    subject: null,
    details: { question, decision, choice },
  })
  return { done: { decision } }
}

/** Undoes what was regraded everywhere: every mark, score and total is again what it would be without it. The question stays taken back, until its article is read again. */
export const undoDecision = (
  viewer: Viewer,
  { question, decision, seen }: z.output<typeof undoSchema>,
): Promise<Outcome<{ readonly decision: string }>> =>
  asDecider<{ readonly decision: string }>(viewer, question, async (client, ground) => {
    if ((await countDone(client, question)) !== seen) return { refused: 'decided-meanwhile' }
    const regrades = await writeUndone(client, ground, decision)
    if (regrades === null) return { refused: 'not-found' }
    const undoing = await storeDecision(client, ground, { deed: 'undone', word: '', regrades })
    await client.query(
      'INSERT INTO flag_outcome (flag_id, decision_id) SELECT flag_id, $2 FROM flag_outcome WHERE decision_id = $1',
      [decision, undoing],
    )
    return carryOn(client, ground, undoing, 'undo')
  })

/** Undoes the regrade of a decision that holds everywhere, without what follows from it; null where there is none that the viewer may undo. */
export async function writeUndone(
  client: pg.PoolClient,
  { actor, question, isOwners }: Ground,
  decision: string,
): Promise<readonly string[] | null> {
  if (!isOwners) return null
  const { rows } = await client.query<{ id: string }>(
    `UPDATE regrade r SET undone_by = $3, undone_at = clock_timestamp() FROM flag_decision d
     WHERE d.id = $1 AND d.version_id = $2 AND d.deed = 'regraded' AND d.is_owners AND r.id = ANY(d.regrades)
       AND r.undone_at IS NULL AND r.changed IS NOT NULL RETURNING r.id`,
    [decision, question, actor],
  )
  return rows.length === 0 ? null : rows.map(({ id }) => id)
}
