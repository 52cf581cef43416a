import type { z } from 'zod'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { whyNot } from '../sets/fits.ts'
import { asTitle, storeSet } from '../sets/held.ts'
import type { MadeView } from '../sets/view.ts'
import type { Viewer } from '../viewer.ts'
import { type deskSchema, holdDesk } from './hold.ts'

/** Makes a set of the viewer's own of what has been approved at a desk, in its order; what has been withdrawn since is left out. */
export const setFromDesk = (
  { personId }: Viewer,
  { desk }: z.output<typeof deskSchema>,
): Promise<Outcome<MadeView>> =>
  transaction<Outcome<MadeView>>(async (client) => {
    const held = await holdDesk(client, personId, desk)
    if (!held || personId === null) return { refused: 'not-found' }
    const { rows } = await client.query<{ version: string }>(
      `SELECT s.version_id AS version FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
       WHERE d.desk_id = $1 AND s.state = 'approved'
         AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = s.version_id)
       ORDER BY d.position`,
      [desk],
    )
    const versions = rows.map(({ version }) => version)
    if (versions.length === 0) return { refused: 'none-approved' }
    const refused = await whyNot(client, personId, [], versions)
    if (refused !== null) return { refused }
    const set = await storeSet(client, personId, { title: asTitle(held.title), versions })
    return { done: { set }, created: true }
  })
