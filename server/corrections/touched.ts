import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import type { TouchedQuiz } from './view.ts'

/** The quizzes of classes the viewer teaches that ask what a correction of an article has changed or taken back: what was answered there stays as it was marked until somebody regrades it. */
export async function listTouchedQuizzes(
  { personId }: Viewer,
  slug: string,
): Promise<readonly TouchedQuiz[]> {
  const { rows } = await pool().query<TouchedQuiz>(
    `SELECT g.id, g.title, c.id AS "classId", c.name AS class, count(*)::int AS questions
     FROM enrolment e JOIN class c ON c.id = e.class_id AND c.archived_at IS NULL
     JOIN assignment g ON g.class_id = c.id AND g.removed_at IS NULL
     JOIN quiz_set_item i ON i.set_id = g.set_id
     WHERE e.person_id = $1 AND e.role = 'teacher' AND e.left_at IS NULL AND i.version_id IN (
       SELECT (effect->>'version')::uuid FROM article a JOIN correction k ON k.article_id = a.id AND k.state = 'published',
         jsonb_array_elements(k.effects->'questions') effect WHERE a.slug = $2)
     GROUP BY g.id, c.id ORDER BY g.created_at DESC, g.id`,
    [personId, slug],
  )
  return rows
}
