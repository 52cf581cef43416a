import { hash } from 'node:crypto'
import { feedback, readAnswer, triesOf } from '#core'
import { pool, prepared } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { getPinned, type Pinned } from './record.ts'
import { tellSave } from './saves.ts'
import { itemAt, tellFeedback, tellTried } from './tell.ts'
import type { SaveBody, SaveReply } from './view.ts'

interface SaveRow {
  outcome:
    | 'saved'
    | 'late'
    | Extract<
        Refusal,
        'not-found' | 'key-reused' | 'handed-in' | 'already-final' | 'other-tab' | 'signed-out'
      >
  saved_at: Date
  sequence: number
  final: boolean
  answered: number | null
  answered_right: number | null
  /** Which try it was; null where it was only saved. */
  tried: number | null
}

/**
 * Saves an answer; when this returns `done` it is on disk. One statement decides and stores (save_response in the
 * migrations): the same key and body give the same reply, the highest sequence number counts, and in practice `check`
 * tries the answer: while tries are left, one that is not right brings a hint; any other is final and brings feedback.
 * What comes when the time of an assignment is over is kept as late, beside what counts.
 */
export async function saveResponse(viewer: Viewer, id: string, body: SaveBody): Promise<Outcome<SaveReply>> {
  const { position, sequence, key, confidence, check } = body
  const pinned = await getPinned(viewer, id, position)
  if (!pinned) return { refused: 'not-found' }
  if (position > pinned.items.length) return { refused: 'invalid' }
  const { version, arrangement } = itemAt(pinned, position)
  const answer = readAnswer(version.question, body.answer, arrangement)
  if (answer === undefined) return { refused: 'invalid' }
  const isTry = check && pinned.mode === 'practice'
  const isRight = isTry && answer !== null ? feedback(version.question, answer, arrangement).mark === 1 : null
  const { rows } = await pool().query<SaveRow>(
    prepared(
      'save_response',
      'SELECT * FROM save_response($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
      [
        ...[id, viewer.personId, position, sequence, key, hashBody(body)],
        ...[JSON.stringify(answer), confidence ?? null, isTry, isRight],
        triesOf(version.question, pinned.tries),
        viewer.sessionId ?? null,
        body.seconds ?? null,
      ],
    ),
  )
  const row = rows[0]
  if (!row) throw new Error('save_response gave no row')
  tellSave(row.outcome, row.final)
  if (row.outcome === 'saved') return { done: tellSaved(pinned, position, answer, row) }
  if (row.outcome === 'late') return { done: tellLate(row) }
  return { refused: row.outcome }
}

/** Everything of a body that the same key must repeat. */
const hashBody = ({ position, sequence, answer, confidence, check, seconds }: SaveBody): string =>
  hash(
    'sha256',
    JSON.stringify([
      position,
      sequence,
      answer,
      confidence ?? null,
      check,
      ...(seconds === undefined ? [] : [seconds]),
    ]),
    'base64url',
  )

const tellLate = ({ saved_at, sequence }: SaveRow): SaveReply => ({
  savedAt: saved_at.toISOString(),
  sequence,
  final: false,
  late: 'The time for this quiz was over when your answer came. It is kept for your teacher to see, and does not count.',
})

function tellSaved(
  pinned: Pinned,
  position: number,
  answer: ReturnType<typeof readAnswer>,
  row: SaveRow,
): SaveReply {
  const tally = { answered: row.answered ?? 0, right: row.answered_right ?? 0 }
  return {
    savedAt: row.saved_at.toISOString(),
    sequence: row.sequence,
    final: row.final,
    ...(row.final
      ? { feedback: tellFeedback(pinned, position, answer ?? null, row.tried ?? 1, tally) }
      : row.tried === null
        ? {}
        : { tried: tellTried(pinned, position, { used: row.tried, sequence: row.sequence }) }),
  }
}
