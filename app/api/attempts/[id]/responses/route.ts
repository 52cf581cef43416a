import { saveSchema } from '#server/attempts/bodies'
import { saveResponse } from '#server/attempts/save'
import { route } from '#server/route'

export const POST = route(
  { deed: 'take-attempt', input: saveSchema, session: 'checked-by-work' },
  (viewer, { id, ...body }) => saveResponse(viewer, id, body),
)
