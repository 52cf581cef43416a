'use server'

import { action } from '#server/action'
import { addressSchema, wantAddress as want } from '#server/imports/ask'
import {
  feedSchema,
  followFeed as follow,
  itemSchema,
  takeItem as take,
  unfollowFeed as unfollow,
} from '#server/imports/feeds'

export const wantAddress = action({ deed: 'make-sets', input: addressSchema, pace: 'bring-in' }, want)
export const followFeed = action({ deed: 'make-sets', input: addressSchema, pace: 'bring-in' }, follow)
export const unfollowFeed = action({ deed: 'make-sets', input: feedSchema }, unfollow)
export const takeItem = action({ deed: 'make-sets', input: itemSchema, pace: 'bring-in' }, take)
