import { attemptSchema } from '#server/attempts/bodies'
import { getResults } from '#server/attempts/results'
import { route } from '#server/route'

export const GET = route({ deed: 'take-attempt', input: attemptSchema }, (viewer, { id }) =>
  getResults(viewer, id),
)
