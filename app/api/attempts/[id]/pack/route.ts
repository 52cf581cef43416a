import { attemptSchema } from '#server/attempts/bodies'
import { handOutPack } from '#server/attempts/pack'
import { route } from '#server/route'

export const POST = route(
  { deed: 'keep-offline', input: attemptSchema, pace: 'pack-quiz' },
  (viewer, { id }) => handOutPack(viewer, id),
)
