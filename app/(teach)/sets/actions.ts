'use server'

import { action } from '#server/action'
import { addTag as addWord, removeTag as removeWord, tagSchema } from '#server/bank/tags'
import {
  addQuestion as add,
  arrangeSet as arrange,
  orderSchema,
  questionSchema,
  renameSet as rename,
  renameSetSchema,
  renewQuestion as renew,
  renewSchema,
} from '#server/sets/change'
import { makeFollowUp as followUp, followUpSchema } from '#server/sets/follow-up'
import { setSchema } from '#server/sets/held'
import {
  articleSchema,
  copySet as copy,
  createSet as create,
  duplicateSet as duplicate,
  makeSetFromArticle as makeFrom,
  newSetSchema,
} from '#server/sets/make'
import {
  archiveSet as archive,
  archiveSetSchema,
  codeSchema,
  shareSet as share,
  shareSchema,
} from '#server/sets/share'

export const createSet = action({ deed: 'make-sets', input: newSetSchema }, create)
export const makeSetFromArticle = action({ deed: 'make-sets', input: articleSchema }, makeFrom)
export const duplicateSet = action({ deed: 'make-sets', input: setSchema }, duplicate)
export const copySet = action({ deed: 'make-sets', input: codeSchema }, copy)
export const addQuestion = action({ deed: 'make-sets', input: questionSchema }, add)
export const arrangeSet = action({ deed: 'make-sets', input: orderSchema }, arrange)
export const renewQuestion = action({ deed: 'make-sets', input: renewSchema }, renew)
export const renameSet = action({ deed: 'make-sets', input: renameSetSchema }, rename)
export const makeFollowUp = action({ deed: 'make-sets', input: followUpSchema }, followUp)
export const shareSet = action({ deed: 'make-sets', input: shareSchema }, share)
export const archiveSet = action({ deed: 'make-sets', input: archiveSetSchema }, archive)
export const addTag = action({ deed: 'make-sets', input: tagSchema }, addWord)
export const removeTag = action({ deed: 'make-sets', input: tagSchema }, removeWord)
