import type pg from 'pg'
import { z } from 'zod'
import { arrangePlainly, REMEDIES, type RemedyName, readAnswer, rekey } from '#core'
import { writeAudit } from '../accounts/audit.ts'
import { asAssigner } from '../assignments/assign.ts'
import { answerField } from '../attempts/bodies.ts'
import { id, isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import type { Viewer } from '../viewer.ts'
import { type Changed, remark } from './remark.ts'
import { type Key, writeKey } from './stored.ts'
import { wantTold } from './tell.ts'

/** Whether a remedy brings a key. */
export const BRINGS_KEY: { readonly [R in RemedyName]: boolean } = {
  void: false,
  'full-credit': false,
  'accept-also': true,
  'corrected-key': true,
}

const toDo = {
  question: id,
  remedy: z.enum(REMEDIES),
  /** In the kind's own shape, by the ids of `arrangePlainly`; for a remedy that brings one. */
  key: answerField,
  reason: z.string().trim().max(500).refine(isStorable),
}
type Regrade = z.output<z.ZodObject<typeof toDo>>
/** What was done by others as it was previewed: `seen` of the rehearsal. */
const where = { assignment: id, seen: z.int().min(0) }

export const regradeSchema = z.strictObject({ ...where, ...toDo })
export const undoSchema = z.strictObject({ ...where, regrade: id })

/** A regrade to be made, or one to be undone. */
export type ToDo = Regrade | { readonly regrade: string }

/** What was done: the regrade, and everybody whose score has changed by it. */
export interface Done {
  readonly id: string
  readonly version: Version
  readonly changed: readonly Changed[]
}

/** Does something about a question of an assignment for everybody who was asked it, and tells those whose score has changed. */
export const regradeQuestion = (
  viewer: Viewer,
  { assignment, seen, ...toDo }: z.output<typeof regradeSchema>,
): Promise<Outcome<{ readonly changed: number }>> => carryOut(viewer, assignment, seen, toDo)

/** Takes a regrade back: every mark, score and total is again what it would be without it. */
export const undoRegrade = (
  viewer: Viewer,
  { assignment, seen, regrade }: z.output<typeof undoSchema>,
): Promise<Outcome<{ readonly changed: number }>> => carryOut(viewer, assignment, seen, { regrade })

const carryOut = (
  viewer: Viewer,
  assignment: string,
  seen: number,
  toDo: ToDo,
): Promise<Outcome<{ readonly changed: number }>> =>
  asAssigner(viewer, assignment, async (client, actor) => {
    if ((await countRegrades(client, assignment)) !== seen) return { refused: 'regraded-meanwhile' }
    const outcome = await settle(client, assignment, actor, toDo)
    if ('refused' in outcome) return outcome
    const { id, changed } = outcome.done
    const isUndone = 'regrade' in toDo
    await wantTold(client, assignment, { regrade: id, isUndone }, changed)
    const details = { assignment, regrade: id, changed: changed.length }
    await writeAudit(client, { actor, deed: isUndone ? 'undo-regrade' : 'regrade', subject: null, details })
    return { done: { changed: changed.length } }
  })

/** Counts up with every regrade that concerns an assignment, and every undoing of one. */
export async function countRegrades(
  client: Pick<pg.ClientBase, 'query'>,
  assignment: string,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT (count(*) + count(undone_at))::int AS count FROM regrade r
     WHERE r.assignment_id = $1 OR r.assignment_id IS NULL AND r.version_id IN (
       SELECT i.version_id FROM assignment a JOIN quiz_set_item i ON i.set_id = a.set_id WHERE a.id = $1)`,
    [assignment],
  )
  return rows[0]?.count ?? 0
}

/** Makes or undoes a regrade with all that follows from it but the telling. The preview does the very same, and then has it undone. */
export async function settle(
  client: pg.PoolClient,
  assignment: string,
  actor: string,
  toDo: ToDo,
): Promise<Outcome<Done>> {
  const written = await ('regrade' in toDo
    ? writeUndone(client, assignment, actor, toDo.regrade)
    : writeRegrade(client, assignment, actor, toDo))
  if ('refused' in written) return written
  const { id, version, remedy } = written.done
  const changed = await remark(client, assignment, version, BRINGS_KEY[remedy])
  if (!('regrade' in toDo))
    await client.query('UPDATE regrade SET changed = $2 WHERE id = $1', [id, changed.length])
  return { done: { id, version, changed } }
}

interface Written {
  readonly id: string
  readonly version: Version
  readonly remedy: RemedyName
}

async function writeRegrade(
  client: pg.PoolClient,
  assignment: string,
  actor: string,
  toDo: Regrade,
): Promise<Outcome<Written>> {
  const { rows: asked } = await client.query(
    'SELECT FROM assignment a JOIN quiz_set_item i ON i.set_id = a.set_id WHERE a.id = $1 AND i.version_id = $2',
    [assignment, toDo.question],
  )
  if (asked.length === 0) return { refused: 'not-found' }
  const stored = await storeRegrades(client, [assignment], actor, toDo)
  if ('refused' in stored) return stored
  const { ids, version } = stored.done
  return { done: { id: ids[0] ?? '', version, remedy: toDo.remedy } }
}

/** Stores what is done about a question in each of these assignments, or everywhere where one is null; nothing that follows from it is done. The caller knows that it is asked there. */
export async function storeRegrades(
  client: pg.PoolClient,
  places: readonly (string | null)[],
  actor: string,
  { question, remedy, key, reason }: Regrade,
): Promise<Outcome<{ readonly ids: readonly string[]; readonly version: Version }>> {
  if (reason === '') return { refused: 'regrade-why' }
  const [version] = (await getVersions([question], client)) as [Version]
  const brought = BRINGS_KEY[remedy] ? readWhole(version, key) : null
  if (BRINGS_KEY[remedy] && brought === null) return { refused: 'no-key' }
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO regrade (id, version_id, assignment_id, remedy, key, reason, regraded_by)
     SELECT gen_random_uuid(), $1, place, $3, $4, $5, $6 FROM unnest($2::uuid[]) AS place RETURNING id`,
    [question, places, remedy, brought && JSON.stringify(writeKey(brought)), reason, actor],
  )
  return { done: { ids: rows.map(({ id }) => id), version } }
}

/** A key that leaves nothing open; null for anything else. */
function readWhole({ question }: Version, sent: unknown): Key | null {
  const arrangement = arrangePlainly(question)
  const key = readAnswer(question, sent, arrangement) ?? null
  return key !== null && rekey(question, key, arrangement) ? { key, arrangement } : null
}

async function writeUndone(
  client: pg.PoolClient,
  assignment: string,
  actor: string,
  regrade: string,
): Promise<Outcome<Written>> {
  const { rows: found } = await client.query<{
    version_id: string
    remedy: RemedyName
    undone_at: Date | null
  }>('SELECT version_id, remedy, undone_at FROM regrade WHERE id = $1 AND assignment_id = $2', [
    regrade,
    assignment,
  ])
  const [row] = found
  if (!row) return { refused: 'not-found' }
  if (row.undone_at !== null) return { refused: 'regraded-meanwhile' }
  await client.query('UPDATE regrade SET undone_by = $2, undone_at = clock_timestamp() WHERE id = $1', [
    regrade,
    actor,
  ])
  const [version] = (await getVersions([row.version_id], client)) as [Version]
  return { done: { id: regrade, version, remedy: row.remedy } }
}
