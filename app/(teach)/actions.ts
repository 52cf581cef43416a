'use server'

import { action } from '#server/action'
import {
  archiveClass as archive,
  archiveSchema,
  changeComparing as compare,
  comparingSchema,
  createClass as create,
  changeJoining as join,
  joiningSchema,
  newClassSchema,
  renameClass as rename,
  renameSchema,
} from '#server/classes/classes'
import { eraseMember as erase, eraseMemberSchema } from '#server/classes/erase-member'
import { joinClass as enterClass, joinSchema, leaveClass as leave } from '#server/classes/join'
import {
  addTeacher as add,
  memberSchema,
  moveMember as move,
  moveSchema,
  removeMember as remove,
  restoreMember as restore,
  teacherSchema,
} from '#server/classes/members'
import { enrolRoster as enrol, previewRoster as preview, rosterSchema } from '#server/classes/roster'
import { makeAccounts as make, reissueSlip as reissue, slipsSchema } from '#server/classes/slips'
import { classSchema } from '#server/classes/taught'

export const joinClass = action({ deed: 'join-class', input: joinSchema }, enterClass)
export const leaveClass = action({ deed: 'join-class', input: classSchema }, leave)
export const createClass = action({ deed: 'teach-class', input: newClassSchema }, create)
export const renameClass = action({ deed: 'teach-class', input: renameSchema }, rename)
export const archiveClass = action({ deed: 'teach-class', input: archiveSchema }, archive)
export const changeJoining = action({ deed: 'teach-class', input: joiningSchema }, join)
export const changeComparing = action({ deed: 'teach-class', input: comparingSchema }, compare)
export const removeMember = action({ deed: 'teach-class', input: memberSchema }, remove)
export const restoreMember = action({ deed: 'teach-class', input: memberSchema }, restore)
export const moveMember = action({ deed: 'teach-class', input: moveSchema }, move)
export const addTeacher = action({ deed: 'teach-class', input: teacherSchema }, add)
export const makeAccounts = action({ deed: 'teach-class', input: slipsSchema }, make)
export const eraseMember = action({ deed: 'teach-class', input: eraseMemberSchema }, erase)
export const reissueSlip = action({ deed: 'teach-class', input: memberSchema }, reissue)
export const previewRoster = action({ deed: 'teach-class', input: rosterSchema, pace: 'bring-in' }, preview)
export const enrolRoster = action({ deed: 'teach-class', input: rosterSchema, pace: 'bring-in' }, enrol)
