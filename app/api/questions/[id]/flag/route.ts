import { createFlag, flagSchema } from '#server/flags'
import { route } from '#server/route'

export const POST = route({ deed: 'flag-question', input: flagSchema }, (viewer, { id, reason }) =>
  createFlag(viewer, id, reason),
)
