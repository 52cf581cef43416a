import type pg from 'pg'
import { transaction } from '../db.ts'
import { addJob } from '../jobs/add.ts'
import type { JobInput } from '../jobs/inputs.ts'
import { notify } from '../notices/notify.ts'
import type { Changed } from './remark.ts'

/** SQL: of the people $2, those to whom all that they have handed in for the assignment $1 has been told. */
const TOLD = `SELECT person FROM unnest($2::uuid[]) AS person
  WHERE NOT EXISTS (SELECT FROM attempt t
    WHERE t.assignment_id = $1 AND t.person_id = person AND t.submitted_at IS NOT NULL AND t.told_at IS NULL)`

/**
 * Has those told, soon, whose score has changed by a regrade or its undoing. Whose results are withheld by now hears nothing
 * of it: they see what they have made when it is told. Nor does who has a teacher's own grade, which stays.
 */
export async function wantTold(
  client: pg.PoolClient,
  assignment: string,
  { regrade, isUndone }: Pick<JobInput<'tell-of-regrade'>, 'regrade' | 'isUndone'>,
  changed: readonly Changed[],
): Promise<void> {
  const people = await listTold(client, assignment, changed)
  if (people.length > 0) await addJob(client, 'tell-of-regrade', { regrade, isUndone, people })
}

/** Of those whose score for an assignment has changed, whom it concerns and who may hear of it. */
export async function listTold(
  client: pg.PoolClient,
  assignment: string,
  changed: readonly Changed[],
): Promise<string[]> {
  const theirs = changed.flatMap(({ person, isOwn }) => (isOwn ? [] : [person]))
  const { rows } = await client.query<{ person: string }>(TOLD, [assignment, theirs])
  return rows.map(({ person }) => person)
}

interface TellRow {
  assignment: string
  title: string
  class: string
  reason: string
}

/** Tells people of a regrade that has changed their score, or of its undoing. May be called again for the same. */
export async function tellOfRegrade({
  regrade,
  isUndone,
  people,
}: JobInput<'tell-of-regrade'>): Promise<void> {
  await transaction(async (client) => {
    const { rows } = await client.query<TellRow>(
      `SELECT a.id AS assignment, a.title, c.name AS class, r.reason
       FROM regrade r JOIN assignment a ON a.id = r.assignment_id JOIN class c ON c.id = a.class_id WHERE r.id = $1`,
      [regrade],
    )
    const [row] = rows
    if (!row) return
    await notify(client, people, {
      kind: 'regraded',
      cause: `${isUndone ? 'regrade undone' : 'regraded'} ${regrade}`,
      data: { ...row, isUndone },
    })
  })
}
