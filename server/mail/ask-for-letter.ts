import { z } from 'zod'
import { addressOf } from '../accounts/asker.ts'
import { mailField } from '../accounts/fields.ts'
import { mayAsk, mayWriteTo } from '../accounts/throttle.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { mailSettings } from './settings.ts'
import { wantLetter } from './want-letter.ts'

export const askForLetterSchema = z.strictObject({
  mail: mailField,
  letter: z.enum(['sign-in', 'reset-password']),
})

/**
 * Has a link sent to an address, should it be that of an account. What is answered, and how long it takes, is the same
 * where it is not: that is only looked up when the letter is written.
 */
export async function askForLetter(
  _: Viewer,
  { mail, letter }: z.output<typeof askForLetterSchema>,
  asked: Headers,
): Promise<Outcome<{ readonly asked: true }>> {
  if (mailSettings() === null) return { refused: 'no-mail' }
  if (!(await mayAsk(addressOf(asked)))) return { refused: 'throttled' }
  // Who asks too often for one address is told nothing of it: that would say that the others were sent.
  if (await mayWriteTo(mail)) await wantLetter(pool(), { letter, mail })
  return { done: { asked: true } }
}
