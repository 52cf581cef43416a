/** What the processes of a line have printed since it began. */
const heard: string[] = []

/** Takes down a line that a process has printed. */
export const hear = (line: string): void => void heard.push(line)

/** A failure that the log notes because of the fault itself: what was being done ('page', where Next says it), and the error's name or code. */
export interface Expected {
  readonly deed: RegExp
  readonly error: RegExp
}

/** A machine that has more to do than it can: no connection of the database was had within its five seconds. */
const OVERFULL: Expected = {
  deed: /^page$/,
  error: /^Error: Connection terminated due to connection timeout$/,
}

interface Noted {
  readonly level: string
  readonly deed: string
  readonly name?: string
  readonly code?: string
  readonly places?: readonly string[]
}

/** What Next prints of itself at a start, and the lines under something that was said before. */
const USUAL = /^\s*$|^\s+(?!⨯|⚠)|^(?:[▲✓}]|- )/
/** How Next says that a page could not be made. */
const PAGE = /^\s*⨯ (.*)/

/** What was printed that nobody can like: failures beyond those expected, and anything that is no line of the log, each kind once; nothing is left of it afterwards. */
export function complaints(expected: readonly Expected[]): string[] {
  const found = new Map<string, number>()
  for (const line of heard.splice(0)) {
    const noted = read(line)
    if (noted === null || isExplained(noted, [...expected, OVERFULL])) continue
    const { deed, name = '', code = '', places = [] } = noted
    const said = [deed, name, code, places[0]].join(' ').trim()
    found.set(said, (found.get(said) ?? 0) + 1)
  }
  return [...found].map(([said, times]) => `the log, ${times} times: ${said}`)
}

const isExplained = ({ level, deed, name = '', code = '' }: Noted, expected: readonly Expected[]): boolean =>
  (level !== 'error' && level !== 'fatal') ||
  expected.some((each) => each.deed.test(deed) && (each.error.test(name) || each.error.test(code)))

/** A line of the log (server/log.ts), or anything else that was printed as a failure of its own; null of what is usual. */
function read(line: string): Noted | null {
  try {
    const noted = JSON.parse(line)
    if (typeof noted?.level === 'string' && typeof noted.deed === 'string') return noted
  } catch {
    // No line of the log.
  }
  if (USUAL.test(line)) return null
  const page = PAGE.exec(line)
  return page ? { level: 'error', deed: 'page', name: page[1] ?? '' } : { level: 'error', deed: line.trim() }
}
