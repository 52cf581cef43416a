import { z } from 'zod'
import { id } from '../fields.ts'
import { letterSchema } from '../mail/wanted.ts'

const nothing = z.strictObject({})

/** What each job is told. What it then does stands in works.ts; in the store a job is a name and this. */
export const JOB_INPUTS = {
  'send-letter': letterSchema,
  'send-reminders': nothing,
  'tell-of-withdrawals': nothing,
  'clear-notices': nothing,
  'let-go': nothing,
  'erase-due': nothing,
  'back-up': nothing,
  'collect-attempts': nothing,
  'complete-marks': nothing,
  'rate-answers': nothing,
  'find-fits': nothing,
  'tell-of-regrade': z.strictObject({ regrade: id, isUndone: z.boolean(), people: z.array(id) }),
  'tell-of-correction': z.strictObject({ correction: id }),
  'bring-in': z.strictObject({ import: id }),
  'read-feeds': nothing,
  'carry-out-decision': z.strictObject({ decision: id }),
  'tell-of-flags': nothing,
  'fit-weights': z.strictObject({ person: id }),
} as const

export type JobName = keyof typeof JOB_INPUTS
export type JobInput<Name extends JobName> = z.output<(typeof JOB_INPUTS)[Name]>

/** Jobs that wait for somebody else's server, and which: of those that wait for one, a node does one at a time, so that a server that does not answer keeps nothing else from being done. */
export const WAITS_FOR: { readonly [Name in JobName]?: 'mail' | 'publisher' } = {
  'send-letter': 'mail',
  'bring-in': 'publisher',
  'read-feeds': 'publisher',
}
