import { workApart } from './apart.ts'
import type { FeedOutcome } from './feed-items.ts'
import { BYTE_LIMIT } from './limits.ts'

/** Reads a feed that was fetched from `address`: RSS, Atom, RDF or JSON Feed, whatever its type says. At most 2 MB and five seconds. */
export async function readFeed(bytes: Uint8Array, type: string, address: string): Promise<FeedOutcome> {
  if (bytes.length > BYTE_LIMIT) return { refused: 'too-large' }
  return workApart('feed', { bytes, type, address })
}
