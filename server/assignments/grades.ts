import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { id, isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { asAssigner } from './assign.ts'

const words = z.string().trim().max(500).refine(isStorable)
const orNull = (text: string): string | null => (text === '' ? null : text)

export const gradeSchema = z.strictObject({
  assignment: id,
  person: id,
  /** In place of what is reckoned, 0 to 1; null for that. */
  own: z.number().min(0).max(1).nullable(),
  reason: words.transform(orNull),
  isExcused: z.boolean(),
  comment: words.transform(orNull),
})

/** Puts a teacher's own grade in place of the reckoned one, with its reason; excuses; says something about it. Nothing that is reckoned later overwrites it. */
export async function setGrade(
  viewer: Viewer,
  { assignment, person, own, reason, isExcused, comment }: z.output<typeof gradeSchema>,
): Promise<Outcome<{ readonly set: true }>> {
  if (own !== null && reason === null) return { refused: 'no-reason' }
  return asAssigner(viewer, assignment, async (client, actor) => {
    const { rowCount } = await client.query(
      `INSERT INTO grade (assignment_id, person_id, own, reason, is_excused, comment)
       SELECT $1, $2, $3, $4, $5, $6
       WHERE is_assigned($1, $2) OR EXISTS (SELECT FROM attempt WHERE assignment_id = $1 AND person_id = $2)
       ON CONFLICT (assignment_id, person_id) DO UPDATE
         SET own = excluded.own, reason = excluded.reason, is_excused = excluded.is_excused, comment = excluded.comment`,
      [assignment, person, own, own === null ? null : reason, isExcused, comment],
    )
    if (rowCount === 0) return { refused: 'not-found' }
    await client.query('SELECT total_grades(class_id, $2) FROM assignment WHERE id = $1', [
      assignment,
      [person],
    ])
    await writeAudit(client, {
      actor,
      deed: 'set-grade',
      subject: person,
      details: { assignment, isExcused, ...(own === null ? {} : { own }) },
    })
    return { done: { set: true } }
  })
}
