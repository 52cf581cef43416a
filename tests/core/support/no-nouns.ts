import type { z } from 'zod'
import { nounsSchema } from '#core'

/** A list of nouns that knows none. */
export const noNouns: z.output<typeof nounsSchema> = nounsSchema.parse({
  source: 'the test',
  classes: Object.fromEntries(nounsSchema.shape.classes.keyType.options.map((named) => [named, ''])),
})
