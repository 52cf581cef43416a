import { nothing } from '#server/door'
import { exportAll } from '#server/mine/export'
import { route } from '#server/route'

export const GET = route({ deed: 'export-own-data', input: nothing, pace: 'export' }, exportAll)
