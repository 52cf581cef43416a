import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type pg from 'pg'
import { pool } from '../db.ts'
import { digest } from '../digest.ts'
import { seal, unseal } from './sealed.ts'

/** Codes of an authenticator app (RFC 6238): six digits, a new one every 30 seconds, one step early or late is taken. */
const PERIOD = 30
const WINDOW = 1
const RECOVERY_CODES = 8

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Bellwether', label, secret, period: PERIOD, digits: 6, algorithm: 'SHA1' })

/** A fresh secret, in base32, and the address by which an app takes it in. */
export function createTotpSecret(label: string): { readonly secret: string; readonly address: string } {
  const secret = new Secret({ size: 20 })
  return { secret: secret.base32, address: totpOf(secret, label).toString() }
}

/** The step of time a code belongs to, or null where it is not of this secret and this moment. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(Secret.fromBase32(secret), '').validate({
    token,
    timestamp: now.getTime(),
    window: WINDOW,
  })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

/** What is stored of a secret. */
export const sealTotp = (secret: string): Buffer => seal('totp', secret)

/**
 * Whether a code opens the account: of its app, each step once; or one of its recovery codes, each once. `sealed` is the
 * account's stored secret.
 */
export async function passesTotp(
  personId: string,
  sealed: Buffer,
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = openTotp(sealed)
  const step = secret === null ? null : stepOf(secret, code, now)
  if (step === null) return takeRecoveryCode(personId, code)
  const { rowCount } = await pool().query(
    `UPDATE account SET totp_step = $2 WHERE person_id = $1 AND (totp_step IS NULL OR totp_step < $2)`,
    [personId, step],
  )
  return rowCount === 1
}

/** A stored secret; null where it was sealed by another installation's secret, after which recovery codes alone open the account. */
function openTotp(sealed: Buffer): string | null {
  try {
    return unseal('totp', sealed)
  } catch {
    return null
  }
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

/** 'abcd-efgh-jkmn-pqrs': about 79 random bits, without what is easily misread. */
const recoveryCode = (): string => {
  const letters = [...randomBytes(64)].flatMap((byte) =>
    byte < 8 * ALPHABET.length ? [ALPHABET[byte % ALPHABET.length]] : [],
  )
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP).join('')).join(
    '-',
  )
}

const plainRecovery = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '')

const hashRecovery = (personId: string, code: string): string => digest(`${personId}.${plainRecovery(code)}`)

/** Makes new recovery codes for a person, in place of any there were, and gives them: they are shown once. */
export async function createRecoveryCodes(client: pg.PoolClient, personId: string): Promise<string[]> {
  await client.query(`DELETE FROM code WHERE person_id = $1 AND purpose = 'recovery'`, [personId])
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode)
  await client.query(
    `INSERT INTO code (hash, purpose, person_id, data, expires_at)
     SELECT hash, 'recovery', $2, '{}', 'infinity' FROM unnest($1::text[]) AS hash`,
    [codes.map((code) => hashRecovery(personId, code)), personId],
  )
  return codes
}

async function takeRecoveryCode(personId: string, code: string): Promise<boolean> {
  if (plainRecovery(code).length !== GROUPS * GROUP) return false
  const { rowCount } = await pool().query(
    `UPDATE code SET used_at = clock_timestamp()
     WHERE hash = $1 AND person_id = $2 AND purpose = 'recovery' AND used_at IS NULL`,
    [hashRecovery(personId, code), personId],
  )
  return rowCount === 1
}
