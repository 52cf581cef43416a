import { type AnswerByKind, type Confidence, feedback, type Kind } from '#core'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions, type Version } from '../questions/versions.ts'
import { type NamedRow, readName, SET_NAME, SET_ORIGIN, type SetName } from '../quizzes/named.ts'
import { type GivenAnswer, type JudgedAnswer, judgeAnswers, tellRegraded } from '../regrades/regraded.ts'
import type { RegradedView } from '../regrades/view.ts'
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
  /** What counts of it, worked out afresh from the answer, 0 to 1; null as long as it may not be told, and where it counts in no score. */
  readonly mark: number | null
  /** The same, as far as it shows what the reader knows: null too where everybody has the same whatever they answered. */
  readonly shows: number | null
  /** What was done about its question since, where something was and may be told. */
  readonly regraded: RegradedView | null
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
  position: number
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
  assignment_id: string | null
  assigned: string | null
  items: ItemRow[] | null
}

const ATTEMPTS = `
  SELECT a.id, a.set_id AS set, ${SET_NAME}, a.mode, a.tries, a.started_at, a.submitted_at, a.assignment_id, ${TOLD_AT} AS told_at,
    (SELECT g.title FROM assignment g WHERE g.id = a.assignment_id) AS assigned,
    (SELECT jsonb_agg(jsonb_build_object(
        'position', i.position, 'version', i.version_id, 'arrangement', i.arrangement, 'final', i.final_at IS NOT NULL,
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
  const judged = await judgePast(rows, versions)
  return rows.map((row) => {
    const { id, set, assigned, mode, tries, started_at, submitted_at, told_at, items } = row
    const name = readName(row)
    const isTold = mode === 'practice' ? submitted_at !== null : told_at !== null
    return {
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
          readItem(item, versions, isTold || (mode === 'practice' && item.final), judged(id, item.position)),
        )
        // Whoever ends a practice leaves the question of the moment behind: it counts for nothing.
        .filter(
          ({ answer, isTried }) => !name.practice || submitted_at === null || answer !== null || isTried,
        ),
    }
  })
}

/** What came of regrades in attempts that were handed in and told, by attempt and position. */
async function judgePast(
  rows: readonly AttemptRow[],
  versions: ReadonlyMap<string, Version>,
): Promise<(attempt: string, position: number) => JudgedAnswer | null> {
  const answers = new Map<string, GivenAnswer>()
  for (const { id, assignment_id, submitted_at, told_at, items } of rows) {
    if (submitted_at === null || told_at === null) continue
    for (const { position, version: versionId, arrangement, answer, tries } of items ?? []) {
      const version = versions.get(versionId)
      if (version)
        answers.set(`${id} ${position}`, {
          ...{ attempt: id, position, version, assignment: assignment_id },
          arrangement: readArrangement(arrangement),
          last: { answer, tries },
        })
    }
  }
  const judged = await judgeAnswers([...answers.values()])
  return (attempt, position) => {
    const answer = answers.get(`${attempt} ${position}`)
    return answer ? judged(answer) : null
  }
}

function readItem(
  { version: id, arrangement, final, answer, used, tries, at, confidence, handedOut }: ItemRow,
  versions: ReadonlyMap<string, Version>,
  isTold: boolean,
  regraded: JudgedAnswer | null,
): PastItem {
  const version = versions.get(id)
  if (!version) throw new Error('a question of an attempt is missing from the store')
  const own = isTold ? feedback(version.question, answer, readArrangement(arrangement), tries).mark : null
  return {
    version,
    answer,
    final,
    isTried: used !== null,
    isHandedOut: handedOut,
    at: at === null ? null : new Date(at),
    confidence,
    mark: regraded ? regraded.mark : own,
    shows: regraded ? regraded.shows : own,
    regraded: regraded && tellRegraded(regraded),
  }
}
