import { attemptSchema } from '#server/attempts/bodies'
import { submitAttempt } from '#server/attempts/submit'
import { route } from '#server/route'

export const POST = route({ deed: 'take-attempt', input: attemptSchema }, (viewer, { id }) =>
  submitAttempt(viewer, id),
)
