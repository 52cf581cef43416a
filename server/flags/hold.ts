import type pg from 'pg'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { OWNS, seenBy, seenFlags, TEACHES_IT } from './scope.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** A question that the viewer may decide about. */
export interface Ground {
  readonly actor: string
  readonly question: string
  /** Whether they decide about it everywhere; else in their own assignments. */
  readonly isOwners: boolean
}

/** What the viewer decides of about a question that was flagged, or that a correction has changed; null where there is no such thing that they see. */
export async function findGround(viewer: Viewer, question: string, client: Client): Promise<Ground | null> {
  const { rows } = await client.query<{ is_owners: boolean }>(
    `SELECT is_owners FROM (${seenFlags('f.version_id = $3')}) seen UNION ALL ${CORRECTED} LIMIT 1`,
    [...seenBy(viewer), question],
  )
  const [row] = rows
  return row && viewer.personId !== null
    ? { actor: viewer.personId, question, isOwners: row.is_owners }
    : null
}

/** SQL: the question version $3, where a correction has changed it and the viewer decides about it, everywhere or in their assignments. */
const CORRECTED = `
  SELECT scope.is_owners FROM question_version v JOIN question q ON q.id = v.question_id JOIN article a ON a.id = q.article_id
  CROSS JOIN LATERAL (SELECT ${OWNS('$1::uuid', '$2::boolean')} AS is_owners, EXISTS (
    SELECT FROM quiz_set_item i JOIN assignment g ON g.set_id = i.set_id
    WHERE i.version_id = v.id AND ${TEACHES_IT('$1::uuid')}) AS is_theirs) scope
  WHERE v.id = $3 AND (scope.is_owners OR scope.is_theirs) AND EXISTS (
    SELECT FROM correction c WHERE c.article_id = a.id AND c.state = 'published'
      AND c.effects -> 'questions' @> jsonb_build_array(jsonb_build_object('version', v.id)))`

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
