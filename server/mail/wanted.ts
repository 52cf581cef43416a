import { z } from 'zod'
import { ROLES } from '../access.ts'
import { id } from '../fields.ts'

const mail = z.string().max(320)

/**
 * A letter that is to be sent: what the job is told. No code stands in it; the codes of its links are made when it is
 * written, so that nothing in the store opens an account.
 */
export const letterSchema = z.discriminatedUnion('letter', [
  /** Asked for by somebody who says that the address is theirs; whether anybody has it here is seen when it is sent. */
  z.strictObject({ letter: z.literal('reset-password'), mail }),
  z.strictObject({ letter: z.literal('sign-in'), mail }),
  z.strictObject({ letter: z.literal('confirm-mail'), person: id }),
  z.strictObject({
    letter: z.literal('invitation'),
    mail,
    role: z.enum(ROLES).exclude(['guest']),
    note: z.string(),
  }),
  /** To the address that an account had until now. */
  z.strictObject({ letter: z.literal('mail-changed'), mail }),
  z.strictObject({ letter: z.literal('notice'), notice: id }),
  z.strictObject({ letter: z.literal('reminder'), person: id }),
])

export type Wanted = z.output<typeof letterSchema>
export type LetterName = Wanted['letter']
export type WantedAs<Name extends LetterName> = Extract<Wanted, { letter: Name }>
