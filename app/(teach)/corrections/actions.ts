'use server'

import { action } from '#server/action'
import { dropCorrection as drop, publishCorrection as publish } from '#server/corrections/decide'
import { correctionSchema } from '#server/corrections/find'
import { editSchema, proposeEdit as propose } from '#server/corrections/propose'

export const proposeEdit = action({ deed: 'correct-articles', input: editSchema, pace: 'bring-in' }, propose)
export const publishCorrection = action({ deed: 'correct-articles', input: correctionSchema }, publish)
export const dropCorrection = action({ deed: 'correct-articles', input: correctionSchema }, drop)
