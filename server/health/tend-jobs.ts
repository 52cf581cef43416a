import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'

/** A job by the number that graphile-worker has given it. */
export const jobSchema = z.strictObject({ job: z.string().regex(/^\d{1,15}$/) })
type JobSent = z.output<typeof jobSchema>

/** What is done with a job by its number ($1); no row where it is under way. */
const WAYS = {
  'retry-job':
    'SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now(), attempts => 0)',
  'give-up-job': 'SELECT id FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])',
} as const

/** Has a job that went wrong tried again at once, with all its tries before it. One that is under way is left alone. */
export const retryJob = (viewer: Viewer, { job }: JobSent) => tend(viewer, 'retry-job', job)

/** Takes away a job that went wrong, undone. One that is under way is left alone. */
export const giveUpJob = (viewer: Viewer, { job }: JobSent) => tend(viewer, 'give-up-job', job)

const tend = (
  { personId }: Viewer,
  deed: keyof typeof WAYS,
  job: string,
): Promise<Outcome<{ readonly tended: true }>> =>
  transaction(async (client) => {
    const { rows } = await client.query<{ task: string }>(
      'SELECT task_identifier AS task FROM graphile_worker.jobs WHERE id = $1::bigint AND last_error IS NOT NULL',
      [job],
    )
    const [found] = rows
    if (!found || (await client.query(WAYS[deed], [job])).rowCount !== 1) return { refused: 'not-found' }
    await writeAudit(client, { actor: personId, deed, subject: null, details: { job: found.task } })
    return { done: { tended: true } }
  })
