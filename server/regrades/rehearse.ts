import type pg from 'pg'
import { z } from 'zod'
import { asAssigner } from '../assignments/assign.ts'
import { pool, undone } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { countRegrades, settle, type ToDo } from './regrade.ts'
import type { Changed } from './remark.ts'
import type { ChangeLine, RehearsalView } from './view.ts'

/** People on a page. */
const PAGE = 50

/** How a preview is to be shown. */
export const orderSchema = z.object({
  sort: z.enum(['change', 'name']).catch('change'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type Order = z.output<typeof orderSchema>

interface Tried {
  readonly seen: number
  readonly changed: readonly Changed[]
}

/** What a regrade or its undoing would change. It is done like the deed itself, in a transaction that is then undone. */
export async function rehearse(
  viewer: Viewer,
  assignment: string,
  toDo: ToDo,
  order: Order,
): Promise<Outcome<RehearsalView>> {
  const outcome = await undone<[pg.PoolClient, string], Outcome<Tried>>(
    (work) => asAssigner(viewer, assignment, work),
    async (client, actor) => {
      const seen = await countRegrades(client, assignment)
      const settled = await settle(client, assignment, actor, toDo)
      return 'refused' in settled ? settled : { done: { seen, changed: settled.done.changed } }
    },
  )
  if ('refused' in outcome) return outcome
  const { seen, changed } = outcome.done
  const lines = await listLines(changed, order.sort)
  const pages = Math.max(1, Math.ceil(lines.length / PAGE))
  const page = Math.min(order.page, pages)
  return {
    done: {
      ...{ seen, changed: lines.length, sort: order.sort, page, pages },
      lines: lines.slice((page - 1) * PAGE, page * PAGE),
    },
  }
}

const sizeOf = ({ before, after }: ChangeLine): number => Math.abs((after ?? 0) - (before ?? 0))

/** By name, or what changes most first. */
async function listLines(changed: readonly Changed[], sort: Order['sort']): Promise<ChangeLine[]> {
  const { rows } = await pool().query<{ id: string; name: string | null }>(
    `SELECT changed.id, account.name FROM unnest($1::uuid[]) AS changed (id) LEFT JOIN account ON account.person_id = changed.id
     ORDER BY account.name IS NULL, lower(account.name), changed.id`,
    [changed.map(({ person }) => person)],
  )
  const byPerson = new Map(changed.map((each) => [each.person, each]))
  const lines = rows.flatMap(({ id, name }): ChangeLine[] => {
    const found = byPerson.get(id)
    if (!found) return []
    const { before, after, isOwn } = found
    return [{ person: id, name, before, after, isOwn }]
  })
  return sort === 'name' ? lines : lines.sort((a, b) => sizeOf(b) - sizeOf(a))
}
