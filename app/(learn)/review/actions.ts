'use server'

import { action } from '#server/action'
import { seeCorrection } from '#server/reviews/corrections'
import { learningSchema, updateLearning as setLearning, zoneSchema } from '#server/reviews/learning'
import {
  buryFact,
  dropFact,
  factSchema,
  gradeSchema,
  regrade,
  suspendFact,
  suspendSchema,
  undoReview,
  undoSchema,
} from '#server/reviews/memories'
import { drawReview } from '#server/reviews/review'

export const draw = action({ deed: 'review-facts', input: zoneSchema }, drawReview)
export const grade = action({ deed: 'review-facts', input: gradeSchema }, regrade)
export const undo = action({ deed: 'review-facts', input: undoSchema }, undoReview)
export const bury = action({ deed: 'review-facts', input: factSchema }, buryFact)
export const setAside = action({ deed: 'review-facts', input: suspendSchema }, suspendFact)
export const drop = action({ deed: 'review-facts', input: factSchema }, dropFact)
export const see = action({ deed: 'review-facts', input: factSchema }, seeCorrection)
export const updateLearning = action({ deed: 'review-facts', input: learningSchema }, setLearning)
