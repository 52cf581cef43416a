import { z } from 'zod'
import { isStorable } from '../fields.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts'

/** A name in lists needs no line and no direction of its own. */
const UNFIT = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u

export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => isStorable(text) && !UNFIT.test(text))

export const mailField = z.string().trim().max(254).pipe(z.email())

export const newPasswordField = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD).refine(isStorable)
