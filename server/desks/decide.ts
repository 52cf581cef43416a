import type pg from 'pg'
import { z } from 'zod'
import { ENGINE_VERSION, isFirm, stableKey } from '#core'
import { hashContent } from '../content/drafted.ts'
import { findPassages } from '../content/passages.ts'
import { isStorable } from '../fields.ts'
import { json } from '../json.ts'
import { readQuestion, writePassages, writeQuestion } from '../questions/stored.ts'
import type { Viewer } from '../viewer.ts'
import { isUnsourced, verdictOn } from './checked.ts'
import { getContext } from './context.ts'
import { changeDraft, draftSchema, type HeldDraft, type Stepped } from './hold.ts'
import { STATES, type State } from './view.ts'

export const decideSchema = draftSchema.extend({
  state: z.enum(STATES),
  /** Why it is right although the checker finds fault with it. */
  overruling: z.string().trim().min(1).max(500).refine(isStorable).optional(),
})

/**
 * Approves a draft, rejects it, or lays it back open. What a person wrote becomes a question of its own when it is approved.
 * Where the checker finds fault with it a reason is wanted, and where its key does not hold none is enough. Of what came in
 * without a source nobody knows whether its key holds: that is kept as its verdict.
 */
export const decideDraft = (
  viewer: Viewer,
  { state, overruling, ...seen }: z.output<typeof decideSchema>,
): Promise<Stepped> =>
  changeDraft(viewer, seen, async (client, held) => {
    if (state !== 'approved') return { ...held, state, overruling: null }
    if (held.versionId !== null)
      return (await isWithdrawn(client, held.versionId)) ? { refused: 'withdrawn' } : { ...held, state }
    const context = await getContext(held.revisionId)
    const { failures } = verdictOn(held.question, context, { ...held, isByHand: true })
    if (failures.some(({ rule }) => isFirm(rule))) return { refused: 'key-fails' }
    if (failures.length > 0 && overruling === undefined) return { refused: 'say-why' }
    const verdict = isUnsourced(held.question, held)
      ? 'unsourced'
      : failures.length === 0
        ? 'passed'
        : 'overruled'
    const versionId = await storeVersion(client, held, verdict)
    return { ...held, state, versionId, overruling: failures.length === 0 ? null : (overruling ?? null) }
  })

async function isWithdrawn(client: pg.PoolClient, version: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM withdrawal WHERE version_id = $1', [version])
  return rowCount !== 0
}

/** Stores what a person wrote as the next version of the draft's own question, and gives its id. */
async function storeVersion(
  client: pg.PoolClient,
  { id, desk, revisionId, question, isImported }: HeldDraft,
  verdict: 'passed' | 'overruled' | 'unsourced',
): Promise<string> {
  const { reading, facts } = await getContext(revisionId)
  const familyKey = `draft ${id}`
  await client.query(
    `INSERT INTO question (id, article_id, family_key, desk_id)
     SELECT gen_random_uuid(), r.article_id, $2, $3 FROM revision r WHERE r.id = $1
     ON CONFLICT (article_id, family_key) DO NOTHING`,
    [revisionId, familyKey, desk],
  )
  const body = writeQuestion(question)
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO question_version (id, question_id, revision_id, number, kind, stem, body, passages, provenance,
       engine_version, verdict, content_hash)
     SELECT gen_random_uuid(), q.id, r.id,
       (SELECT coalesce(max(v.number), 0) + 1 FROM question_version v WHERE v.question_id = q.id),
       $3, $4, $5, $6, $7, $8, $9, $10
     FROM revision r JOIN question q ON q.article_id = r.article_id AND q.family_key = $2
     WHERE r.id = $1 RETURNING id`,
    [
      revisionId,
      familyKey,
      question.kind,
      question.stem,
      json(body),
      json(writePassages(findPassages(reading, question, facts))),
      isImported ? 'import' : 'person',
      ENGINE_VERSION,
      verdict,
      hashContent(question),
    ],
  )
  const version = (rows as [{ id: string }])[0].id
  // What is answered to it moves the memory of the facts it asks about, as far as they are known.
  const keys = facts.filter((fact) => question.facts.includes(fact.id)).map(stableKey)
  await client.query(
    `INSERT INTO question_fact (version_id, fact_id, is_only)
     SELECT $1, f.id, $3 FROM fact f JOIN revision r ON r.article_id = f.article_id
     WHERE r.id = $2 AND f.stable_key = ANY($4)`,
    [version, revisionId, new Set(keys).size === 1, keys],
  )
  return version
}

interface StepRow {
  state: State
  body: unknown
  version_id: string | null
  overruling: string | null
}

/** Takes back the last step on a draft that has not been taken back yet; what it made stays stored, and the question it approved where it was put. */
export const undoStep = (viewer: Viewer, seen: z.output<typeof draftSchema>): Promise<Stepped> =>
  changeDraft(viewer, seen, async (client, { id, effective }) => {
    const { rows } = await client.query<StepRow & { back: number | null }>(
      'SELECT state, body, version_id, overruling, back FROM draft_step WHERE draft_id = $1 AND number = $2',
      [id, effective - 1],
    )
    const [before] = rows
    if (!before) return { refused: 'nothing-to-undo' }
    return {
      state: before.state,
      question: readQuestion(before.body),
      versionId: before.version_id,
      overruling: before.overruling,
      // Where the step before was an undoing itself, what it brought back.
      back: before.back ?? effective - 1,
    }
  })
