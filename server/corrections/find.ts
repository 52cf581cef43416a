import { z } from 'zod'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import type { Viewer } from '../viewer.ts'
import { isAdmin, MAY_CORRECT } from './may-correct.ts'
import type { CorrectionOrigin, CorrectionView, OpenCorrection } from './view.ts'

export const correctionSchema = z.strictObject({ correction: id })

/** A correction as the store has it, beside the text that it was looked at with. */
export interface CorrectionRow {
  readonly id: string
  readonly articleId: string
  readonly slug: string
  readonly base: number
  readonly origin: CorrectionOrigin
  readonly fileHash: string | null
  readonly authorId: string | null
  readonly edition: unknown
  readonly note: string
  readonly state: CorrectionView['state']
  readonly effects: unknown
  readonly at: Date
  readonly by: string | null
  /** Title and text of the revision it was looked at beside, and which way that came. */
  readonly title: string
  readonly text: string
  readonly came: string
  /** The revision that stands. */
  readonly newest: number
}

const CORRECTION = `
  SELECT c.id, c.article_id AS "articleId", a.slug, c.base, c.origin, c.file_hash AS "fileHash", c.author_id AS "authorId",
    c.edition, c.note, c.state, c.effects, c.created_at AS at, account.name AS by, base.title, base.text, base.origin AS came,
    (SELECT max(number) FROM revision WHERE article_id = a.id) AS newest
  FROM correction c JOIN article a ON a.id = c.article_id
  JOIN revision base ON base.article_id = a.id AND base.number = c.base
  LEFT JOIN account ON account.person_id = c.author_id
  WHERE ${MAY_CORRECT('a.owner_id', '$1', '$2')}`

/** The correction of that id of an article that the viewer may correct; null of any other. */
export async function findCorrection(viewer: Viewer, correction: string): Promise<CorrectionRow | null> {
  const { rows } = await pool().query<CorrectionRow>(`${CORRECTION} AND c.id = $3`, [
    viewer.personId,
    isAdmin(viewer),
    correction,
  ])
  return rows[0] ?? null
}

/** What waits for the viewer's word, the oldest first. */
export async function listOpenCorrections(viewer: Viewer): Promise<OpenCorrection[]> {
  const { rows } = await pool().query<CorrectionRow>(
    `${CORRECTION} AND c.state = 'open' ORDER BY c.created_at, c.id`,
    [viewer.personId, isAdmin(viewer)],
  )
  return rows.map(({ id, title, origin, at }) => ({ id, title, origin, at: at.toISOString() }))
}
