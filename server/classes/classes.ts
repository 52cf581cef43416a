import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { isUniqueViolation } from '../accounts/create.ts'
import { nameField } from '../accounts/fields.ts'
import { pool, transaction } from '../db.ts'
import { siteAddress } from '../origin.ts'
import type { Outcome } from '../outcome.ts'
import { drawQr } from '../qr.ts'
import type { Viewer } from '../viewer.ts'
import { createJoinCode } from './handed-out.ts'
import { place } from './place.ts'
import { HAS_SLIP } from './slips.ts'
import { asTeacher, classSchema, TEACHES } from './taught.ts'
import type { ClassView, JoiningView, MemberView, TaughtClassView } from './view.ts'

export const newClassSchema = z.strictObject({ name: nameField })

/** Makes a class that the viewer teaches and that can be joined. */
export async function createClass(
  viewer: Viewer,
  { name }: z.output<typeof newClassSchema>,
): Promise<Outcome<{ readonly class: string }>> {
  const { personId } = viewer
  if (personId === null) return { refused: 'not-found' }
  return withCode((code) =>
    transaction<Outcome<{ readonly class: string }>>(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        'INSERT INTO class (id, name, join_code) VALUES (gen_random_uuid(), $1, $2) RETURNING id',
        [name, code],
      )
      const made = rows[0]?.id ?? ''
      await place(client, made, [personId], 'teacher')
      await writeAudit(client, {
        actor: personId,
        deed: 'create-class',
        subject: null,
        details: { class: made },
      })
      return { done: { class: made }, created: true }
    }),
  )
}

/** Tries with another join code where one is taken, which in 2^39 codes hardly ever happens. */
async function withCode<Result>(work: (code: string) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(createJoinCode())
    } catch (error) {
      if (!isUniqueViolation(error) || tries === 5) throw error
    }
  }
}

export const renameSchema = classSchema.extend({ name: nameField })

/** Gives a class another name. */
export const renameClass = (
  viewer: Viewer,
  { class: classId, name }: z.output<typeof renameSchema>,
): Promise<Outcome<{ readonly name: string }>> =>
  asTeacher(viewer, classId, async (client) => {
    await client.query('UPDATE class SET name = $2 WHERE id = $1', [classId, name])
    return { done: { name } }
  })

export const archiveSchema = classSchema.extend({ isArchived: z.boolean() })

/** Puts a class away, or takes it out again. Nobody joins a class that is put away; nothing in it is lost. */
export const archiveClass = (
  viewer: Viewer,
  { class: classId, isArchived }: z.output<typeof archiveSchema>,
): Promise<Outcome<{ readonly isArchived: boolean }>> =>
  asTeacher(viewer, classId, async (client, personId) => {
    await client.query(
      `UPDATE class SET archived_at = CASE WHEN $2 THEN clock_timestamp() END,
         join_code = CASE WHEN $2 THEN NULL ELSE join_code END WHERE id = $1`,
      [classId, isArchived],
    )
    const deed = isArchived ? 'archive-class' : 'unarchive-class'
    await writeAudit(client, { actor: personId, deed, subject: null, details: { class: classId } })
    return { done: { isArchived } }
  })

export const joiningSchema = classSchema.extend({ isOpen: z.boolean() })

/** Lets people join by a new code, after which the old one leads nowhere; or by none. */
export const changeJoining = (
  viewer: Viewer,
  { class: classId, isOpen }: z.output<typeof joiningSchema>,
): Promise<Outcome<{ readonly isOpen: boolean }>> =>
  withCode((code) =>
    asTeacher(viewer, classId, async (client) => {
      const { rowCount } = await client.query(
        'UPDATE class SET join_code = $2 WHERE id = $1 AND archived_at IS NULL',
        [classId, isOpen ? code : null],
      )
      return rowCount === 0 ? { refused: 'archived' } : { done: { isOpen } }
    }),
  )

export const comparingSchema = classSchema.extend({ isCompared: z.boolean() })

