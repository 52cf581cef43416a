import { z } from 'zod'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts'

/** PostgreSQL's text holds no NUL and no half characters; a name in lists needs no direction of its own. */
const UNFIT = /\0|\p{Surrogate}|\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u

export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !UNFIT.test(text))

export const mailField = z.string().trim().max(254).pipe(z.email())

export const newPasswordField = z
  .string()
  .min(SHORTEST_PASSWORD)
  .max(LONGEST_PASSWORD)
  .refine((text) => !/\0|\p{Surrogate}/u.test(text))
