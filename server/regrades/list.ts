import { feedback, type RemedyName, rekey } from '#core'
import { pool } from '../db.ts'
import type { Version } from '../questions/versions.ts'
import { readKey } from './stored.ts'
import type { QuestionLine, RegradeLine } from './view.ts'

interface LineRow {
  id: string
  version_id: string
  is_everywhere: boolean
  remedy: RemedyName
  key: unknown
  reason: string
  regraded_at: Date
  by: string | null
  changed: number | null
  undone_at: Date | null
  undone_by: string | null
}

/** What was done about questions of an assignment, undone or not, the newest first. `versions` are those of its set, in order. */
export async function listRegrades(assignment: string, versions: readonly Version[]): Promise<RegradeLine[]> {
  const { rows } = await pool().query<LineRow>(
    `SELECT r.id, r.version_id, r.assignment_id IS NULL AS is_everywhere, r.remedy, r.key, r.reason, r.regraded_at, by.name AS by,
       r.changed, r.undone_at, undoer.name AS undone_by
     FROM regrade r
     LEFT JOIN account by ON by.person_id = r.regraded_by
     LEFT JOIN account undoer ON undoer.person_id = r.undone_by
     WHERE r.assignment_id = $1 OR r.assignment_id IS NULL AND r.version_id = ANY($2)
     ORDER BY r.number DESC`,
    [assignment, versions.map(({ id }) => id)],
  )
  return rows.flatMap((row): RegradeLine[] => {
    const place = versions.findIndex(({ id }) => id === row.version_id)
    const version = versions[place]
    if (!version) return []
    return [
      {
        id: row.id,
        question: tellLine(version, place),
        remedy: row.remedy,
        key: row.key === null ? null : sayKey(version, row.key),
        reason: row.reason,
        at: row.regraded_at.toISOString(),
        by: row.by,
        changed: row.changed ?? 0,
        isEverywhere: row.is_everywhere,
        undone: row.undone_at && { at: row.undone_at.toISOString(), by: row.undone_by },
      },
    ]
  })
}

/** A question of a set, by its place from 0. */
export const tellLine = ({ id, question }: Version, place: number): QuestionLine => ({
  id,
  number: place + 1,
  stem: question.stem,
})

/** A stored key in words. */
export function sayKey({ question }: Pick<Version, 'question'>, stored: unknown): string {
  const { key, arrangement } = readKey(question, stored)
  const keyed = rekey(question, key, arrangement)
  return keyed ? feedback(keyed, null, arrangement).key : ''
}
