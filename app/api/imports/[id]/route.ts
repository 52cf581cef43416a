import { z } from 'zod'
import { id } from '#server/fields'
import { getImport } from '#server/imports/imports'
import { route } from '#server/route'

/** How far something that is brought in has come. */
export const GET = route({ deed: 'make-sets', input: z.strictObject({ id }) }, async (viewer, asked) => {
  const done = await getImport(viewer, asked.id)
  return done ? { done } : { refused: 'not-found' }
})
