import type { BlockView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { readBlocks } from './stored.ts'

/** The text of a revision as it is shown: its blocks but the title. */
export interface RevisionText {
  readonly number: number
  readonly blocks: readonly BlockView[]
}

const kept = createKept<RevisionText>(200)

/** The text of a revision that is known to exist. */
export async function getRevisionText(id: string): Promise<RevisionText> {
  const known = kept.get(id)
  if (known) return known
  const { rows } = await pool().query<{ number: number; text: string; blocks: unknown }>(
    'SELECT number, text, blocks FROM revision WHERE id = $1',
    [id],
  )
  const row = rows[0]
  if (!row) throw new Error('a revision is missing from the store')
  const blocks = readBlocks(row.blocks)
    .filter(({ kind }) => kind !== 'title')
    .map(({ kind, start, end }) => ({ kind, start, end, text: row.text.slice(start, end) }))
  const whole = { number: row.number, blocks }
  kept.set(id, whole)
  return whole
}
