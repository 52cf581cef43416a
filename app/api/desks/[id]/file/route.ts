import { downloadDeskFile, fileSchema } from '#server/exchange/take-out'
import { route } from '#server/route'

export const GET = route({ deed: 'make-sets', input: fileSchema, pace: 'export' }, downloadDeskFile)
