// Does what needs no reader to wait for it: mail, reminders, erasing, fitting. `npm start` runs it beside the app; it
// goes on by itself when the database comes back.
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeStore, pool } from '#server/db'
import { startSeeing } from '#server/health/start'
import { addJob } from '#server/jobs/add'
import { runJobs } from '#server/jobs/run'
import { logFailure } from '#server/log'

/** After how many milliseconds a database that is away is asked again. */
const PAUSE = 5_000

// Readers go first: the app shares the machine.
os.setPriority(os.constants.priority.PRIORITY_LOW)

await startSeeing()

let stop: () => void = () => process.exit(0)
process.once('SIGTERM', () => stop())

for (;;) {
  try {
    // At every start: a database that was restored may hold people who have been erased.
    await addJob(pool(), 'erase-due', {}, 'erase-due')
    await closeStore()
    const runner = await runJobs()
    stop = () => void runner.stop().finally(() => process.exit(0))
    await runner.promise
  } catch (error) {
    logFailure('jobs', error)
  }
  stop = () => process.exit(0)
  await sleep(PAUSE)
}
