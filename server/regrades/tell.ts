import type pg from 'pg'
import { notify } from '../notices/notify.ts'
import type { Changed } from './remark.ts'

interface TellRow {
  title: string
  class: string
  reason: string
  people: string[]
}

/** SQL: of the people $3, those to whom all that they have handed in for the assignment $1 has been told. */
const TELL = `
  SELECT a.title, c.name AS class, r.reason, ARRAY(
    SELECT person FROM unnest($3::uuid[]) AS person
    WHERE NOT EXISTS (SELECT FROM attempt t
      WHERE t.assignment_id = a.id AND t.person_id = person AND t.submitted_at IS NOT NULL AND t.told_at IS NULL)
  ) AS people
  FROM assignment a JOIN class c ON c.id = a.class_id JOIN regrade r ON r.id = $2 WHERE a.id = $1`

/**
 * Tells those whose score has changed by a regrade or its undoing. Whose results are withheld hears nothing of it: they see
 * what they have made when it is told. Nor does who has a teacher's own grade, which stays as it is.
 */
export async function tellOfRegrade(
  client: pg.PoolClient,
  assignment: string,
  regrade: string,
  isUndone: boolean,
  changed: readonly Changed[],
): Promise<void> {
  const theirs = changed.flatMap(({ person, isOwn }) => (isOwn ? [] : [person]))
  if (theirs.length === 0) return
  const { rows } = await client.query<TellRow>(TELL, [assignment, regrade, theirs])
  const [row] = rows
  if (!row) return
  const { people, ...told } = row
  await notify(client, people, {
    kind: 'regraded',
    cause: `${isUndone ? 'regrade undone' : 'regraded'} ${regrade}`,
    data: { assignment, ...told, isUndone },
  })
}
