import { createFlag, flagSchema } from '#server/flags/flag'
import { route } from '#server/route'

export const POST = route({ deed: 'flag-question', input: flagSchema, pace: 'flag' }, createFlag)
