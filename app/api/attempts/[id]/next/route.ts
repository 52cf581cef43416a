import { nextSchema } from '#server/attempts/bodies'
import { nextItem } from '#server/practice/next'
import { route } from '#server/route'

export const POST = route({ deed: 'take-attempt', input: nextSchema }, nextItem)
