'use server'

import {
  invite as askIn,
  inviteByMail as askInByMail,
  invitationIdSchema,
  inviteByMailSchema,
  inviteSchema,
  takeBackInvitation as takeBack,
} from '#server/accounts/invitations'
import {
  changeRole as changeTo,
  endSessionsOf,
  suspend as keepOut,
  makeResetLink as makeLink,
  personSchema,
  roleSchema,
  suspensionSchema,
} from '#server/accounts/people'
import { schoolSchema, updateSchool as setSchool } from '#server/accounts/school'
import { action } from '#server/action'
import {
  keepingSchema,
  previewGoing as preview,
  previewSchema,
  updateKeeping as setKeeping,
} from '#server/mine/keeping'

export const invite = action({ deed: 'administer-people', input: inviteSchema }, askIn)
export const inviteByMail = action({ deed: 'administer-people', input: inviteByMailSchema }, askInByMail)
export const takeBackInvitation = action({ deed: 'administer-people', input: invitationIdSchema }, takeBack)
export const changeRole = action({ deed: 'administer-people', input: roleSchema }, changeTo)
export const suspend = action({ deed: 'administer-people', input: suspensionSchema }, keepOut)
export const endSessions = action({ deed: 'administer-people', input: personSchema }, endSessionsOf)
export const makeResetLink = action({ deed: 'administer-people', input: personSchema }, makeLink)
export const updateSchool = action({ deed: 'change-school', input: schoolSchema }, setSchool)
export const previewGoing = action({ deed: 'change-school', input: previewSchema }, preview)
export const updateKeeping = action({ deed: 'change-school', input: keepingSchema }, setKeeping)
