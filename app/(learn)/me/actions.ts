'use server'

import { action } from '#server/action'
import { nothing } from '#server/door'
import { forgetGuest } from '#server/forget'

export const forgetScores = action({ deed: 'forget-own-scores', input: nothing }, forgetGuest)
