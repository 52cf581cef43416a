import type pg from 'pg'
import type { ClassRole } from './view.ts'

/** Gives people a place in a class, or gives it back. A teacher of the class stays one. Gives those for whom that changed something. */
export async function place(
  client: pg.PoolClient,
  classId: string,
  people: readonly string[],
  role: ClassRole,
): Promise<string[]> {
  const { rows } = await client.query<{ person_id: string }>(
    `INSERT INTO enrolment AS e (class_id, person_id, role) SELECT $1, unnest($2::uuid[]), $3
     ON CONFLICT (class_id, person_id) DO UPDATE SET left_at = NULL, role = excluded.role
       WHERE e.left_at IS NOT NULL OR (e.role = 'learner' AND excluded.role = 'teacher')
     RETURNING person_id`,
    [classId, people, role],
  )
  return rows.map(({ person_id }) => person_id)
}
