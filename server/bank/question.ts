import { arrangePlainly, judge } from '#core'
import { tellPassages } from '../attempts/tell.ts'
import { pool } from '../db.ts'
import { MAY_FIND } from '../questions/of-desk.ts'
import { mapVersions, type Version } from '../questions/versions.ts'
import { findRegraded, type Regraded, tellRegraded } from '../regrades/regraded.ts'
import type { Viewer } from '../viewer.ts'
import { differencesOf } from './differences.ts'
import { tagsOf } from './list.ts'
import { ROW, ROW_ORIGIN, tellRow } from './row.ts'
import { tellKey } from './told.ts'
import type { BankRow, QuestionView, VersionView } from './view.ts'

interface Row extends BankRow {
  number: number
  provenance: string
  created_at: Date
  because: string | null
  rule: string | null
  reason: string | null
  withdrawn_at: Date | null
}

/** A question of the bank with its key and all its versions; null where there is none, or where it was written at a desk of others and stands in no set of the viewer's. */
export async function getBankQuestion({ personId }: Viewer, id: string): Promise<QuestionView | null> {
  const { rows } = await pool().query<Row>(
    `SELECT ${ROW}, ${tagsOf('$2')} AS tags, v.number, v.provenance, v.created_at,
       b.banked #>> '{banked,difficulty,reason}' AS because, w.rule, w.reason, w.created_at AS withdrawn_at
     FROM question_version v ${ROW_ORIGIN} LEFT JOIN withdrawal w ON w.version_id = v.id
     WHERE v.question_id = $1 AND (${MAY_FIND('q', '$2', 'a.owner_id')} OR EXISTS (
       SELECT FROM teacher_set t JOIN quiz_set_item i ON i.set_id = t.set_id
       JOIN question_version o ON o.id = i.version_id WHERE t.owner_id = $2 AND o.question_id = $1))
     ORDER BY v.number DESC`,
    [id, personId],
  )
  const [first] = rows
  if (!first) return null
  const versions = await mapVersions(rows.map(({ version }) => version))
  const regraded = await findRegraded([...versions.keys()])
  const told = rows.flatMap((row) => {
    const version = versions.get(row.version)
    return version ? [tellVersion(row, version, regraded(version, null))] : []
  })
  const [newest, ...earlier] = told
  if (!newest) return null
  return {
    ...tellRow(first),
    tags: first.tags,
    because: first.because ?? '',
    provenance: first.provenance,
    newest,
    earlier: earlier.map((version, i) => ({
      ...version,
      changed: differencesOf(version, told[i] ?? newest),
    })),
  }
}

const tellVersion = (row: Row, version: Version, regraded: Regraded | null): VersionView => ({
  version: row.version,
  number: row.number,
  ...tellKey(version.question),
  passages: tellPassages(version),
  createdAt: row.created_at.toISOString(),
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { rule: row.rule ?? '', reason: row.reason ?? '', at: row.withdrawn_at.toISOString() },
  regraded: regraded && tellEverywhere(version, regraded),
  answered: row.answered,
  right: row.right,
})

/** What was done about a version outside of all assignments, which is everywhere. */
function tellEverywhere({ question }: Version, regraded: Regraded): VersionView['regraded'] {
  const { feedback, ...reckoned } = judge(regraded.standing, [], arrangePlainly(question))
  return { ...tellRegraded({ ...reckoned, feedback, ...regraded }), key: feedback.key }
}
