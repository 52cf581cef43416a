import type pg from 'pg'
import type { z } from 'zod'
import { transaction } from '../db.ts'
import { holdDesk, layDown } from '../desks/hold.ts'
import { deskWithQuiz } from '../desks/open.ts'
import type { Outcome } from '../outcome.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import type { Viewer } from '../viewer.ts'
import type { questionSchema } from './decide.ts'
import { findGround } from './hold.ts'

interface OpenedView {
  readonly desk: string
  readonly draft: string
}

/** Opens a question whose flags the viewer sees at a desk of theirs: where it lies already, else on the revision it was made from. What is mended there becomes a question when it is approved. */
export const mendAtDesk = (
  viewer: Viewer,
  { question }: z.output<typeof questionSchema>,
): Promise<Outcome<OpenedView>> =>
  transaction<Outcome<OpenedView>>(async (client) => {
    const { personId } = viewer
    if (personId === null || !(await findGround(viewer, question, client))) return { refused: 'not-found' }
    // Held to the end: a second click waits, and finds what the first one made.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const lying = await findDraft(client, personId, question)
    if (lying) return { done: lying }
    const [version] = (await getVersions([question], client)) as [Version]
    const { desk } = await deskWithQuiz(client, personId, version.source.revisionId)
    const made = await findDraft(client, personId, question)
    if (made) return { done: made, created: true }
    await holdDesk(client, personId, desk)
    const [draft = ''] = await layDown(client, { desk, personId }, [
      { question: version.question, versionId: question },
    ])
    return { done: { desk, draft }, created: true }
  })

/** The draft of a question at a desk of the person's; the one that was changed last where there are several. */
async function findDraft(
  client: pg.PoolClient,
  personId: string,
  question: string,
): Promise<OpenedView | null> {
  const { rows } = await client.query<OpenedView>(
    `SELECT d.desk_id AS desk, d.id AS draft FROM draft_step s JOIN draft d ON d.id = s.draft_id
     WHERE s.version_id = $1 AND ${AT_DESK('d.desk_id', '$2')} ORDER BY s.at DESC LIMIT 1`,
    [question, personId],
  )
  return rows[0] ?? null
}
