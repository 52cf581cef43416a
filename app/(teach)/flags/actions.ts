'use server'

import { action } from '#server/action'
import {
  decideFlags as decide,
  decideSchema,
  questionSchema,
  undoDecision as undo,
  undoSchema,
} from '#server/flags/decide'
import { mendAtDesk as mend } from '#server/flags/mend'

export const decideFlags = action({ deed: 'decide-flags', input: decideSchema }, decide)
export const undoDecision = action({ deed: 'decide-flags', input: undoSchema }, undo)
export const mendAtDesk = action({ deed: 'decide-flags', input: questionSchema }, mend)
