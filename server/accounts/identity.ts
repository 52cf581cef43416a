import type pg from 'pg'
import { transaction } from '../db.ts'
import type { Refusal } from '../refusal-view.ts'
import { writeAudit } from './audit.ts'
import { createAccount, isUniqueViolation } from './create.ts'
import { folded } from './folded.ts'
import { getSchool } from './school.ts'

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
 * Whose account another service vouches for: the one it was connected with before; else that of `member`, who is signed
 * in and connects it now; else the one with the same address, where both sides have seen that the address is theirs;
 * else a new one. An address that is in use and not proven by both is refused: it could be anybody's.
 */
export async function findByService(vouched: Vouched, member: string | null): Promise<Found> {
  const { signUp, teacherDomains } = await getSchool()
  try {
    return await transaction<Found>(async (client) => {
      const known = await ownerOf(client, vouched)
      if (known !== null) return { personId: known }
      const personId = member ?? (await ownerOfMail(client, vouched))
      if (personId !== null) {
        await connect(client, vouched, personId)
        return { personId }
      }
      if (signUp === 'invited') return { refused: 'by-invitation' }
      const isTeacher =
        vouched.isMailVerified && teacherDomains.includes(folded(vouched.mail?.split('@').at(-1) ?? ''))
      const made = await createAccount(client, {
        name: vouched.name,
        mail: vouched.mail,
        passwordHash: null,
        ageBand: 'unsaid',
        role: isTeacher ? 'teacher' : 'learner',
        isMailVerified: vouched.isMailVerified,
      })
      await connect(client, vouched, made)
      return { personId: made }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { refused: 'mail-taken' }
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

async function ownerOfMail(client: pg.PoolClient, { mail, isMailVerified }: Vouched): Promise<string | null> {
  if (mail === null || !isMailVerified) return null
  const { rows } = await client.query<{ person_id: string }>(
    'SELECT person_id FROM account WHERE mail_key = $1 AND mail_verified_at IS NOT NULL',
    [folded(mail)],
  )
  return rows[0]?.person_id ?? null
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
