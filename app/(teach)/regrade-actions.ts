'use server'

import { action } from '#server/action'
import {
  regradeQuestion as regrade,
  regradeSchema,
  undoRegrade as undo,
  undoSchema,
} from '#server/regrades/regrade'

export const regradeQuestion = action({ deed: 'teach-class', input: regradeSchema }, regrade)
export const undoRegrade = action({ deed: 'teach-class', input: undoSchema }, undo)
