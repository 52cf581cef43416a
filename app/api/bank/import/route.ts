import { bringIn, bringSchema, MOST_BYTES } from '#server/exchange/bring-in'
import { route } from '#server/route'

export const POST = route(
  { deed: 'make-sets', input: bringSchema, pace: 'bring-in', most: MOST_BYTES },
  bringIn,
)
