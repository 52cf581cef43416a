import { z } from 'zod'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { writeAudit } from './audit.ts'
import type { SchoolView } from './view.ts'

/** The settings of the school that this installation is. */
export async function getSchool(): Promise<SchoolView> {
  const { rows } = await pool().query<{ sign_up: SchoolView['signUp']; teacher_domains: string[] }>(
    'SELECT sign_up, teacher_domains FROM school',
  )
  const row = rows[0]
  if (!row) throw new Error('the settings of the school are missing from the store')
  return { signUp: row.sign_up, teacherDomains: row.teacher_domains }
}

const domain = z
  .string()
  .toLowerCase()
  .regex(/^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}$/)

export const schoolSchema = z.strictObject({
  signUp: z.enum(['open', 'invited']),
  teacherDomains: z.array(domain).max(50),
})

/** Sets them. Who is a teacher already stays one. */
export async function updateSchool(
  viewer: Viewer,
  { signUp, teacherDomains }: z.output<typeof schoolSchema>,
): Promise<Outcome<SchoolView>> {
  await transaction(async (client) => {
    await client.query('UPDATE school SET sign_up = $1, teacher_domains = $2', [signUp, teacherDomains])
    await writeAudit(client, {
      actor: viewer.personId,
      deed: 'change-school',
      subject: null,
      details: { signUp, teacherDomains: teacherDomains.join(' ') },
    })
  })
  return { done: { signUp, teacherDomains } }
}
