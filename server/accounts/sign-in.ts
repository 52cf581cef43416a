import { z } from 'zod'
import { pool } from '../db.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Asker } from './asker.ts'
import { createCode, readCode, takeCode } from './codes.ts'
import { isKnownDevice } from './devices.ts'
import { folded } from './folded.ts'
import { noteSignInRefused } from './note-sign-in.ts'
import { isPassword, LONGEST_PASSWORD } from './passwords.ts'
import { allowGuess } from './throttle.ts'
import { passesTotp } from './totp.ts'

/** Who somebody has shown to be, or why not. */
export type SignedIn = { readonly personId: string } | { readonly refused: Refusal }

const code = z.string().max(100).default('')

export const passwordSchema = z.object({
  mail: z.string().max(320),
  password: z.string().max(LONGEST_PASSWORD),
  totp: code,
})
export type PasswordSignIn = z.output<typeof passwordSchema>

export const linkSchema = z.object({ code: z.string().max(100), totp: code })
export type LinkSignIn = z.output<typeof linkSchema>

interface AccountRow {
  person_id: string
  password_hash: string | null
  totp: Buffer | null
  suspended_at: Date | null
}

const ACCOUNT = 'SELECT person_id, password_hash, totp, suspended_at FROM account'

/**
 * Whether address and password are of one account, and the code of its app where it has one. Every guess is counted
 * before it is made (throttle.ts); an address that nobody has takes as long, and is refused in the same words.
 */
export async function signInByPassword(
  { mail, password, totp }: PasswordSignIn,
  { address, device }: Asker,
): Promise<SignedIn> {
  const { rows } = await pool().query<AccountRow>(`${ACCOUNT} WHERE mail_key = $1`, [folded(mail)])
  const account = rows[0]
  const isKnown = account !== undefined && (await isKnownDevice(account.person_id, device))
  const allowed = await allowGuess({ mail, address, knownBrowser: isKnown ? device : null })
  if (!allowed) return refuse(account, 'throttled')
  if (!(await isPassword(password, account?.password_hash ?? null)) || !account)
    return refuse(account, 'wrong-password')
  const refused = await secondStep(account, totp)
  // A code that is wrong is a guess too; who has not been asked for it yet has made none.
  if (refused !== 'totp-wrong') await allowed.forgive()
  return refused === null ? { personId: account.person_id } : refuse(account, refused)
}

/**
 * Whether a code that was sent, or that vouches for somebody who still owes the code of their app, lets its owner in. It
 * is used up only where it does.
 */
export async function signInByLink({ code, totp }: LinkSignIn, { address }: Asker): Promise<SignedIn> {
  const known = await readCode(pool(), code, 'sign-in', 'second-step')
  if (!known?.personId) return { refused: 'code-spent' }
  const { rows } = await pool().query<AccountRow>(`${ACCOUNT} WHERE person_id = $1`, [known.personId])
  const account = rows[0]
  if (!account) return { refused: 'code-spent' }
  const allowed = await allowGuess({ mail: account.person_id, address, knownBrowser: null })
  if (!allowed) return refuse(account, 'throttled')
  const refused = await secondStep(account, totp)
  if (refused !== 'totp-wrong') await allowed.forgive()
  if (refused !== null) return refuse(account, refused)
  const used = await takeCode(pool(), code, 'sign-in', 'second-step')
  return used ? { personId: account.person_id } : { refused: 'code-spent' }
}

/** What a sign-in by another service still lacks: nothing, or the code of an app, for which the browser gets a code that vouches. */
export async function afterService(
  personId: string,
): Promise<{ readonly owes: string | null } | { readonly refused: Refusal }> {
  const { rows } = await pool().query<AccountRow>(`${ACCOUNT} WHERE person_id = $1`, [personId])
  const account = rows[0]
  if (!account) return { refused: 'not-found' }
  if (account.suspended_at) return { refused: 'suspended' }
  return { owes: account.totp ? await createCode(pool(), 'second-step', personId) : null }
}

async function secondStep(account: AccountRow, totp: string): Promise<Refusal | null> {
  if (account.suspended_at) return 'suspended'
  if (account.totp === null) return null
  if (totp.trim() === '') return 'totp-needed'
  const passes = await passesTotp(account.person_id, account.totp, totp, new Date())
  return passes ? null : 'totp-wrong'
}

async function refuse(account: AccountRow | undefined, refused: Refusal): Promise<SignedIn> {
  await noteSignInRefused(account?.person_id ?? null, refused)
  return { refused }
}
