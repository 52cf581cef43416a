'use server'

import { action } from '#server/action'
import { giveUpJob as giveUp, jobSchema, retryJob as tryAgain } from '#server/health/tend-jobs'

export const retryJob = action({ deed: 'see-how-it-runs', input: jobSchema }, tryAgain)
export const giveUpJob = action({ deed: 'see-how-it-runs', input: jobSchema }, giveUp)
