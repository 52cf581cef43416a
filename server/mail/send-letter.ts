import { createTransport } from 'nodemailer'
import SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { transaction } from '../db.ts'
import { type Desk, LETTERS, type Letter } from './letters.ts'
import { type MailSettings, mailSettings } from './settings.ts'
import type { Wanted } from './wanted.ts'

/** How long a mail server may take over each step, in milliseconds. */
const PATIENCE = 20_000

/** At and above it a mail server means its no for good (RFC 5321, 4.2.1). */
const REFUSED = 500

/**
 * Writes a letter and hands it to the mail server. Its codes count only once that has taken it. Throws where the server is
 * away or busy, so that the job is tried again; a letter it refuses for good is given up.
 */
export async function sendLetter(wanted: Wanted): Promise<void> {
  const settings = mailSettings()
  if (settings === null) return
  await transaction(async (client) => {
    const letter = await write(wanted, { site: settings.site, client })
    if (letter !== null) await post(letter, settings)
  })
}

const write = (wanted: Wanted, desk: Desk): Promise<Letter | null> =>
  (LETTERS[wanted.letter] as (wanted: Wanted, desk: Desk) => Promise<Letter | null>)(wanted, desk)

async function post({ to, subject, text, stop }: Letter, { smtp, from }: MailSettings): Promise<void> {
  // Made by hand: beside an address createTransport overlooks all else that it is told.
  const transport = createTransport(
    new SMTPTransport({
      url: smtp,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    }),
  )
  try {
    await transport.sendMail({
      from,
      // As an object: an address is never read as a list of several.
      to: { name: '', address: to },
      subject,
      text: stop === undefined ? text : `${text}\nNo more of these: ${stop}\n`,
      headers: { 'Auto-Submitted': 'auto-generated', ...(stop === undefined ? {} : oneClick(stop)) },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    const { responseCode = 0 } = error as { responseCode?: number }
    // The address cannot be reached: trying again would change nothing.
    if (responseCode < REFUSED || !isAboutRecipient(error)) throw error
  } finally {
    transport.close()
  }
}

const isAboutRecipient = (error: unknown): boolean => (error as { code?: unknown }).code === 'EENVELOPE'

/** What lets a mail program show a button that stops these letters (RFC 8058). */
const oneClick = (stop: string): Record<string, string> => {
  const { origin, search } = new URL(stop)
  return {
    'List-Unsubscribe': `<${origin}/api/stop-mail${search}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