/** Lets the learners of a class see how it did beside their own results, where they wish to, or not. */
export const changeComparing = (
  viewer: Viewer,
  { class: classId, isCompared }: z.output<typeof comparingSchema>,
): Promise<Outcome<{ readonly isCompared: boolean }>> =>
  asTeacher(viewer, classId, async (client) => {
    await client.query('UPDATE class SET is_compared = $2 WHERE id = $1', [classId, isCompared])
    return { done: { isCompared } }
  })

/** The classes the viewer is in, those put away last. */
export async function listClasses({ personId }: Viewer): Promise<ClassView[]> {
  const { rows } = await pool().query<ClassView>(
    `SELECT c.id, c.name, e.role, c.archived_at IS NOT NULL AS "isArchived",
       (SELECT count(*)::int FROM enrolment l JOIN account USING (person_id)
        WHERE l.class_id = c.id AND l.role = 'learner' AND l.left_at IS NULL) AS learners,
       ARRAY(SELECT a.name FROM enrolment t JOIN account a USING (person_id)
        WHERE t.class_id = c.id AND t.role = 'teacher' AND t.left_at IS NULL ORDER BY a.name, a.person_id) AS teachers
     FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.person_id = $1 AND e.left_at IS NULL
     ORDER BY c.archived_at IS NOT NULL, lower(c.name), c.id`,
    [personId],
  )
  return rows
}

interface MemberRow {
  id: string
  role: string
  name: string
  signs_in_as: string | null
  has_slip: boolean
  enrolled_at: Date
  left_at: Date | null
  erase_at: Date | null
  seen_at: Date | null
}

/** A class the viewer teaches, with everybody in it; null where there is no such class of theirs. */
export async function getTaughtClass(
  { personId }: Viewer,
  classId: string,
  asked: Headers,
): Promise<TaughtClassView | null> {
  const { rows: classes } = await pool().query<{
    name: string
    join_code: string | null
    is_archived: boolean
    is_compared: boolean
  }>(
    `SELECT name, join_code, is_compared, archived_at IS NOT NULL AS is_archived FROM class WHERE id = $1 AND ${TEACHES}`,
    [classId, personId],
  )
  const own = classes[0]
  if (!own) return null
  const { rows } = await pool().query<MemberRow>(
    `SELECT e.person_id AS id, e.role, a.name, coalesce(a.mail, a.mail_key) AS signs_in_as,
       ${HAS_SLIP} AS has_slip, e.enrolled_at, e.left_at, a.erase_at,
       (SELECT max(seen_at) FROM session s WHERE s.person_id = e.person_id) AS seen_at
     FROM enrolment e JOIN account a USING (person_id)
     WHERE e.class_id = $1 ORDER BY e.left_at DESC, lower(a.name), e.person_id`,
    [classId],
  )
  const here = rows.filter(({ left_at }) => left_at === null)
  return {
    id: classId,
    name: own.name,
    isArchived: own.is_archived,
    isCompared: own.is_compared,
    joining: own.join_code === null ? null : joiningOf(own.join_code, asked),
    teachers: here.filter(({ role }) => role === 'teacher').map(viewOf),
    learners: here.filter(({ role }) => role === 'learner').map(viewOf),
    gone: rows.filter(({ left_at, role }) => left_at !== null && role === 'learner').map(viewOf),
  }
}

const viewOf = ({
  id,
  name,
  signs_in_as,
  has_slip,
  enrolled_at,
  seen_at,
  erase_at,
}: MemberRow): MemberView => ({
  id,
  name,
  signsInAs: signs_in_as ?? 'another service',
  hasSlip: has_slip,
  eraseAt: erase_at?.toISOString() ?? null,
  enrolledAt: enrolled_at.toISOString(),
  seenAt: seen_at?.toISOString() ?? null,
})

function joiningOf(code: string, asked: Headers): JoiningView {
  const link = `${siteAddress(asked)}/join?code=${code}`
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, link, picture: drawQr(link) }
}
