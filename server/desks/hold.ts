import type pg from 'pg'
import { z } from 'zod'
import type { Question } from '#core'
import { pool, transaction } from '../db.ts'
import { id } from '../fields.ts'
import { json } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import { readQuestion, writeQuestion } from '../questions/stored.ts'
import type { Viewer } from '../viewer.ts'
import type { State } from './view.ts'

export const deskSchema = z.strictObject({ desk: id })

/** A change of a draft says which step of it was seen: two teachers do not overwrite each other. */
export const draftSchema = z.strictObject({ draft: id, seen: z.int().min(1) })
type Seen = z.output<typeof draftSchema>

/** What a draft says after a step, and what is thought of it. */
export interface Standing {
  readonly state: State
  readonly question: Question
  /** The version that says the same; null while there is none. */
  readonly versionId: string | null
  readonly overruling: string | null
}

/** A draft held to the end of the transaction. */
export interface HeldDraft extends Standing {
  readonly id: string
  readonly desk: string
  readonly revisionId: string
  readonly step: number
  /** The step whose state holds: an earlier one after an undoing. */
  readonly effective: number
  /** Whether it is a person's own by now. */
  readonly isByHand: boolean
  /** Whether it came in with a file. */
  readonly isImported: boolean
}

/** What was done to a draft: the step that holds now. */
export interface SteppedView {
  readonly step: number
}
export type Stepped = Outcome<SteppedView>

/** SQL: a draft's step `s` was written by hand: no version of the house says it. */
export const BY_HAND = `(s.version_id IS NULL OR EXISTS (
  SELECT FROM question_version v JOIN question q ON q.id = v.question_id
  WHERE v.id = s.version_id AND q.desk_id IS NOT NULL))`

interface Row {
  desk: string
  revision_id: string
  step: number
  back: number | null
  state: State
  body: unknown
  version_id: string | null
  overruling: string | null
  is_by_hand: boolean
  is_imported: boolean
}

/** The draft of that id at a desk of this person's; whoever else changes it waits. Null where there is none. */
async function holdDraft(client: pg.PoolClient, personId: string, id: string): Promise<HeldDraft | null> {
  await client.query('SELECT FROM draft WHERE id = $1 FOR UPDATE', [id])
  const { rows } = await client.query<Row>(
    `SELECT d.desk_id AS desk, k.revision_id, d.step, s.back, s.state, s.body, s.version_id, s.overruling,
       ${BY_HAND} AS is_by_hand, d.import_key IS NOT NULL AS is_imported
     FROM draft d JOIN desk k ON k.id = d.desk_id JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
     WHERE d.id = $1 AND ${AT_DESK('d.desk_id', '$2')}`,
    [id, personId],
  )
  const [row] = rows
  if (!row) return null
  return {
    id,
    desk: row.desk,
    revisionId: row.revision_id,
    step: row.step,
    effective: row.back ?? row.step,
    state: row.state,
    question: readQuestion(row.body),
    versionId: row.version_id,
    overruling: row.overruling,
    isByHand: row.is_by_hand,
    isImported: row.is_imported,
  }
}

/** Takes a step on a draft at a desk of the viewer's: `work` gives what holds then, or why not. A draft on which somebody has taken another step since it was seen is left as it is. */
export const changeDraft = (
  { personId }: Viewer,
  { draft, seen }: Seen,
  work: (
    client: pg.PoolClient,
    held: HeldDraft,
    personId: string,
  ) => Promise<(Standing & { readonly back?: number }) | Extract<Stepped, { refused: unknown }>>,
): Promise<Stepped> =>
  transaction<Stepped>(async (client) => {
    const held = personId === null ? null : await holdDraft(client, personId, draft)
    if (!held || personId === null) return { refused: 'not-found' }
    if (held.step !== seen) return { refused: 'changed-meanwhile' }
    const next = await work(client, held, personId)
    if ('refused' in next) return next
    return { done: { step: await takeStep(client, { draft, personId, back: next.back ?? null }, next) } }
  })

/** Takes the next step on a draft that the caller holds, and gives its number. */
export async function takeStep(
  client: pg.PoolClient,
  step: Omit<Step, 'number'>,
  standing: Standing,
): Promise<number> {
  const { rows } = await client.query<{ step: number }>(
    'UPDATE draft SET step = step + 1 WHERE id = $1 RETURNING step',
    [step.draft],
  )
  const number = (rows as [{ step: number }])[0].step
  await storeStep(client, { ...step, number }, standing)
  return number
}

interface Step {
  readonly draft: string
  readonly number: number
  readonly personId: string
  readonly back: number | null
}

async function storeStep(
  client: pg.PoolClient,
  { draft, number, personId, back }: Step,
  { state, question, versionId, overruling }: Standing,
): Promise<void> {
  await client.query(
    `WITH changed AS (
       UPDATE desk SET changed_at = clock_timestamp() WHERE id = (SELECT desk_id FROM draft WHERE id = $1)
     )
     INSERT INTO draft_step (draft_id, number, state, body, version_id, overruling, back, person_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [draft, number, state, json(writeQuestion(question)), versionId, overruling, back, personId],
  )
}

/** A question that is laid on a desk; `importKey` is what its file calls it. */
interface LaidDown extends Pick<Standing, 'question' | 'versionId'> {
  readonly importKey?: string
}

/** Lays questions down at the end of a desk that the caller holds, and gives the ids of their drafts. */
export async function layDown(
  client: pg.PoolClient,
  { desk, personId }: { readonly desk: string; readonly personId: string },
  questions: readonly LaidDown[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO draft (id, desk_id, position, import_key)
     SELECT gen_random_uuid(), $1, (SELECT coalesce(max(position), 0) FROM draft WHERE desk_id = $1) + place, key
     FROM unnest($2::text[]) WITH ORDINALITY AS laid (key, place) RETURNING id, position`,
    [desk, questions.map(({ importKey = null }) => importKey)],
  )
  for (const [i, { question, versionId }] of questions.entries())
    await storeStep(
      client,
      { draft: rows[i]?.id ?? '', number: 1, personId, back: null },
      { state: 'open', question, versionId, overruling: null },
    )
  return rows.map(({ id }) => id)
}

/** What a desk is of. */
export interface DeskOf {
  readonly revisionId: string
  readonly slug: string
  readonly title: string
}

const DESK_OF = `
  SELECT k.revision_id AS "revisionId", a.slug, r.title
  FROM desk k JOIN revision r ON r.id = k.revision_id JOIN article a ON a.id = r.article_id
  WHERE k.id = $1 AND ${AT_DESK('k.id', '$2')}`

/** The desk of that id, if this person works at it; null otherwise. */
export async function findDesk(personId: string | null, desk: string): Promise<DeskOf | null> {
  const { rows } = await pool().query<DeskOf>(DESK_OF, [desk, personId])
  return rows[0] ?? null
}

/** The same, held to the end of the transaction. */
export async function holdDesk(
  client: pg.PoolClient,
  personId: string | null,
  desk: string,
): Promise<DeskOf | null> {
  const { rows } = await client.query<DeskOf>(`${DESK_OF} FOR UPDATE OF k`, [desk, personId])
  return rows[0] ?? null
}
