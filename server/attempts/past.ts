import { type AnswerByKind, type Confidence, feedback, type Kind } from '#core'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions, type Version } from '../questions/versions.ts'
import { type NamedRow, readName, SET_NAME, SET_ORIGIN, type SetName } from '../quizzes/named.ts'
import type { Viewer } from '../viewer.ts'
import { COUNTING, IS_HANDED_OUT, TOLD_AT, WHICH_TRY } from './counting.ts'
import type { Mode } from './view.ts'

/** The newest attempts that are told and counted. */
export const NEWEST = 500

/** A question of an attempt, and what came of it. */
export interface PastItem {
  readonly version: Version
  /** The answer that counts; null is a blank. */
  readonly answer: AnswerByKind[Kind] | null
  readonly final: boolean
  /** Whether it was checked, if only to be told the answer. */
  readonly isTried: boolean
  /** Whether its key was at hand, in an offline pack: it shows nothing and counts in no score. */
  readonly isHandedOut: boolean
  /** When the answer that counts was saved; null where none was. */
  readonly at: Date | null
  /** How sure the reader said to be at the first try, or of the answer that was handed in without one. */
  readonly confidence: Confidence | null
  /** Worked out afresh from the answer, 0 to 1; null as long as it may not be told. */
  readonly mark: number | null
}

/** An attempt with its questions. */
export interface PastAttempt extends SetName {
  readonly id: string
  readonly set: string
  readonly mode: Mode
  readonly tries: number
  readonly startedAt: Date
  readonly submittedAt: Date | null
  /** Whether what came of it may be told, where it is a test that was handed in. */
  readonly isTold: boolean
  readonly items: readonly PastItem[]
}

interface ItemRow {
  version: string
  arrangement: unknown
  final: boolean
  answer: AnswerByKind[Kind] | null
  used: number | null
  tries: number
  /** ISO 8601, as JSON has it. */
  at: string | null
  confidence: Confidence | null
  handedOut: boolean
}

interface AttemptRow extends NamedRow {
  id: string
  set: string
  mode: Mode
  tries: number
  started_at: Date
  submitted_at: Date | null
  told_at: Date | null
  assigned: string | null
  items: ItemRow[] | null
}

const ATTEMPTS = `
  SELECT a.id, a.set_id AS set, ${SET_NAME}, a.mode, a.tries, a.started_at, a.submitted_at, ${TOLD_AT} AS told_at,
    (SELECT g.title FROM assignment g WHERE g.id = a.assignment_id) AS assigned,
    (SELECT jsonb_agg(jsonb_build_object(
        'version', i.version_id, 'arrangement', i.arrangement, 'final', i.final_at IS NOT NULL,
        'answer', coalesce(last.answer, 'null'::jsonb), 'used', t.used,
        'tries', ${WHICH_TRY}, 'at', last.saved_at, 'handedOut', ${IS_HANDED_OUT},
        'confidence', CASE WHEN t.used IS NULL THEN last.confidence ELSE t.confidence END) ORDER BY i.position)
     FROM attempt_item i ${COUNTING}
     WHERE i.attempt_id = a.id) AS items
  FROM attempt a
  JOIN quiz_set s ON s.id = a.set_id
  ${SET_ORIGIN}
  WHERE a.person_id = $1
  ORDER BY a.started_at DESC LIMIT $2`

/** The viewer's own attempts, newest first, `most` at most (null: all). One query by person, and one for question versions that this process has not met. */
export async function listPast(viewer: Viewer, most: number | null = NEWEST): Promise<PastAttempt[]> {
  if (viewer.personId === null) return []
  const { rows } = await pool().query<AttemptRow>(ATTEMPTS, [viewer.personId, most])
  const versions = await mapVersions(rows.flatMap(({ items }) => (items ?? []).map(({ version }) => version)))
  const named = rows.map((row) => ({ ...row, name: readName(row) }))
  return named.map(({ id, set, name, assigned, mode, tries, started_at, submitted_at, told_at, items }) => ({
    id,
    set,
    ...name,
    title: assigned ?? name.title,
    mode,
    tries,
    startedAt: started_at,
    submittedAt: submitted_at,
    isTold: told_at !== null,
    items: (items ?? [])
      .map((item) =>
        readItem(
          item,
          versions,
          mode === 'practice' ? submitted_at !== null || item.final : told_at !== null,
        ),
      )
      // Whoever ends a practice leaves the question of the moment behind: it counts for nothing.
      .filter(({ answer, isTried }) => !name.practice || submitted_at === null || answer !== null || isTried),
  }))
}

function readItem(
  { version: id, arrangement, final, answer, used, tries, at, confidence, handedOut }: ItemRow,
  versions: ReadonlyMap<string, Version>,
  isTold: boolean,
): PastItem {
  const version = versions.get(id)
  if (!version) throw new Error('a question of an attempt is missing from the store')
  return {
    version,
    answer,
    final,
    isTried: used !== null,
    isHandedOut: handedOut,
    at: at === null ? null : new Date(at),
    confidence,
    mark: isTold ? feedback(version.question, answer, readArrangement(arrangement), tries).mark : null,
  }
}
