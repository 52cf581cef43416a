import { pool } from '../db.ts'
import { refusal as refusalOf } from '../outcome.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { type ImportView, STEPS, type Step } from './view.ts'

/** So many of the newest are listed. */
const LISTED = 30

/** What the columns of IMPORT give. */
export interface ImportRow extends Omit<ImportView, 'done' | 'state' | 'refused' | 'askedAt'> {
  readonly step: 'asked' | Step
  readonly refusal: Refusal | null
  readonly askedAt: Date
  readonly endedAt: Date | null
}

/** SQL: the columns of an import `i`; they want IMPORT_ORIGIN among the joins. */
export const IMPORT = `i.id, i.kind, i.step, i.refusal, i.words, i.facts, i.questions, i.desk_id AS desk, a.slug,
  i.is_known AS "isKnown", i.is_other AS "isOther", i.created_at AS "askedAt", i.ended_at AS "endedAt",
  (SELECT c.id FROM correction c WHERE c.article_id = i.article_id AND c.state = 'open' AND c.author_id = i.owner_id
     AND c.origin = CASE i.kind WHEN 'item' THEN 'feed' ELSE 'import' END) AS correction,
  coalesce(newest.title, i.name, i.address, 'A pasted text') AS title`

export const IMPORT_ORIGIN = `
  LEFT JOIN article a ON a.id = i.article_id
  LEFT JOIN library_article newest ON newest.article_id = i.article_id`

export function tellImport({ step, refusal, askedAt, endedAt, ...row }: ImportRow): ImportView {
  return {
    ...row,
    done: step === 'asked' ? 0 : STEPS.indexOf(step) + 1,
    state: refusal !== null ? 'refused' : endedAt === null ? 'under-way' : 'there',
    refused: refusal === null ? null : refusalOf(refusal).message,
    askedAt: askedAt.toISOString(),
  }
}

/** What the viewer has brought in, the newest first, items of feeds apart. */
export async function listImports({ personId }: Viewer): Promise<ImportView[]> {
  const { rows } = await pool().query<ImportRow>(
    `SELECT ${IMPORT} FROM import i ${IMPORT_ORIGIN}
     WHERE i.owner_id = $1 AND i.kind <> 'item' ORDER BY i.created_at DESC, i.id LIMIT ${LISTED}`,
    [personId],
  )
  return rows.map(tellImport)
}

/** One of the viewer's imports; null where it is not theirs. */
export async function getImport({ personId }: Viewer, id: string): Promise<ImportView | null> {
  const { rows } = await pool().query<ImportRow>(
    `SELECT ${IMPORT} FROM import i ${IMPORT_ORIGIN} WHERE i.id = $1 AND i.owner_id = $2`,
    [id, personId],
  )
  return rows[0] ? tellImport(rows[0]) : null
}
