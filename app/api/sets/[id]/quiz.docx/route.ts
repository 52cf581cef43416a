import { downloadSet } from '#server/print/download'
import { setPaperSchema } from '#server/print/papers'
import { route } from '#server/route'

export const GET = route({ deed: 'make-sets', input: setPaperSchema, pace: 'export' }, downloadSet)
