import { type Env, env } from '../env.ts'

/** What is needed to send mail. */
export interface MailSettings {
  readonly smtp: string
  readonly from: string
  /** The address of this site, for links: a job has no request to read it from. */
  readonly site: string
}

/** How mail is sent here; null where it is not set up, which takes all three of SMTP_URL, MAIL_FROM and BELLWETHER_URL. */
export function mailSettings(settings: Env = env()): MailSettings | null {
  const { SMTP_URL, MAIL_FROM, BELLWETHER_URL } = settings
  return SMTP_URL && MAIL_FROM && BELLWETHER_URL
    ? { smtp: SMTP_URL, from: MAIL_FROM, site: BELLWETHER_URL }
    : null
}
