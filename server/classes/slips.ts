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
import type { memberSchema } from './members.ts'
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

/** What goes on a slip before it has a password to show: argon2id takes its time, and no row is held meanwhile. */
export interface Prepared {
  readonly name: string
  readonly password: string
  readonly hash: string
}

export async function prepareSlips(names: readonly string[]): Promise<Prepared[]> {
  const made: Prepared[] = []
  for (const name of names) {
    const password = createSlipPassword()
    made.push({ name, password, hash: await hashPassword(password) })
  }
  return made
}

/** Makes accounts without an address for a class, and gives what is to be handed to each learner, once. */
export async function makeAccounts(
  viewer: Viewer,
  { class: classId, names }: z.output<typeof slipsSchema>,
): Promise<Outcome<{ readonly slips: readonly SlipView[] }>> {
  const prepared = await prepareSlips(names)
  return asTeacher(viewer, classId, async (client, actor) => {
    const slips: SlipView[] = []
    for (const each of prepared) slips.push(await makeAccount(client, { ...each, classId, actor }))
    return { done: { slips }, created: true }
  })
}

/** Makes one such account, within the transaction that holds the class. */
export async function makeAccount(
  client: pg.PoolClient,
  { name, password, hash, classId, actor }: Prepared & { readonly classId: string; readonly actor: string },
): Promise<SlipView> {
  const signInName = await freeSignInName(client, name)
  const person = await createAccount(client, {
    ...{ name, mail: null, signInName, passwordHash: hash, ageBand: 'of-class', role: 'learner' },
  })
  await client.query(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'learner')`, [
    classId,
    person,
  ])
  await writeAudit(client, { actor, deed: 'make-account', subject: person, details: { class: classId } })
  return { name, signInName, password }
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

/** A new slip for a learner of the class who has lost theirs: the old password is no good any more, and their sessions end. */
export async function reissueSlip(
  viewer: Viewer,
  { class: classId, person }: z.output<typeof memberSchema>,
): Promise<Outcome<{ readonly slips: readonly SlipView[] }>> {
  const password = createSlipPassword()
  const hash = await hashPassword(password)
  return asTeacher(viewer, classId, async (client, actor) => {
    const { rows } = await client.query<{ name: string; mail: string | null; mail_key: string | null }>(
      `SELECT a.name, a.mail, a.mail_key FROM enrolment e JOIN account a USING (person_id)
       WHERE e.class_id = $1 AND e.person_id = $2 AND e.role = 'learner' AND e.left_at IS NULL FOR UPDATE OF a`,
      [classId, person],
    )
    const account = rows[0]
    if (!account) return { refused: 'not-found' }
    if (account.mail !== null || account.mail_key === null) return { refused: 'no-slip' }
    await client.query(
      'UPDATE account SET password_hash = $2, password_changed_at = clock_timestamp() WHERE person_id = $1',
      [person, hash],
    )
    const because = { actor, deed: 'reissue-slip', subject: person, details: { class: classId } } as const
    await endSessions(client, person, { because })
    return { done: { slips: [{ name: account.name, signInName: account.mail_key, password }] } }
  })
}
