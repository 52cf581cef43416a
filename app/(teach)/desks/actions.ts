'use server'

import { action } from '#server/action'
import { decideDraft as decide, decideSchema, undoStep as undo } from '#server/desks/decide'
import { getDrafts as get } from '#server/desks/desk'
import {
  checkQuestion as check,
  checkSchema,
  editDraft as edit,
  editSchema,
  writeDraft as write,
  writeSchema,
} from '#server/desks/edit'
import { deskSchema, draftSchema } from '#server/desks/hold'
import { addDrafts as add, moreSchema } from '#server/desks/more'
import {
  joinDesk as join,
  leaveDesk as leave,
  openDesk as open,
  shareDesk as share,
  shareDeskSchema,
  slugSchema,
} from '#server/desks/open'
import { setFromDesk as makeSet } from '#server/desks/to-set'
import { codeSchema } from '#server/sets/share'

export const openDesk = action({ deed: 'make-sets', input: slugSchema, pace: 'bring-in' }, open)
export const joinDesk = action({ deed: 'make-sets', input: codeSchema }, join)
export const leaveDesk = action({ deed: 'make-sets', input: deskSchema }, leave)
export const shareDesk = action({ deed: 'make-sets', input: shareDeskSchema }, share)
export const getDrafts = action({ deed: 'make-sets', input: deskSchema }, get)
export const decideDraft = action({ deed: 'make-sets', input: decideSchema }, decide)
export const undoStep = action({ deed: 'make-sets', input: draftSchema }, undo)
export const checkQuestion = action({ deed: 'make-sets', input: checkSchema }, check)
export const editDraft = action({ deed: 'make-sets', input: editSchema }, edit)
export const writeDraft = action({ deed: 'make-sets', input: writeSchema }, write)
export const addDrafts = action({ deed: 'make-sets', input: moreSchema, pace: 'bring-in' }, add)
export const setFromDesk = action({ deed: 'make-sets', input: deskSchema }, makeSet)
