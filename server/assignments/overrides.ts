import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { asAssigner } from './assign.ts'
import { reckonGrades } from './reckon.ts'
import { moment } from './rules.ts'
import { tellDue } from './tell-due.ts'

export const overrideSchema = z.strictObject({
  assignment: id,
  person: id,
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  timeFactor: z.number().min(1).max(5),
  extraMinutes: z.int().min(0).max(1_440),
  moreAttempts: z.int().min(0).max(20),
})

/** Lays down what is otherwise for one person, whom the assignment is for; holds at once, under way too. */
export const setOverride = (
  viewer: Viewer,
  { assignment, person, ...own }: z.output<typeof overrideSchema>,
): Promise<Outcome<{ readonly set: true }>> =>
  asAssigner(viewer, assignment, async (client, actor) => {
    const { rowCount } = await client.query(
      `INSERT INTO assignment_override
         (assignment_id, person_id, opens_at, due_at, closes_at, time_factor, extra_minutes, more_attempts)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE is_assigned($1, $2)
       ON CONFLICT (assignment_id, person_id) DO UPDATE SET opens_at = excluded.opens_at, due_at = excluded.due_at,
         closes_at = excluded.closes_at, time_factor = excluded.time_factor, extra_minutes = excluded.extra_minutes,
         more_attempts = excluded.more_attempts`,
      [
        assignment,
        person,
        own.opensAt,
        own.dueAt,
        own.closesAt,
        own.timeFactor,
        own.extraMinutes,
        own.moreAttempts,
      ],
    )
    if (rowCount === 0) return { refused: 'not-found' }
    await writeAudit(client, { actor, deed: 'override-assignment', subject: person, details: { assignment } })
    await tellDue(client, assignment)
    await reckonGrades(client, assignment, person)
    return { done: { set: true } }
  })

export const extendSchema = z.strictObject({
  assignment: id,
  /** Null for everybody. */
  person: id.nullable(),
  minutes: z.int().min(1).max(240),
})

/** Gives one person, or everybody, so many minutes more from now on: the closing time moves, and with it the end of what is under way. */
export const extendTime = (
  viewer: Viewer,
  { assignment, person, minutes }: z.output<typeof extendSchema>,
): Promise<Outcome<{ readonly extended: true }>> =>
  asAssigner(viewer, assignment, async (client, actor) => {
    const { rowCount } =
      person === null
        ? await client.query(
            `UPDATE assignment SET version = version + 1, closes_at = closes_at + make_interval(mins => $2),
               limit_minutes = limit_minutes + $2 WHERE id = $1`,
            [assignment, minutes],
          )
        : await client.query(
            `INSERT INTO assignment_override AS o (assignment_id, person_id, extra_minutes)
             SELECT $1, $2, $3 WHERE is_assigned($1, $2)
             ON CONFLICT (assignment_id, person_id) DO UPDATE
               SET extra_minutes = least(1440, o.extra_minutes + excluded.extra_minutes)`,
            [assignment, person, minutes],
          )
    if (rowCount === 0) return { refused: 'not-found' }
    const details = { assignment, minutes }
    await writeAudit(client, { actor, deed: 'extend-assignment', subject: person, details })
    await reckonGrades(client, assignment, person)
    return { done: { extended: true } }
  })
