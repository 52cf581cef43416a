import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { KNOWS_KEY } from './scope.ts'
import type { Decided, OwnFlagView } from './view.ts'

interface Row {
  id: string
  stem: string
  reason: string
  created_at: Date
  decided: Decided | null
  word: string | null
  decided_at: Date | null
  knows_key: boolean
}

/** The newest that are shown. */
const MOST = 50

/** What the viewer has said is wrong with questions, the newest first, with the last of what they may know became of it. No key stands in it. */
export async function listOwnFlags({ personId }: Viewer): Promise<OwnFlagView[]> {
  if (personId === null) return []
  const { rows } = await pool().query<Row>(
    `SELECT f.id, v.stem, f.reason, f.created_at, told.decided, told.word, told.decided_at,
       ${KNOWS_KEY('$1', 'f.version_id')} AS knows_key
     FROM flag f JOIN question_version v ON v.id = f.version_id
     LEFT JOIN LATERAL (
       SELECT CASE d.deed WHEN 'regraded' THEN (SELECT r.remedy FROM regrade r WHERE r.id = d.regrades[1]) ELSE d.deed END AS decided,
         d.word, d.decided_at
       FROM flag_outcome o JOIN flag_decision d ON d.id = o.decision_id
       WHERE o.flag_id = f.id AND o.told_at IS NOT NULL ORDER BY d.decided_at DESC LIMIT 1
     ) told ON true
     WHERE f.person_id = $1 AND f.reason <> '' ORDER BY f.created_at DESC, f.id LIMIT ${MOST}`,
    [personId],
  )
  return rows.map(({ id, stem, reason, created_at, decided, word, decided_at, knows_key }) => ({
    ...{ id, stem, reason, at: created_at.toISOString() },
    outcome: decided &&
      decided_at && { decided, word: knows_key ? (word ?? '') : null, at: decided_at.toISOString() },
  }))
}
