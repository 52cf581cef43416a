import { createHash } from 'node:crypto'
import { pdfOf } from '../support/pdf.ts'
import { PROSE } from './prose.ts'

/** What PDF fills passwords up with. */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
const OWNER = Buffer.alloc(32, 7)

function rc4(key: Uint8Array, text: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => {
    ;[state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0]
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let a = 0
  let b = 0
  return Buffer.from(text).map((byte) => {
    a = (a + 1) & 255
    b = (b + (state[a] ?? 0)) & 255
    swap(a, b)
    return byte ^ (state[((state[a] ?? 0) + (state[b] ?? 0)) & 255] ?? 0)
  }) as Buffer
}

/** A PDF that opens without a password, or does not, with these permissions. */
function lock(opens: boolean, permissions: number): Uint8Array {
  const flags = Buffer.alloc(4)
  flags.writeInt32LE(permissions)
  const key = createHash('md5')
    .update(Buffer.concat([PAD, OWNER, flags, ID]))
    .digest()
    .subarray(0, 5)
  const user = opens ? rc4(key, PAD) : Buffer.alloc(32, 9)
  const plain = Buffer.from(
    pdfOf([PROSE.map((text, i) => ({ text, x: 60, y: 700 - i * 20, size: 11 }))]),
  ).toString('latin1')
  const locked = `/Encrypt<</Filter/Standard/V 1/R 2/P ${permissions}/O<${OWNER.toString('hex')}>/U<${user.toString('hex')}>>>/ID[<${ID.toString('hex')}><${ID.toString('hex')}>]`
  return Buffer.from(plain.replace('trailer<<', `trailer<<${locked}`), 'latin1')
}

/** A PDF that wants a password. */
export const LOCKED_PDF = lock(false, -44)

/** A PDF that anybody may open, and nobody may copy from. */
export const CLOSED_PDF = lock(true, -44 & ~0x10)

/** As Word saves a document with a password: another sort of file, that holds it. */
export const LOCKED_WORD = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(2_000),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(100),
])
