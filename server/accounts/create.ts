import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../access.ts'
import { folded } from './folded.ts'

/** What an account begins with. */
export interface NewAccount {
  readonly name: string
  readonly mail: string | null
  /** What somebody without an address signs in with; nobody else may have it. */
  readonly signInName?: string
  /** Null where another service vouches for its owner. */
  readonly passwordHash: string | null
  /** server/accounts/age.ts, 'unsaid', or 'of-class' where a teacher made it: how old its owner is, the school knows. */
  readonly ageBand: string
  readonly role: Role
  /** Whether somebody trusted says that the address is theirs. */
  readonly isMailVerified?: boolean
}

/** Makes a person with an account and gives the person's id. Throws where the address has one already (23505). */
export async function createAccount(
  client: pg.PoolClient,
  { name, mail, signInName, passwordHash, ageBand, role, isMailVerified = false }: NewAccount,
): Promise<string> {
  const personId = randomUUID()
  await client.query('INSERT INTO person (id, role) VALUES ($1, $2)', [personId, role])
  await client.query(
    `INSERT INTO account (person_id, name, mail, mail_key, mail_verified_at, password_hash, password_changed_at, age_band)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN clock_timestamp() END, $6,
       CASE WHEN $6::text IS NOT NULL THEN clock_timestamp() END, $7)`,
    [personId, name, mail, folded(mail ?? signInName ?? '') || null, isMailVerified, passwordHash, ageBand],
  )
  return personId
}

/** Whether a statement failed because something of that name is there already, such as an account with that address. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && (error as Error & { code?: unknown }).code === '23505'
