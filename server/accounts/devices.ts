import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Cookie, cookie, LONGEST } from '../cookie.ts'
import { pool } from '../db.ts'
import { digest } from '../digest.ts'

/** The name of the cookie by which a browser is known again, without what binds it to the host. */
export const DEVICE_COOKIE = 'bellwether-browser'

const FORM = /^[\w-]{22}$/

/** The browsers of one person that are remembered, newest first. */
const MOST = 20

/** The value by which a browser is known: its own where it has one, else a new one of 128 random bits. */
export const deviceValue = (given: string | undefined): string =>
  given !== undefined && FORM.test(given) ? given : randomBytes(16).toString('base64url')

/** The cookie by which this browser is known when its owner signs in again. */
export const deviceCookie = (value: string): Cookie => cookie(DEVICE_COOKIE, value, LONGEST)

/** Remembers that a person has signed in with this browser. */
export async function rememberDevice(client: pg.PoolClient, personId: string, value: string): Promise<void> {
  await client.query(
    `INSERT INTO device (person_id, hash) VALUES ($1, $2)
     ON CONFLICT (person_id, hash) DO UPDATE SET seen_at = clock_timestamp()`,
    [personId, digest(value)],
  )
  await client.query(
    `DELETE FROM device WHERE person_id = $1 AND hash NOT IN (
       SELECT hash FROM device WHERE person_id = $1 ORDER BY seen_at DESC LIMIT ${MOST})`,
    [personId],
  )
}

/** Whether a person who has signed in before, on browsers we remember, does so on another one now. */
export async function isNewBrowser(client: pg.PoolClient, personId: string, value: string): Promise<boolean> {
  const { rows } = await client.query<{ isNew: boolean }>(
    `SELECT count(*) > 0 AND NOT coalesce(bool_or(hash = $2), false) AS "isNew" FROM device WHERE person_id = $1`,
    [personId, digest(value)],
  )
  return rows[0]?.isNew ?? false
}

/** Forgets a person's browsers, as when a password may be in wrong hands. */
export async function forgetDevices(client: pg.PoolClient, personId: string): Promise<void> {
  await client.query('DELETE FROM device WHERE person_id = $1', [personId])
}

/** Whether this person has signed in with this browser before. */
export async function isKnownDevice(personId: string, value: string | undefined): Promise<boolean> {
  if (value === undefined || !FORM.test(value)) return false
  const { rows } = await pool().query('SELECT FROM device WHERE person_id = $1 AND hash = $2', [
    personId,
    digest(value),
  ])
  return rows.length > 0
}
