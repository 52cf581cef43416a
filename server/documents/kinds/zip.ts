import { strFromU8, unzipSync, zipSync } from 'fflate'
import { Unreadable } from '../document.ts'

/** How much larger than its packed form a part may be. Text packs to a tenth. */
const RATIO = 100
/** Bytes of all parts together, unpacked. */
const LIMIT = 20_000_000
const PARTS = 1_000

/** What a Word document needs to be read; pictures and fonts are never unpacked. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/.*)\.(?:xml|rels)$|^\[Content_Types\]\.xml$/

/**
 * The parts of a Word document that hold its text, checked and packed anew without compression, so that what reads them
 * next can meet nothing but what was checked here. Sizes are checked in the archive's directory before anything is unpacked,
 * and no part is unpacked beyond the size that stands there.
 */
export function unpackWord(bytes: Uint8Array): Uint8Array {
  let total = 0
  let count = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      total += originalSize
      count++
      // Small parts may be as empty as they like.
      const isBomb = originalSize > 100_000 && originalSize > size * RATIO
      if (isBomb || total > LIMIT || count > PARTS) throw new Unreadable('too-large')
      return NEEDED.test(name)
    },
  })
  if (!parts['[Content_Types].xml'] || !parts['word/document.xml']) throw new Unreadable('wrong-type')
  // No program that writes such documents declares entities; what declares them wants them expanded.
  if (Object.values(parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part, true))))
    throw new Unreadable('broken')
  return zipSync(parts, { level: 0 })
}
