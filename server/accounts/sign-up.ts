import { z } from 'zod'
import { ROLES, type Role } from '../access.ts'
import { transaction } from '../db.ts'
import { wantLetter } from '../mail/want-letter.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { AGE_BANDS, mayHaveAccount } from './age.ts'
import { addressOf } from './asker.ts'
import { writeAudit } from './audit.ts'
import { type CodeUsed, takeCode } from './codes.ts'
import { createAccount, isUniqueViolation } from './create.ts'
import { mailField, nameField, newPasswordField } from './fields.ts'
import { isFirstAdmin } from './first-admin.ts'
import { hashPassword, isCommonPassword } from './passwords.ts'
import { getSchool } from './school.ts'
import { mayAsk } from './throttle.ts'

export const signUpSchema = z.strictObject({
  name: nameField,
  mail: mailField,
  password: newPasswordField,
  ageBand: z.enum(AGE_BANDS),
  /** Of an invitation, or the one-time link that makes the first admin. */
  code: z.string().max(100).optional(),
})
export type SignUp = z.output<typeof signUpSchema>

export const invitationSchema = z.object({ role: z.enum(ROLES).exclude(['guest']) })

/**
 * Makes an account: a learner's, or what the code of an invitation says. The first admin's link makes an admin. The
 * account is signed in to afterwards, by its password. A code is used up only by an account that is made.
 */
export async function signUp(
  _: Viewer,
  { name, mail, password, ageBand, code }: SignUp,
  asked: Headers,
): Promise<Outcome<{ readonly signedUp: true }>> {
  if (!mayHaveAccount(ageBand)) return { refused: 'too-young' }
  if (isCommonPassword(password, [mail, mail.split('@')[0] ?? '', name]))
    return { refused: 'common-password' }
  if (code === undefined && (await getSchool()).signUp === 'invited') return { refused: 'by-invitation' }
  if (!(await mayAsk(addressOf(asked)))) return { refused: 'throttled' }
  const passwordHash = await hashPassword(password)
  try {
    return await transaction<Outcome<{ readonly signedUp: true }>>(async (client) => {
      const used = code === undefined ? null : await takeCode(client, code, 'invitation', 'first-admin')
      if (code !== undefined && used === null) return { refused: 'code-spent' }
      if (used?.purpose === 'first-admin' && !(await isFirstAdmin(client))) return { refused: 'code-spent' }
      const role = used === null ? 'learner' : roleOf(used)
      const personId = await createAccount(client, { name, mail, passwordHash, ageBand, role })
      const deed = used?.purpose === 'first-admin' ? 'make-admin' : 'sign-up'
      await writeAudit(client, { actor: personId, deed, subject: personId, details: { role } })
      await wantLetter(client, { letter: 'confirm-mail', person: personId })
      return { done: { signedUp: true }, created: true }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { refused: 'mail-taken' }
    throw error
  }
}

const roleOf = ({ purpose, data }: CodeUsed): Role =>
  purpose === 'first-admin' ? 'admin' : invitationSchema.parse(data).role
