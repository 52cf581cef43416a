import type pg from 'pg'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { seenBy, seenFlags } from './scope.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** A question whose flags the viewer sees. */
export interface Ground {
  readonly actor: string
  readonly question: string
  /** Whether they decide about it everywhere; else in their own assignments. */
  readonly isOwners: boolean
}

/** What the viewer decides of about a question that was flagged; null where they see no flag on it. */
export async function findGround(viewer: Viewer, question: string, client: Client): Promise<Ground | null> {
  const { rows } = await client.query<{ is_owners: boolean }>(
    `SELECT is_owners FROM (${seenFlags('f.version_id = $3')}) seen LIMIT 1`,
    [...seenBy(viewer), question],
  )
  const [row] = rows
  return row && viewer.personId !== null
    ? { actor: viewer.personId, question, isOwners: row.is_owners }
    : null
}

/** Does `work` about a question whose flags the viewer sees, which is held meanwhile: of several who decide, one does so after the other. */
export const asDecider = <Result>(
  viewer: Viewer,
  question: string,
  work: (client: pg.PoolClient, ground: Ground) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> =>
  transaction<Outcome<Result>>(async (client) => {
    await client.query('SELECT FROM question_version WHERE id = $1 FOR NO KEY UPDATE', [question])
    const ground = await findGround(viewer, question, client)
    return ground ? work(client, ground) : { refused: 'not-found' }
  })

/** Counts up with everything that is done about a question, wherever: decisions, regrades, and the undoing of one. */
export async function countDone(client: Client, question: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT ((SELECT count(*) FROM flag_decision WHERE version_id = $1)
       + (SELECT count(*) + count(undone_at) FROM regrade WHERE version_id = $1))::int AS count`,
    [question],
  )
  return rows[0]?.count ?? 0
}
