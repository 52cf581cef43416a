import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { mailField, nameField } from '../accounts/fields.ts'
import { folded } from '../accounts/folded.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { enrol } from './members.ts'
import { handOut, MOST_SLIPS, prepareSlips } from './slips.ts'
import { asTeacher, classSchema } from './taught.ts'
import type { RosterLine, SlipView } from './view.ts'

/** The most a roster may hold. */
const MOST_LINES = 500
const MOST_CHARACTERS = 100_000

export const rosterSchema = classSchema.extend({ csv: z.string().min(1).max(MOST_CHARACTERS) })
type Roster = z.output<typeof rosterSchema>

/** A line as it stands in the file, before anybody has been looked up. */
type Read = Pick<RosterLine, 'line' | 'name' | 'mail' | 'problem'>

const NAME_HEADS = new Set(['name', 'full name', 'learner', 'student', 'pupil'])
const MAIL_HEADS = new Set(['mail', 'e-mail', 'email', 'address', 'e-mail address', 'email address'])

/** The lines of a roster: a name and, where they have one, an address. Commas, semicolons or tabs; a first line with heads may say which column is which. */
export function readRosterLines(csv: string): Read[] {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    const options = { bom: true, delimiter: [',', ';', '\t'], trim: true }
    const lax = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
    records = parse(csv, { ...options, ...lax, info: true as const }) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return [unreadable(1, 'This is no table of names: a quotation mark is opened and not closed.')]
  }
  const heads = (records[0]?.record ?? []).map((head) => head.toLowerCase())
  const isHeaded = heads.some((head) => NAME_HEADS.has(head))
  const [nameAt, mailAt] = isHeaded
    ? [heads.findIndex((head) => NAME_HEADS.has(head)), heads.findIndex((head) => MAIL_HEADS.has(head))]
    : [0, 1]
  const lines = records.slice(isHeaded ? 1 : 0)
  if (lines.length > MOST_LINES)
    return [unreadable(lines[MOST_LINES]?.info.lines ?? 1, `A roster has at most ${MOST_LINES} lines.`)]
  const seen = new Map<string, number>()
  let slips = 0
  return lines.map(({ record, info: { lines: line } }) => {
    const name = (record[nameAt] ?? '').slice(0, 200)
    const mail = (record[mailAt] ?? '').slice(0, 300) || null
    const problem = problemOf(line, name, mail, seen)
    const isTooMany = problem === null && mail === null && ++slips > MOST_SLIPS
    return { line, name, mail, problem: isTooMany ? TOO_MANY : problem }
  })
}

const TOO_MANY = `At most ${MOST_SLIPS} accounts are made at once. Leave the rest for a second file.`

const unreadable = (line: number, problem: string): Read => ({ line, name: '', mail: null, problem })

function problemOf(
  line: number,
  name: string,
  mail: string | null,
  seen: Map<string, number>,
): string | null {
  if (!nameField.safeParse(name).success) return 'There is no name, or it is longer than 100 letters.'
  if (mail === null) return null
  if (!mailField.safeParse(mail).success) return `‘${mail}’ is no e-mail address.`
  const before = seen.get(folded(mail))
  seen.set(folded(mail), before ?? line)
  return before === undefined ? null : `The same address stands in line ${before}.`
}

/** What would become of each line: an account with a slip where there is no address, a place in the class where somebody has it. */
async function plan(
  client: pg.PoolClient,
  classId: string,
  lines: readonly Read[],
): Promise<(RosterLine & { readonly person: string | null })[]> {
  const { rows } = await client.query<{ mail_key: string; id: string; is_here: boolean }>(
    `SELECT a.mail_key, a.person_id AS id,
       EXISTS (SELECT FROM enrolment e WHERE e.class_id = $1 AND e.person_id = a.person_id AND e.left_at IS NULL) AS is_here
     FROM account a WHERE a.mail_key = ANY($2)`,
    [classId, lines.flatMap(({ mail }) => (mail === null ? [] : [folded(mail)]))],
  )
  const known = new Map(rows.map((row) => [row.mail_key, row]))
  return lines.map((line) => {
    const refuse = (problem: string) => ({ ...line, person: null, becomes: 'problem' as const, problem })
    if (line.problem !== null) return refuse(line.problem)
    if (line.mail === null) return { ...line, person: null, becomes: 'slip' as const }
    const account = known.get(folded(line.mail))
    if (!account)
      return refuse(
        'Nobody here has this address. Give them the code of the class, or leave the address out.',
      )
    return {
      ...line,
      person: account.id,
      becomes: account.is_here ? ('here-already' as const) : ('enrolled' as const),
    }
  })
}

/** Tells what would become of a roster, line by line, and does nothing. */
export const previewRoster = (
  viewer: Viewer,
  { class: classId, csv }: Roster,
): Promise<Outcome<{ readonly lines: readonly RosterLine[] }>> =>
  asTeacher(viewer, classId, async (client) => {
    const planned = await plan(client, classId, readRosterLines(csv))
    return { done: { lines: planned.map(({ person: _, ...line }) => line) } }
  })

/** Does what `previewRoster` tells; lines with a problem are left out. Gives the slips of those who got an account. */
export async function enrolRoster(
  viewer: Viewer,
  { class: classId, csv }: Roster,
): Promise<Outcome<{ readonly enrolled: number; readonly slips: readonly SlipView[] }>> {
  const lines = readRosterLines(csv)
  const named = lines.flatMap(({ name, mail, problem }) => (mail === null && problem === null ? [name] : []))
  const prepared = await prepareSlips(named)
  return asTeacher(viewer, classId, async (client, actor) => {
    const people = (await plan(client, classId, lines)).flatMap(({ person, becomes }) =>
      person !== null && becomes === 'enrolled' ? [person] : [],
    )
    const details = { class: classId }
    for (const subject of await enrol(client, classId, people, 'learner'))
      await writeAudit(client, { actor, deed: 'enrol', subject, details })
    const slips = await handOut(client, classId, actor, prepared)
    return { done: { enrolled: people.length, slips }, created: true }
  })
}
