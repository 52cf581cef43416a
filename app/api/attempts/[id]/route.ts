import { attemptSchema } from '#server/attempts/bodies'
import { getAttempt } from '#server/attempts/tell'
import { route } from '#server/route'

export const GET = route({ deed: 'take-attempt', input: attemptSchema }, (viewer, { id }) =>
  getAttempt(viewer, id),
)
