import os from 'node:os'
import type pg from 'pg'
import type { Kept, Sort } from './automatic.ts'

type Store = Pick<pg.ClientBase, 'query'>

/** What is older is forgotten. */
const REMEMBERED = '1 year'

/** Writes down that a backup was taken unasked, for admins to see. */
export const noteBackup = (store: Store, sort: Sort, { file, bytes, sums }: Kept): Promise<void> =>
  note(store, [sort, file, bytes, sums.reduce((all, { rows }) => all + rows, 0), null])

/** Writes down that one failed: the error's code, never its message. */
export const noteFailedBackup = (store: Store, sort: Sort, error: unknown): Promise<void> =>
  note(store, [sort, null, null, null, codeOf(error)])

async function note(store: Store, values: readonly unknown[]): Promise<void> {
  await store.query(
    `INSERT INTO backup (id, node, sort, file, bytes, rows, failure) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [os.hostname(), ...values],
  )
  await store.query(`DELETE FROM backup WHERE at < clock_timestamp() - interval '${REMEMBERED}'`)
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
