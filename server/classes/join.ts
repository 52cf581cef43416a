import { z } from 'zod'
import { addressOf } from '../accounts/asker.ts'
import { mayAsk } from '../accounts/throttle.ts'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { readJoinCode } from './handed-out.ts'
import { place } from './place.ts'
import type { classSchema } from './taught.ts'

export const joinSchema = z.strictObject({ code: z.string().max(40).transform(readJoinCode) })

/** Makes the viewer a learner of the class with that code. Who is in it already stays what they are. */
export async function joinClass(
  { personId }: Viewer,
  { code }: z.output<typeof joinSchema>,
  asked: Headers,
): Promise<Outcome<{ readonly name: string }>> {
  if (personId === null) return { refused: 'not-found' }
  if (!(await mayAsk(addressOf(asked)))) return { refused: 'throttled' }
  return transaction<Outcome<{ readonly name: string }>>(async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      'SELECT id, name FROM class WHERE join_code = $1 FOR SHARE',
      [code],
    )
    const found = rows[0]
    if (!found) return { refused: 'no-such-class' }
    await place(client, found.id, [personId], 'learner')
    return { done: { name: found.name } }
  })
}

/** Takes the viewer, a learner, out of a class. What they did there stays with it. */
export async function leaveClass(
  { personId }: Viewer,
  { class: classId }: z.output<typeof classSchema>,
): Promise<Outcome<{ readonly left: true }>> {
  return transaction<Outcome<{ readonly left: true }>>(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE enrolment SET left_at = clock_timestamp()
       WHERE class_id = $1 AND person_id = $2 AND role = 'learner' AND left_at IS NULL`,
      [classId, personId],
    )
    return rowCount === 0 ? { refused: 'not-found' } : { done: { left: true } }
  })
}
