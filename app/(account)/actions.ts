'use server'

import {
  changePassword as change,
  changePasswordSchema,
  resetPassword as reset,
  resetPasswordSchema,
} from '#server/accounts/change-password'
import { ownerSchema } from '#server/accounts/confirm-owner'
import {
  endOtherSessions as endOthers,
  endOwnSession,
  signOut as leave,
  mailSchema,
  updateMail as moveMail,
  nameSchema,
  updateName as rename,
  sessionSchema,
} from '#server/accounts/own-account'
import {
  offerTotp as offer,
  turnOffTotp as turnOff,
  turnOnTotp as turnOn,
  turnOnSchema,
} from '#server/accounts/own-totp'
import { signUp as join, signUpSchema } from '#server/accounts/sign-up'
import { action } from '#server/action'
import { nothing } from '#server/door'
import { askForLetterSchema, askForLetter as askLetter } from '#server/mail/ask-for-letter'
import { askToConfirm as askConfirm, confirmMail as confirm, confirmSchema } from '#server/mail/confirm-mail'
import { stopMail as stop, stopSchema } from '#server/mail/stop'
import { mailWishSchema, updateMailWish as setMailWish } from '#server/mail/wishes'
import { askToErase as askErasing, keepAccount as keep } from '#server/mine/erase'

export const signUp = action({ deed: 'sign-up', input: signUpSchema }, join)
export const signOut = action({ deed: 'sign-out', input: nothing }, leave)
export const resetPassword = action({ deed: 'reset-password', input: resetPasswordSchema }, reset)
export const askForLetter = action({ deed: 'ask-for-letter', input: askForLetterSchema }, askLetter)
export const confirmMail = action({ deed: 'confirm-mail', input: confirmSchema }, confirm)
export const askToConfirm = action({ deed: 'keep-own-account', input: nothing }, askConfirm)
export const stopMail = action({ deed: 'stop-mail', input: stopSchema }, stop)
export const updateMailWish = action({ deed: 'keep-own-account', input: mailWishSchema }, setMailWish)
export const updateName = action({ deed: 'keep-own-account', input: nameSchema }, rename)
export const updateMail = action({ deed: 'keep-own-account', input: mailSchema }, moveMail)
export const changePassword = action({ deed: 'keep-own-account', input: changePasswordSchema }, change)
export const endSession = action({ deed: 'keep-own-account', input: sessionSchema }, endOwnSession)
export const endOtherSessions = action({ deed: 'keep-own-account', input: nothing }, endOthers)
export const offerTotp = action({ deed: 'keep-own-account', input: ownerSchema }, offer)
export const turnOnTotp = action({ deed: 'keep-own-account', input: turnOnSchema }, turnOn)
export const turnOffTotp = action({ deed: 'keep-own-account', input: ownerSchema }, turnOff)
export const askToErase = action({ deed: 'keep-own-account', input: ownerSchema }, askErasing)
export const keepAccount = action({ deed: 'keep-own-account', input: nothing }, keep)
