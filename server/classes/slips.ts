import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { createAccount } from '../accounts/create.ts'
import { nameField } from '../accounts/fields.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { endSessions } from '../accounts/sessions.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { createSignInName, createSlipPassword } from './handed-out.ts'
import type { Member } from './members.ts'
import { place } from './place.ts'
import { asTeacher, classSchema } from './taught.ts'
import type { SlipView } from './view.ts'

/** The most accounts that are made at once: a large class. */
export const MOST_SLIPS = 60

/** The names of a class, one a line as a form sends them. */
const namesField = z
  .string()
  .max(MOST_SLIPS * 200)
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .pipe(z.array(nameField).min(1).max(MOST_SLIPS))

export const slipsSchema = classSchema.extend({ names: namesField })

/** SQL: whether the account `a` is signed in to by what stands on a slip. */
export const HAS_SLIP = '(a.mail IS NULL AND a.mail_key IS NOT NULL)'

/** A password to be shown once, and what is stored of it. */
interface Secret {
  readonly password: string
  readonly hash: string
}

async function createSecret(): Promise<Secret> {
  const password = createSlipPassword()
  return { password, hash: await hashPassword(password) }
}

/** What goes on a slip before there is an account. */
type Prepared = Secret & { readonly name: string }

/** Draws and hashes a password for each of these: argon2id takes its time, and no row is held meanwhile. */
export async function prepareSlips(names: readonly string[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const name of names) prepared.push({ name, ...(await createSecret()) })
  return prepared
}

/** Makes accounts without an address for a class, and gives what is to be handed to each learner, once. */
export async function makeAccounts(
  viewer: Viewer,
  { class: classId, names }: z.output<typeof slipsSchema>,
): Promise<Outcome<{ readonly slips: readonly SlipView[] }>> {
  const prepared = await prepareSlips(names)
  return asTeacher(viewer, classId, async (client, actor) => ({
    done: { slips: await handOut(client, classId, actor, prepared) },
    created: true,
  }))
}

/** Makes the accounts of prepared slips, within the transaction that holds the class. */
export async function handOut(
  client: pg.PoolClient,
  classId: string,
  actor: string,
  prepared: readonly Prepared[],
): Promise<SlipView[]> {
  const slips: SlipView[] = []
  for (const { name, password, hash } of prepared) {
    const signInName = await freeSignInName(client, name)
    const person = await createAccount(client, {
      ...{ name, mail: null, signInName, passwordHash: hash, ageBand: 'of-class', role: 'learner' },
    })
    await place(client, classId, [person], 'learner')
    await writeAudit(client, { actor, deed: 'make-account', subject: person, details: { class: classId } })
    slips.push({ name, signInName, password })
  }
  return slips
}

/** A sign-in name that nobody has; who draws the same at the same moment waits for the other's transaction. */
async function freeSignInName(client: pg.PoolClient, name: string): Promise<string> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('sign-in name'))`)
  for (;;) {
    const drawn = createSignInName(name)
    const { rows } = await client.query('SELECT FROM account WHERE mail_key = $1', [drawn])
    if (rows.length === 0) return drawn
  }
}

interface SlipAccount {
  readonly name: string
  readonly signInName: string
}

/** The account of a learner of the class, or with `alsoGone` of one who was, held to the end; refused where it has an address. */
export async function holdSlip(
  client: pg.PoolClient,
  { class: classId, person }: Member,
  { alsoGone = false } = {},
): Promise<SlipAccount | { readonly refused: 'not-found' | 'no-slip' }> {
  const { rows } = await client.query<SlipAccount & { hasSlip: boolean }>(
    `SELECT a.name, a.mail_key AS "signInName", ${HAS_SLIP} AS "hasSlip"
     FROM enrolment e JOIN account a USING (person_id)
     WHERE e.class_id = $1 AND e.person_id = $2 AND e.role = 'learner' AND ($3 OR e.left_at IS NULL) FOR UPDATE OF a`,
    [classId, person, alsoGone],
  )
  const account = rows[0]
  if (!account) return { refused: 'not-found' }
  return account.hasSlip ? account : { refused: 'no-slip' }
}

/** A new slip for a learner of the class who has lost theirs: the old password is no good any more, and their sessions end. */
export async function reissueSlip(
  viewer: Viewer,
  member: Member,
): Promise<Outcome<{ readonly slips: readonly SlipView[] }>> {
  const { class: classId, person } = member
  const { password, hash } = await createSecret()
  return asTeacher(viewer, classId, async (client, actor) => {
    const account = await holdSlip(client, member)
    if ('refused' in account) return account
    await client.query(
      'UPDATE account SET password_hash = $2, password_changed_at = clock_timestamp() WHERE person_id = $1',
      [person, hash],
    )
    const because = { actor, deed: 'reissue-slip', subject: person, details: { class: classId } } as const
    await endSessions(client, person, { because })
    const { name, signInName } = account
    return { done: { slips: [{ name, signInName, password }] } }
  })
}
