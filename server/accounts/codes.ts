import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { digest } from '../digest.ts'

/** What a code is for, and for how many minutes it holds. */
const PURPOSES = {
  'first-admin': 7 * 24 * 60,
  invitation: 14 * 24 * 60,
  'reset-password': 60,
  'verify-mail': 7 * 24 * 60,
  'sign-in': 15,
  /** Who somebody is has been vouched for; the code of their app is still missing. */
  'second-step': 5,
  /** In place of an authenticator that was lost. */
  recovery: 10 * 365 * 24 * 60,
} as const
export type Purpose = keyof typeof PURPOSES

const BYTES = 20
/** What a code looks like: 160 random bits in base64url. */
const FORM = /^[\w-]{27}$/

type Store = Pick<pg.ClientBase, 'query'>

/** Makes a code and gives it; the store keeps its hash alone. `data` is what is settled when it is used. */
export async function createCode(
  store: Store,
  purpose: Purpose,
  personId: string | null,
  data: object = {},
): Promise<string> {
  const code = randomBytes(BYTES).toString('base64url')
  await store.query(
    `INSERT INTO code (hash, purpose, person_id, data, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 minute')`,
    [digest(code), purpose, personId, data, PURPOSES[purpose]],
  )
  return code
}

/** What a code that holds stands for. */
export interface CodeUsed {
  readonly purpose: Purpose
  readonly personId: string | null
  readonly data: unknown
}

const USED = 'purpose, person_id AS "personId", data'
const HOLDS = `hash = $1 AND purpose = ANY($2) AND used_at IS NULL AND expires_at > clock_timestamp()`

/** Uses a code up. Null where it does not hold: never made, for another purpose, used before, too old. */
export async function takeCode(
  store: Store,
  code: string,
  ...purposes: readonly Purpose[]
): Promise<CodeUsed | null> {
  if (!FORM.test(code)) return null
  const { rows } = await store.query<CodeUsed>(
    `UPDATE code SET used_at = clock_timestamp() WHERE ${HOLDS} RETURNING ${USED}`,
    [digest(code), purposes],
  )
  return rows[0] ?? null
}

/** What a code stands for, without using it up; null where it does not hold. */
export async function readCode(
  store: Store,
  code: string,
  ...purposes: readonly Purpose[]
): Promise<CodeUsed | null> {
  if (!FORM.test(code)) return null
  const { rows } = await store.query<CodeUsed>(`SELECT ${USED} FROM code WHERE ${HOLDS}`, [
    digest(code),
    purposes,
  ])
  return rows[0] ?? null
}

/** Makes a person's codes of some purposes useless, as when one of them has done its work. */
export async function spendCodes(
  store: Store,
  personId: string,
  ...purposes: readonly Purpose[]
): Promise<void> {
  await store.query(
    `UPDATE code SET used_at = clock_timestamp() WHERE person_id = $1 AND purpose = ANY($2) AND used_at IS NULL`,
    [personId, purposes],
  )
}
