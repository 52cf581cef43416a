import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A letter as it came in. */
export interface Received {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | undefined
}

export interface MailServer {
  /** What stands in SMTP_URL. */
  readonly url: string
  /** What has come in, oldest first. */
  readonly letters: Received[]
  /** Refuses from now on with this SMTP code; null takes letters again. */
  refuse(code: number | null): void
  close(): Promise<void>
}

/** A mail server on loopback that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Received[] = []
  let refusing: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      done(refusing === null ? null : Object.assign(new Error('not today'), { responseCode: refusing }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const { subject = '', text = '', headers } = await PostalMime.parse(Buffer.concat(chunks))
        const header = (name: string) => headers.find(({ key }) => key === name)?.value
        letters.push({ to: envelope.rcptTo.map(({ address }) => address).join(), subject, text, header })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse(code) {
      refusing = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
