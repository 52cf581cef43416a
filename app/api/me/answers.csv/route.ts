import { nothing } from '#server/door'
import { exportAnswers } from '#server/mine/export'
import { route } from '#server/route'

export const GET = route({ deed: 'export-own-data', input: nothing, pace: 'export' }, exportAnswers)
