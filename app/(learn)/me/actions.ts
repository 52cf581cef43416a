'use server'

import { action } from '#server/action'
import { forgetGuest, forgetSchema } from '#server/forget'

export const forgetScores = action({ deed: 'forget-own-scores', input: forgetSchema }, forgetGuest)
