import type pg from 'pg'
import type { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { mailField } from '../accounts/fields.ts'
import { folded } from '../accounts/folded.ts'
import { id } from '../fields.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { place } from './place.ts'
import { asTeacher, classSchema, holdTaught } from './taught.ts'
import type { ClassRole } from './view.ts'

export const memberSchema = classSchema.extend({ person: id })
export type Member = z.output<typeof memberSchema>

/** Takes somebody out of a class: a learner, or one of several teachers. What they did there stays. */
export const removeMember = (
  viewer: Viewer,
  { class: classId, person }: Member,
): Promise<Outcome<{ readonly removed: true }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT (SELECT count(*)::int FROM enrolment o WHERE o.class_id = $1 AND o.person_id <> $2
         AND o.role = 'teacher' AND o.left_at IS NULL) AS others
       FROM enrolment WHERE class_id = $1 AND person_id = $2 AND left_at IS NULL`,
      [classId, person],
    )
    const found = rows[0]
    if (!found) return { refused: 'not-found' }
    if (found.others === 0) return { refused: 'last-teacher' }
    await leave(client, classId, person)
    const details = { class: classId }
    await writeAudit(client, { actor, deed: 'remove-from-class', subject: person, details })
    return { done: { removed: true } }
  })

const leave = (client: pg.PoolClient, classId: string, person: string) =>
  client.query('UPDATE enrolment SET left_at = clock_timestamp() WHERE class_id = $1 AND person_id = $2', [
    classId,
    person,
  ])

/** Takes a learner back who has left or was removed, as if they had never gone. */
export const restoreMember = (
  viewer: Viewer,
  { class: classId, person }: Member,
): Promise<Outcome<{ readonly restored: true }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const { rowCount } = await client.query(
      `UPDATE enrolment e SET left_at = NULL FROM account a
       WHERE class_id = $1 AND e.person_id = $2 AND a.person_id = e.person_id AND e.role = 'learner' AND left_at IS NOT NULL`,
      [classId, person],
    )
    if (rowCount === 0) return { refused: 'not-found' }
    await writeAudit(client, {
      actor,
      deed: 'restore-to-class',
      subject: person,
      details: { class: classId },
    })
    return { done: { restored: true } }
  })

export const moveSchema = memberSchema.extend({ to: id })

/** Takes a learner from one class of the viewer's into another. What they did in the first stays there. */
export const moveMember = (
  viewer: Viewer,
  { class: classId, person, to }: z.output<typeof moveSchema>,
): Promise<Outcome<{ readonly moved: true }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const { rows } = await client.query(
      `SELECT FROM enrolment JOIN account USING (person_id)
       WHERE class_id = $1 AND person_id = $2 AND role = 'learner' AND left_at IS NULL`,
      [classId, person],
    )
    if (rows.length === 0 || to === classId || !(await holdTaught(client, to, actor)))
      return { refused: 'not-found' }
    await leave(client, classId, person)
    await enrol(client, to, [person], 'learner')
    const details = { from: classId, to }
    await writeAudit(client, { actor, deed: 'move-to-class', subject: person, details })
    return { done: { moved: true } }
  })

/** Puts people into a class, or back into it, and tells those who were not. Gives who is new to it. */
export async function enrol(
  client: pg.PoolClient,
  classId: string,
  people: readonly string[],
  role: ClassRole,
): Promise<string[]> {
  const added = await place(client, classId, people, role)
  const { rows } = await client.query<{ name: string }>('SELECT name FROM class WHERE id = $1', [classId])
  await notify(client, added, { kind: 'enrolled', data: { name: rows[0]?.name ?? '', role } })
  return added
}

export const teacherSchema = classSchema.extend({ mail: mailField })

/** Has another teacher of the school teach a class too, by their address. */
export const addTeacher = (
  viewer: Viewer,
  { class: classId, mail }: z.output<typeof teacherSchema>,
): Promise<Outcome<{ readonly added: true }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT p.id FROM account a JOIN person p ON p.id = a.person_id
       WHERE a.mail_key = $1 AND p.role IN ('teacher', 'admin') AND a.suspended_at IS NULL`,
      [folded(mail)],
    )
    const person = rows[0]?.id
    if (person === undefined) return { refused: 'no-teacher' }
    await enrol(client, classId, [person], 'teacher')
    await writeAudit(client, { actor, deed: 'add-teacher', subject: person, details: { class: classId } })
    return { done: { added: true } }
  })
