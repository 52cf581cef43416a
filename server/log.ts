import { channel } from 'node:diagnostics_channel'
import { pino } from 'pino'
import { asked } from './asked.ts'
import type { Viewer } from './viewer.ts'

/** How much the log says, the most first; LOG_LEVEL. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** What no line ever holds, should somebody pass it on by mistake: on its own, or within a thing. */
const SECRET = [
  ...['password', 'mail', 'email', 'address', 'token', 'secret', 'totp', 'cookie', 'authorization'],
  ...['text', 'body', 'answer', 'reason', 'message', 'query', 'headers'],
]

/** Notes to standard output, warnings and failures to standard error: a line of JSON each. */
const lines = {
  // Has pino say of which level a line is.
  [Symbol.for('pino.metadata')]: true,
  lastLevel: 30,
  write(line: string): void {
    const say = this.lastLevel >= 50 ? console.error : this.lastLevel >= 40 ? console.warn : console.log
    say(line.trimEnd())
  },
}

const levelOf = (setting: string | undefined) => LOG_LEVELS.find((level) => level === setting) ?? 'info'

const log = pino(
  {
    level: levelOf(process.env.LOG_LEVEL),
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: 'left out' },
    mixin: () => {
      const request = asked()?.id
      return request === undefined ? {} : { request }
    },
  },
  lines,
)

/** What may stand in the log: names of ours, numbers, ids. */
export type Noted = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Notes something that went as it should. */
export const logDone = (deed: string, noted: Noted = {}): void => log.info({ deed, ...noted })

/** Notes something that somebody should look at, and that stops nothing. */
export const logWarning = (deed: string, noted: Noted = {}): void => log.warn({ deed, ...noted })

/**
 * Notes that somebody was turned away. A member at a door that is not theirs, and a request of whoever it was that came from
 * another site, are warnings; a visitor without an account at such a door, and input that is not sound, are nothing unusual.
 */
export function logRefusal(
  deed: string,
  because: 'not-theirs' | 'bad-origin' | 'unsound',
  viewer?: Viewer,
): void {
  const { role, personId: person = null } = viewer ?? {}
  const isUsual = because === 'unsound' || (because === 'not-theirs' && (!viewer || viewer.role === 'guest'))
  log[isUsual ? 'debug' : 'warn']({ deed, because, role, person })
}

/** A failure of ours as the log tells it. */
export interface Failure {
  readonly deed: string
  readonly name: string
  readonly code: string | undefined
  /** Where in the code. */
  readonly places: readonly string[]
}

/** Every failure that is logged is told here, for who keeps them (health/failures.ts). */
export const FAILURES = 'bellwether:failure'
const failures = channel(FAILURES)

/**
 * Notes a failure of ours: when, what was being done, the error's name, code and place in the code. Never its message,
 * which may hold what someone wrote, and never the request.
 */
export function logFailure(deed: string, error: unknown): void {
  const failure: Failure = { deed, ...describe(error) }
  log.error(failure)
  failures.publish(failure)
}

function describe(error: unknown): Omit<Failure, 'deed'> {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, places: [] }
  const { code } = error as Error & { code?: unknown }
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { name: error.name, code: typeof code === 'string' ? code : undefined, places }
}
