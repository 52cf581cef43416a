import type pg from 'pg'
import { createCode, spendCodes } from '../accounts/codes.ts'
import { folded } from '../accounts/folded.ts'
import { getNotice } from '../notices/list.ts'
import { getToday } from '../reviews/queue.ts'
import { stopToken } from './stop.ts'
import type { LetterName, WantedAs } from './wanted.ts'

/** A letter as it goes out: plain text. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The address at which one click stops letters of this sort, where there is such a thing. */
  readonly stop?: string
}

/** Where the links of a letter lead, and the transaction in which their codes are made. */
export interface Desk {
  readonly site: string
  readonly client: pg.PoolClient
}

type Write<Name extends LetterName> = (wanted: WantedAs<Name>, desk: Desk) => Promise<Letter | null>

interface LinkWords {
  readonly subject: string
  readonly opening: string
  readonly closing: string
}

/** A letter that brings whoever has an address here a link, and makes the ones before it useless; nothing where nobody has it. */
const bringsLink =
  (purpose: 'reset-password' | 'sign-in', path: string, { subject, opening, closing }: LinkWords) =>
  async ({ mail }: { readonly mail: string }, { site, client }: Desk): Promise<Letter | null> => {
    const owner = await findOwner(client, mail)
    if (owner === null) return null
    await spendCodes(client, owner.personId, purpose)
    const code = await createCode(client, purpose, owner.personId)
    return {
      to: owner.mail,
      subject,
      text: lines(`Hello ${owner.name},`, opening, `${site}${path}#${code}`, closing),
    }
  }

/** How each letter is written; null where there is nobody to write to, or nothing to say any more. */
export const LETTERS: { readonly [Name in LetterName]: Write<Name> } = {
  'reset-password': bringsLink('reset-password', '/new-password', {
    subject: 'A new password',
    opening:
      'somebody, you we hope, has asked for a new password for your account at Bellwether. Set it here within an hour:',
    closing: 'If it was not you, do nothing: your password stays as it is.',
  }),
  'sign-in': bringsLink('sign-in', '/sign-in', {
    subject: 'Your link to sign in',
    opening: 'this link signs you in at Bellwether, once, within a quarter of an hour:',
    closing: 'If you have not asked for it, do nothing, and hand it to nobody.',
  }),
  'confirm-mail': async ({ person }, { site, client }) => {
    const owner = await findAccount(client, person)
    if (owner === null || owner.isVerified) return null
    await spendCodes(client, person, 'verify-mail')
    const code = await createCode(client, 'verify-mail', person, { mail: folded(owner.mail) })
    return {
      to: owner.mail,
      subject: 'Confirm your address',
      text: lines(
        `Hello ${owner.name},`,
        'an account at Bellwether has been given this address. Confirm within seven days that it is yours:',
        `${site}/confirm#${code}`,
        'If you know nothing of it, do nothing: without your word nothing else is sent here.',
      ),
    }
  },
  invitation: async ({ mail, role, note }, { site, client }) => {
    const code = await createCode(client, 'invitation', null, { role, note })
    return {
      to: mail,
      subject: 'You are invited to Bellwether',
      text: lines(
        'Hello,',
        `you are invited to Bellwether as ${role === 'admin' ? 'an' : 'a'} ${role}. Make your account here within fourteen days:`,
        `${site}/sign-up#${code}`,
        'Bellwether turns business news into questions that can be checked.',
      ),
    }
  },
  'mail-changed': async ({ mail }, { site }) => ({
    to: mail,
    subject: 'Your address was changed',
    text: lines(
      'Hello,',
      'an account at Bellwether that had this address has another one now. If it was you, all is well.',
      'If it was not, somebody else is signed in to it: tell whoever runs it at your school.',
      site,
    ),
  }),
  notice: async ({ notice: id }, { site, client }) => {
    const notice = await getNotice(client, id)
    const owner = notice === null ? null : await findAccount(client, notice.personId)
    // What has been read in the meantime need not be mailed.
    if (notice === null || notice.isRead || owner === null || !owner.isVerified) return null
    return {
      to: owner.mail,
      subject: notice.title,
      text: lines(`Hello ${owner.name},`, notice.text, `${site}${notice.href}`),
      ...(notice.isUrgent ? {} : { stop: stopAddress(site, notice.personId, 'notices') }),
    }
  },
  reminder: async ({ person }, { site, client }) => {
    const owner = await findAccount(client, person)
    if (owner === null || !owner.isVerified) return null
    const { queue } = await getToday(person)
    const count = queue.today.length
    if (count === 0) return null
    return {
      to: owner.mail,
      subject: count === 1 ? 'One fact is due today' : `${count} facts are due today`,
      text: lines(
        `Hello ${owner.name},`,
        count === 1
          ? 'one fact that you keep in mind comes back today.'
          : `${count} of the facts that you keep in mind come back today.`,
        `${site}/review`,
      ),
      stop: stopAddress(site, person, 'reminders'),
    }
  },
}

const lines = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

const stopAddress = (site: string, person: string, what: 'notices' | 'reminders'): string =>
  `${site}/stop-mail?token=${stopToken(person, what)}`

interface Owner {
  readonly personId: string
  readonly name: string
  readonly mail: string
  readonly isVerified: boolean
}

const OWNER = `SELECT person_id AS "personId", name, mail, mail_verified_at IS NOT NULL AS "isVerified"
  FROM account WHERE mail IS NOT NULL AND suspended_at IS NULL`

/** Whose account has this address; null where nobody's, or it is suspended. */
async function findOwner(client: pg.PoolClient, mail: string): Promise<Owner | null> {
  const { rows } = await client.query<Owner>(`${OWNER} AND mail_key = $1`, [folded(mail)])
  return rows[0] ?? null
}

async function findAccount(client: pg.PoolClient, personId: string): Promise<Owner | null> {
  const { rows } = await client.query<Owner>(`${OWNER} AND person_id = $1`, [personId])
  return rows[0] ?? null
}
