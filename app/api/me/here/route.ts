import { getHere } from '#server/attempts/here'
import { nothing } from '#server/door'
import { route } from '#server/route'

export const GET = route({ deed: 'take-attempt', input: nothing }, getHere)
