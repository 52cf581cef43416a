import { z } from 'zod'
import { PAPER_VERSIONS, type Paper, type PaperVersion, paperOf } from '#core'
import { TEACHES_ITS } from '../assignments/taught.ts'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import { getVersions } from '../questions/versions.ts'
import { standingOf } from '../sets/make.ts'
import type { Viewer } from '../viewer.ts'

/** What an address says of how a quiz is printed: which version, and whether with the key. */
export const paperFields = {
  version: z.enum(PAPER_VERSIONS).default('A'),
  key: z.literal('1').optional(),
}
const lenient = z.object({ version: paperFields.version.catch('A'), key: paperFields.key.catch(undefined) })

/** Reads it from the query of a page, whoever wrote it. */
export function readPrinting(asked: Readonly<Record<string, unknown>>): {
  readonly version: PaperVersion
  readonly hasKey: boolean
} {
  const { version, key } = lenient.parse(asked)
  return { version, hasKey: key === '1' }
}

export const setPaperSchema = z.strictObject({ id, ...paperFields })
export const assignmentPaperSchema = z.strictObject({ id, assignment: id, ...paperFields })

interface SetRow {
  title: string
  set: string
  versions: string[]
  withdrawn: number
}

/** SQL: the title and the standing questions of the quiz set `s`, with how many have been withdrawn. */
const STANDING = `s.id AS set, ${standingOf('s.id')} AS versions,
  (SELECT count(*)::int FROM quiz_set_item i JOIN withdrawal w ON w.version_id = i.version_id
    WHERE i.set_id = s.id) AS withdrawn`

/** A set of the viewer's on paper, as it stands; null where there is no such one of theirs. */
export async function getSetPaper(
  { personId }: Viewer,
  set: string,
  version: PaperVersion,
): Promise<Paper | null> {
  const { rows } = await pool().query<SetRow>(
    `SELECT t.title, ${STANDING} FROM teacher_set t JOIN quiz_set s ON s.id = t.set_id
     WHERE t.id = $1 AND t.owner_id = $2`,
    [set, personId],
  )
  return rows[0] ? putOnPaper(rows[0], version) : null
}

/** All questions of an assignment in that class, which the viewer teaches, on paper; null where there is no such one of theirs. */
export async function getAssignmentPaper(
  { personId }: Viewer,
  { id: classId, assignment }: { readonly id: string; readonly assignment: string },
  version: PaperVersion,
): Promise<Paper | null> {
  const { rows } = await pool().query<SetRow>(
    `SELECT a.title, ${STANDING} FROM assignment a JOIN quiz_set s ON s.id = a.set_id
     WHERE a.id = $1 AND a.class_id = $3 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
    [assignment, personId, classId],
  )
  return rows[0] ? putOnPaper(rows[0], version) : null
}

async function putOnPaper(
  { title, set, versions, withdrawn }: SetRow,
  version: PaperVersion,
): Promise<Paper> {
  const printed = (await getVersions(versions)).map(({ question, passages, source }) => ({
    question,
    passages: passages.map(({ quote }) => ({ quote, source: `${source.title}, ${source.date}` })),
  }))
  return paperOf({ title, printed, withdrawn }, { seed: set, version })
}
