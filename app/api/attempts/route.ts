import { startSchema } from '#server/attempts/bodies'
import { startAttempt } from '#server/attempts/start'
import { route } from '#server/route'

export const POST = route({ deed: 'start-attempt', input: startSchema, pace: 'start-quiz' }, startAttempt)
