import type { Viewer } from './viewer.ts'

/**
 * Notes that a member was turned away at a door that is not theirs, or a request of whoever it was that came from another
 * site. A visitor without an account at such a door is nothing unusual.
 */
export function logRefusal(deed: string, because: 'not-theirs' | 'bad-origin', viewer?: Viewer): void {
  if (because === 'not-theirs' && (!viewer || viewer.role === 'guest')) return
  const { role, personId = null } = viewer ?? {}
  console.warn(JSON.stringify({ level: 'warn', at: now(), deed, because, role, person: personId }))
}

/** The log's own time, in UTC. */
const now = (): string => new Date().toISOString()

/**
 * Notes a failure of ours: when, what was being done, the error's name, code and place in the code. Never its message,
 * which may hold what someone wrote, and never the request.
 */
export function logFailure(deed: string, error: unknown): void {
  const { name, code, places } = describe(error)
  console.error(JSON.stringify({ level: 'error', at: now(), deed, name, code, places }))
}

function describe(error: unknown): { name: string; code: string | undefined; places: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, places: [] }
  const { code } = error as Error & { code?: unknown }
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { name: error.name, code: typeof code === 'string' ? code : undefined, places }
}
