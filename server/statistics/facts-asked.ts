import { pool } from '../db.ts'
import { IS_STATED } from '../reviews/corrections.ts'

/** A fact that a question asks about. */
export interface FactAsked {
  readonly fact: string
  /** Whether it can be asked as of now: the newest revision states it, and a standing question is about it. */
  readonly isReachable: boolean
}

/** The facts that question versions ask about, by version; a version about none that is kept is not there. */
export async function mapFactsAsked(
  versions: readonly string[],
): Promise<ReadonlyMap<string, readonly FactAsked[]>> {
  const { rows } = await pool().query<{ version: string; facts: FactAsked[] }>(
    `SELECT f.version_id AS version, jsonb_agg(jsonb_build_object('fact', f.fact_id, 'isReachable',
       EXISTS (SELECT FROM question_fact way JOIN bank_item bank ON bank.version_id = way.version_id
         WHERE way.fact_id = f.fact_id) AND ${IS_STATED('f.fact_id')}) ORDER BY f.fact_id) AS facts
     FROM question_fact f WHERE f.version_id = ANY($1::uuid[]) GROUP BY f.version_id`,
    [versions],
  )
  return new Map(rows.map(({ version, facts }) => [version, facts]))
}
