import { wholeText } from '#core'
import { MAY_READ } from '../articles/may-read.ts'
import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { changesOf, diffOf } from './diff.ts'
import { readEdition } from './edition.ts'
import { readEffects } from './effects.ts'
import { findCorrection } from './find.ts'
import { rehearse } from './rehearse.ts'
import type { CorrectionView, RevisionNote } from './view.ts'

/** A correction with what it changes and whom it touches: tried out where it waits, as it was where it is published. */
export async function getCorrection(viewer: Viewer, correction: string): Promise<CorrectionView | null> {
  const row = await findCorrection(viewer, correction)
  if (!row) return null
  const { id, slug, title, origin, note, state, at, by, text, came, base } = row
  const edition = readEdition(row.edition)
  const effects =
    state === 'open' ? await rehearse(row) : row.effects === null ? null : readEffects(row.effects)
  return {
    ...{ id, slug, title, origin, note, state, by, base, effects },
    at: at.toISOString(),
    diff: changesOf(diffOf(text, wholeText(edition))),
    isConflict: origin === 'file' && came !== 'file',
    isOutdated: state === 'open' && row.newest !== base,
  }
}

interface NoteRow {
  readonly number: number
  readonly at: Date
  readonly note: string | null
  readonly text: string
  readonly before: string | null
}

/** What has been corrected in an article, the newest first, for whoever may read it; null where nobody may. */
export async function listRevisionNotes({ personId }: Viewer, slug: string): Promise<RevisionNote[] | null> {
  const { rows } = await pool().query<NoteRow>(
    `SELECT r.number, r.created_at AS at, r.note, r.text, lag(r.text) OVER (ORDER BY r.number) AS before
     FROM article a JOIN revision r ON r.article_id = a.id
     WHERE a.slug = $1 AND ${MAY_READ('a.owner_id', '$2')} ORDER BY r.number DESC`,
    [slug, personId],
  )
  if (rows.length === 0) return null
  return rows.flatMap(({ number, at, note, text, before }) =>
    before === null ? [] : [{ number, at: at.toISOString(), note, diff: changesOf(diffOf(before, text)) }],
  )
}
