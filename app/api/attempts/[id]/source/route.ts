import { sourceSchema } from '#server/attempts/bodies'
import { getSource } from '#server/attempts/source'
import { route } from '#server/route'

export const GET = route({ deed: 'take-attempt', input: sourceSchema }, (viewer, { id, position }) =>
  getSource(viewer, id, position),
)
