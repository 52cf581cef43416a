import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../env.ts'

const IV = 12
const TAG = 16

const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().BELLWETHER_SECRET, '', `sealed.1.${purpose}`, 32))

/** Seals a text so that the store alone, or a copy of it, does not give it away (AES-256-GCM). */
export function seal(purpose: string, text: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` made for the same purpose. Throws when it was changed, or our secret is another one by now. */
export function unseal(purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, IV))
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}
