import type { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { pool, transaction } from '../db.ts'
import { addJob } from '../jobs/add.ts'
import { json } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { carryOut } from './carry-out.ts'
import { writeEffects } from './effects.ts'
import { type correctionSchema, findCorrection } from './find.ts'
import { carriedOf } from './rehearse.ts'

type Done = Outcome<{ readonly correction: string }>

/** Has a correction stand: the article's next revision, with all that follows; whoever it touches is told by a job. */
export async function publishCorrection(
  viewer: Viewer,
  { correction }: z.output<typeof correctionSchema>,
): Promise<Done> {
  const row = await findCorrection(viewer, correction)
  if (!row) return { refused: 'not-found' }
  if (row.state !== 'open') return { refused: 'changed-meanwhile' }
  const outcome = await carryOut(carriedOf(row), async (tx, { revision, effects }) => {
    const { count } = await tx.correction.updateMany({
      where: { id: correction, state: 'open' },
      data: { state: 'published', revisionId: revision, effects: json(writeEffects(effects)) },
    })
    if (count === 0) throw new Decided()
    await tx.$executeRaw`
      UPDATE correction SET decided_at = clock_timestamp(), decided_by = ${viewer.personId}::uuid
      WHERE id = ${correction}::uuid`
    const store = { query: (sql: string, values: unknown[]) => tx.$executeRawUnsafe(sql, ...values) }
    await addJob(store as never, 'tell-of-correction', { correction })
  }).catch((error): Outcome<unknown> => {
    if (error instanceof Decided) return { refused: 'changed-meanwhile' }
    throw error
  })
  if ('refused' in outcome) return outcome
  await noteInTrail(viewer, 'correct-article', row.slug, correction)
  return { done: { correction } }
}

/** Thrown to undo what was begun, where somebody has decided meanwhile. */
class Decided extends Error {}

/** Leaves the article as it is; a file that says otherwise is not offered again before it changes. */
export async function dropCorrection(
  viewer: Viewer,
  { correction }: z.output<typeof correctionSchema>,
): Promise<Done> {
  const row = await findCorrection(viewer, correction)
  if (!row) return { refused: 'not-found' }
  const { rowCount } = await pool().query(
    `UPDATE correction SET state = 'dropped', decided_at = clock_timestamp(), decided_by = $2
     WHERE id = $1 AND state = 'open'`,
    [correction, viewer.personId],
  )
  if (rowCount === 0) return { refused: 'changed-meanwhile' }
  await noteInTrail(viewer, 'drop-correction', row.slug, correction)
  return { done: { correction } }
}

const noteInTrail = (
  { personId }: Viewer,
  deed: 'correct-article' | 'drop-correction',
  article: string,
  correction: string,
): Promise<void> =>
  transaction((client) =>
    writeAudit(client, { actor: personId, deed, subject: null, details: { article, correction } }),
  )
