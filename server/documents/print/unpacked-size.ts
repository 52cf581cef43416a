import zlib from 'node:zlib'
import { Unreadable } from '../document.ts'

/** How much larger than the file its streams may be once they are unpacked, and how large at most. */
const RATIO = 100
const LEAST = 10_000_000
const MOST = 60_000_000

const MARK = Buffer.from('stream')

/** Throws where the packed streams of a PDF unpack to more than they may. Nothing is unpacked beyond that. */
export function refuseBombs(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const limit = Math.min(Math.max(LEAST, RATIO * bytes.length), MOST)
  let total = 0
  for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + MARK.length)) {
    const after = at + MARK.length
    const start = bytes[after] === 13 ? after + 2 : after + 1
    // As deflate begins.
    if (((bytes[start] ?? 0) & 15) !== 8) continue
    total += unpackedSize(bytes.subarray(start), limit - total)
    if (total > limit) throw new Unreadable('too-large')
  }
}

function unpackedSize(packed: Uint8Array, limit: number): number {
  try {
    return zlib.inflateSync(packed, { maxOutputLength: Math.max(limit, 1) }).length
  } catch (error) {
    // Bytes that are no such stream are none to be unpacked.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0
  }
}
