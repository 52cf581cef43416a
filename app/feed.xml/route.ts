import { z } from 'zod'
import { getFeed } from '#server/library/feed'
import { route } from '#server/route'

export const GET = route({ deed: 'read-articles', input: z.looseObject({}) }, getFeed)
