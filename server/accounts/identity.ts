import type pg from 'pg'
import { transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import type { Refusal } from '../refusal-view.ts'
import { writeAudit } from './audit.ts'
import { takeCode } from './codes.ts'
import { createAccount, isUniqueViolation } from './create.ts'
import { folded } from './folded.ts'
import { nameOfService } from './providers.ts'
import { getSchool } from './school.ts'
import { invitationSchema } from './sign-up.ts'

/** Who another service says somebody is. */
export interface Vouched {
  readonly provider: string
  /** The service's own id of the person, which does not change. */
  readonly subject: string
  readonly name: string
  readonly mail: string | null
  /** Whether the service says that it has seen the address belong to them. */
  readonly isMailVerified: boolean
}

type Found = { readonly personId: string } | { readonly refused: Refusal }

/**
 * Whose account another service vouches for: the one it was connected with before; else the one with the same address,
 * where both sides have seen that the address is theirs; else a new one. An address that is in use and not proven by both
 * is refused: it could be anybody's. Somebody new who carries an invitation gets its role, and uses it up; whoever is known here
 * already does not need it.
 */
export async function findByService(vouched: Vouched, invitation: string | null): Promise<Found> {
  // Of two that arrive at once the second finds what the first has made.
  return (await find(vouched, invitation)) ?? (await find(vouched, invitation)) ?? { refused: 'mail-taken' }
}

/** The same, or null where somebody else has just taken the address or the subject. */
async function find(vouched: Vouched, invitation: string | null): Promise<Found | null> {
  const { signUp, teacherDomains } = await getSchool()
  return unlessTaken((client) => findWith(client, vouched, invitation, signUp, teacherDomains))
}

async function findWith(
  client: pg.PoolClient,
  vouched: Vouched,
  invitation: string | null,
  signUp: 'open' | 'invited',
  teacherDomains: readonly string[],
): Promise<Found> {
  const known = await ownerOf(client, vouched)
  if (known !== null) return { personId: known }
  const owner = await ownerOfMail(client, vouched)
  if (owner?.suspended_at) return { refused: 'suspended' }
  if (owner) {
    await connect(client, vouched, owner.person_id)
    return { personId: owner.person_id }
  }
  if (invitation === null && signUp === 'invited') return { refused: 'by-invitation' }
  const used = invitation === null ? null : await takeCode(client, invitation, 'invitation')
  if (invitation !== null && used === null) {
    // Another request of the same person may just have used it.
    const made = await ownerOf(client, vouched)
    return made === null ? { refused: 'code-spent' } : { personId: made }
  }
  const isTeacher =
    vouched.isMailVerified && teacherDomains.includes(folded(vouched.mail?.split('@').at(-1) ?? ''))
  const role = used ? invitationSchema.parse(used.data).role : isTeacher ? 'teacher' : 'learner'
  const made = await createAccount(client, {
    name: vouched.name,
    mail: vouched.mail,
    passwordHash: null,
    ageBand: 'unsaid',
    role,
    isMailVerified: vouched.isMailVerified,
  })
  await writeAudit(client, { actor: made, deed: 'sign-up', subject: made, details: { role } })
  await connect(client, vouched, made)
  return { personId: made }
}

/**
 * Connects a service with the account of a member, who can sign in by it from now on. Refused where it vouches for
 * somebody else here already.
 */
export async function connectService(vouched: Vouched, member: string): Promise<Found> {
  const connected = await unlessTaken(async (client): Promise<Found> => {
    const known = await ownerOf(client, vouched)
    if (known === null) {
      await connect(client, vouched, member)
      const service = nameOfService(vouched.provider)
      await notify(client, [member], { kind: 'service-connected', data: { service } })
    }
    return known === null || known === member ? { personId: member } : { refused: 'service-taken' }
  })
  return connected ?? { refused: 'service-taken' }
}

async function unlessTaken(work: (client: pg.PoolClient) => Promise<Found>): Promise<Found | null> {
  try {
    return await transaction(work)
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

async function ownerOf(client: pg.PoolClient, { provider, subject }: Vouched): Promise<string | null> {
  const { rows } = await client.query<{ person_id: string }>(
    'SELECT person_id FROM identity WHERE provider = $1 AND subject = $2',
    [provider, subject],
  )
  return rows[0]?.person_id ?? null
}

async function ownerOfMail(
  client: pg.PoolClient,
  { mail, isMailVerified }: Vouched,
): Promise<{ person_id: string; suspended_at: Date | null } | undefined> {
  if (mail === null || !isMailVerified) return undefined
  const { rows } = await client.query<{ person_id: string; suspended_at: Date | null }>(
    'SELECT person_id, suspended_at FROM account WHERE mail_key = $1 AND mail_verified_at IS NOT NULL',
    [folded(mail)],
  )
  return rows[0]
}

async function connect(
  client: pg.PoolClient,
  { provider, subject }: Vouched,
  personId: string,
): Promise<void> {
  await client.query('INSERT INTO identity (provider, subject, person_id) VALUES ($1, $2, $3)', [
    provider,
    subject,
    personId,
  ])
  await writeAudit(client, {
    actor: personId,
    deed: 'link-service',
    subject: personId,
    details: { service: provider },
  })
}
