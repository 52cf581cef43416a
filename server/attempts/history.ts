import { feedback } from '#core'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { getVersions } from '../questions/versions.ts'
import { type NamedRow, readName, SET_NAME, SET_ORIGIN } from '../quizzes/named.ts'
import type { Viewer } from '../viewer.ts'
import type { Mode, ScoreRow, ScoresView } from './view.ts'

/** The newest attempts that are shown and counted. */
const NEWEST = 500

interface AttemptRow extends NamedRow {
  id: string
  mode: Mode
  tries: number
  started_at: Date
  submitted_at: Date | null
  items: {
    version: string
    arrangement: unknown
    final: boolean
    answer: never
    tries: number
  }[]
}

const ATTEMPTS = `
  SELECT a.id, ${SET_NAME}, a.mode, a.tries, a.started_at, a.submitted_at,
    (SELECT jsonb_agg(jsonb_build_object(
        'version', i.version_id, 'arrangement', i.arrangement, 'final', i.final_at IS NOT NULL,
        'answer', coalesce(last.answer, 'null'::jsonb), 'tries', coalesce(t.used, 0) + (last.tried IS NULL)::int) ORDER BY i.position)
     FROM attempt_item i LEFT JOIN LATERAL (
       SELECT answer, tried FROM response WHERE attempt_id = i.attempt_id AND position = i.position
       ORDER BY sequence DESC LIMIT 1
     ) last ON true
     LEFT JOIN LATERAL (
       SELECT max(tried) AS used FROM response WHERE attempt_id = i.attempt_id AND position = i.position
     ) t ON true
     WHERE i.attempt_id = a.id) AS items
  FROM attempt a
  JOIN quiz_set s ON s.id = a.set_id
  ${SET_ORIGIN}
  WHERE a.person_id = $1
  ORDER BY a.started_at DESC LIMIT ${NEWEST}`

/** The viewer's own attempts, newest first, with marks worked out afresh from the answers. */
export async function listAttempts(viewer: Viewer): Promise<ScoresView> {
  if (viewer.personId === null) return tellScores([])
  const { rows } = await pool().query<AttemptRow>(ATTEMPTS, [viewer.personId])
  const ids = [...new Set(rows.flatMap(({ items }) => items.map(({ version }) => version)))]
  const versions = new Map((await getVersions(ids)).map((version) => [version.id, version]))
  const markOf = ({ version, arrangement, answer, tries }: AttemptRow['items'][number]): number => {
    const question = versions.get(version)?.question
    return question ? feedback(question, answer, readArrangement(arrangement), tries).mark : 0
  }
  return tellScores(
    rows.map(({ id, mode, tries, started_at, submitted_at, items, ...named }) => {
      const known = submitted_at ? items : items.filter(({ final }) => final)
      return {
        attempt: id,
        ...readName(named),
        mode,
        tries,
        startedAt: started_at.toISOString(),
        ...(submitted_at ? { submittedAt: submitted_at.toISOString() } : {}),
        // What was given up counts as done with, as on the start page; handing in makes all final.
        answered: items.filter(({ answer, final }) => answer !== null || (final && !submitted_at)).length,
        count: items.length,
        ...(submitted_at || mode === 'practice'
          ? { score: known.reduce((sum, item) => sum + markOf(item), 0) }
          : {}),
      }
    }),
  )
}

function tellScores(rows: readonly ScoreRow[]): ScoresView {
  const over = rows.filter(({ submittedAt }) => submittedAt !== undefined)
  return {
    rows,
    totals: {
      quizzes: over.length,
      questions: over.reduce((sum, { count }) => sum + count, 0),
      score: over.reduce((sum, { score }) => sum + (score ?? 0), 0),
    },
  }
}
