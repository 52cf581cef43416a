import { BYTE_LIMIT } from '#server/documents/limits'
import { bytesSchema, wantBytes } from '#server/imports/ask'
import { route } from '#server/route'

/** A file, or without a name a pasted text, to be brought in. */
export const POST = route(
  { deed: 'make-sets', input: bytesSchema, pace: 'bring-in', file: { limit: BYTE_LIMIT } },
  wantBytes,
)
