import { timingSafeEqual } from 'node:crypto'
import { type Deed, may } from './access.ts'
import { digest } from './digest.ts'
import { logFailure } from './log.ts'
import { refusal } from './outcome.ts'
import { respond, textReply } from './route.ts'

/** What stands at the door of a program: the deed it lets in, and the token that lets in whoever shows it, where there is one. */
interface ProgramDoor {
  readonly deed: Deed
  /** Asked at each request; undefined where none is set, and then nobody is let in by one. */
  readonly token?: () => string | undefined
}

/** What a program is told: text, its type, its status. */
interface Told {
  readonly text: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A route handler for programs that look after this one: no cookie is read, no session asked for. Who is let in is told by the
 * deed being everybody's, or by a bearer token. For anybody else there is nothing here.
 */
export const programRoute =
  ({ deed, token }: ProgramDoor, work: () => Promise<Told>) =>
  async (request: Request): Promise<Response> => {
    if (!may('guest', deed) && !showsToken(request.headers, token?.()))
      return respond({ refused: 'not-found' })
    try {
      const { text, status = 200, headers = {} } = await work()
      return textReply(text, status, headers)
    } catch (error) {
      logFailure(deed, error)
      return textReply(refusal('failed').message, 500)
    }
  }

/** Whether a request shows the token; it takes as long whichever other it shows. */
function showsToken(headers: Headers, token: string | undefined): boolean {
  if (token === undefined) return false
  const [shown, wanted] = [headers.get('authorization') ?? '', `Bearer ${token}`].map((text) =>
    Buffer.from(digest(text)),
  ) as [Buffer, Buffer]
  return timingSafeEqual(shown, wanted)
}
