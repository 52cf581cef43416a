import { z } from 'zod'

/** Fields that come in from outside, each in the one form in which the store takes it. */

/** An id: a UUID of any version, in small letters. */
export const id = z.guid().toLowerCase()

/** An id that an address carries; null for anything else. */
export const readId = (text: unknown): string | null => id.safeParse(text).data ?? null

/** Whether PostgreSQL's text and JSON can hold it: they know no NUL and no half characters. */
export const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)
