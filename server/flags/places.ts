import type pg from 'pg'
import type { RemedyName } from '#core'
import type { Version } from '../questions/versions.ts'
import { BRINGS_KEY } from '../regrades/regrade.ts'
import { type Changed, remark } from '../regrades/remark.ts'
import { TEACHES_IT } from './scope.ts'

/** The assignments in which a question is asked, which can be very many: of classes that `teacher` teaches, or all of them where that is null. */
export async function listPlaces(
  client: Pick<pg.ClientBase, 'query'>,
  question: string,
  teacher: string | null,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT g.id FROM quiz_set_item i JOIN assignment g ON g.set_id = i.set_id AND g.removed_at IS NULL
     WHERE i.version_id = $1 AND ($2::uuid IS NULL OR ${TEACHES_IT('$2')}) ORDER BY g.id`,
    [question, teacher],
  )
  return rows.map(({ id }) => id)
}

/**
 * Has every answer to a question in one assignment count as it stands by now, and gives everybody whose score has changed.
 * Only that assignment and the places in its class are held, to the end of the transaction: whoever answers goes on.
 */
export async function remarkPlace(
  client: pg.PoolClient,
  place: string,
  version: Version,
  remedy: RemedyName,
): Promise<readonly Changed[]> {
  await client.query('SELECT FROM assignment WHERE id = $1 FOR NO KEY UPDATE', [place])
  return remark(client, place, version, BRINGS_KEY[remedy])
}
