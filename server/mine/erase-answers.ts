import type pg from 'pg'
import { feedback } from '#core'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions } from '../questions/versions.ts'

interface TypedRow {
  attempt_id: string
  position: number
  sequence: number
  version_id: string
  arrangement: unknown
  answer: never
}

/** Answers in words of one's own: the only kind that is typed as text. Everything else is a number, or one of the things that stood there. */
const TYPED = `
  SELECT r.attempt_id, r.position, r.sequence, i.version_id, i.arrangement, r.answer
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.id
  JOIN question_version v ON v.id = i.version_id AND v.kind = 'cloze'
  JOIN response r ON r.attempt_id = i.attempt_id AND r.position = i.position
  WHERE a.person_id = $1 AND jsonb_typeof(r.answer) = 'string' AND r.answer <> '""'::jsonb`

/**
 * Empties what somebody who has been erased typed into gaps: it may name anybody. An answer that is right says what the
 * key says and nothing more; it stays, as all numbers and choices do, for how many got a question right.
 */
export async function eraseTyped(client: pg.PoolClient, personId: string): Promise<void> {
  const { rows } = await client.query<TypedRow>(TYPED, [personId])
  const versions = await mapVersions(
    rows.map(({ version_id }) => version_id),
    client,
  )
  for (const { attempt_id, position, sequence, version_id, arrangement, answer } of rows) {
    const version = versions.get(version_id)
    if (version && feedback(version.question, answer, readArrangement(arrangement), 1).mark === 1) continue
    await client.query(
      `UPDATE response SET answer = '""', body_hash = '' WHERE attempt_id = $1 AND position = $2 AND sequence = $3`,
      [attempt_id, position, sequence],
    )
  }
}
