import { pool } from '../db.ts'
import { getReadableSet } from '../quizzes/sets.ts'
import { getStart } from '../quizzes/start.ts'
import type { Viewer } from '../viewer.ts'

/** A quiz set that can be given to a class. */
export interface Assignable {
  readonly set: string
  readonly title: string
  readonly count: number
}

/** The set with this id, or the newest of an article; null where there is none, or nothing in it to ask a class. */
export async function getAssignable(
  viewer: Viewer,
  { set: id, article }: { readonly set: string | null; readonly article: string | null },
): Promise<Assignable | null> {
  const asked = id ?? (article === null ? null : ((await getStart(viewer, article))?.set ?? null))
  const set = asked === null ? null : await getReadableSet(viewer, asked)
  if (!set || set.versions.length === 0 || set.isReview) return null
  return { set: set.id, title: set.title, count: set.versions.length }
}

/** A class that can be given a quiz, and who is in it. */
export interface TeachableClass {
  readonly id: string
  readonly name: string
  readonly learners: readonly { readonly id: string; readonly name: string }[]
}

/** The classes the viewer teaches that are not put away, by name. */
export async function listTeachable({ personId }: Viewer): Promise<TeachableClass[]> {
  const { rows } = await pool().query<TeachableClass>(
    `SELECT c.id, c.name, coalesce((
       SELECT jsonb_agg(jsonb_build_object('id', a.person_id, 'name', a.name) ORDER BY lower(a.name), a.person_id)
       FROM enrolment l JOIN account a USING (person_id)
       WHERE l.class_id = c.id AND l.role = 'learner' AND l.left_at IS NULL), '[]') AS learners
     FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.person_id = $1 AND e.role = 'teacher' AND e.left_at IS NULL AND c.archived_at IS NULL
     ORDER BY lower(c.name), c.id`,
    [personId],
  )
  return rows
}
