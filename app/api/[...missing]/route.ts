import { z } from 'zod'
import { route } from '#server/route'

const anything = z.looseObject({})

// Every address of the API that leads nowhere answers like one that leads to what is not there.
export const GET = route({ deed: 'read-articles', input: anything }, async () => ({ refused: 'not-found' }))
export const POST = route({ deed: 'read-articles', input: anything }, async () => ({ refused: 'not-found' }))
