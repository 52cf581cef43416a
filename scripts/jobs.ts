// Does what needs no reader to wait for it: mail, reminders, erasing, fitting. `npm start` runs it beside the app; it
// goes on by itself when the database comes back.
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { runJobs } from '#server/jobs/run'
import { logFailure } from '#server/log'

/** After how many milliseconds a database that is away is asked again. */
const PAUSE = 5_000

// Readers go first: the app shares the machine.
os.setPriority(os.constants.priority.PRIORITY_LOW)

let stop: () => void = () => process.exit(0)
process.once('SIGTERM', () => stop())

for (;;) {
  try {
    const runner = await runJobs()
    stop = () => void runner.stop().finally(() => process.exit(0))
    await runner.promise
  } catch (error) {
    logFailure('jobs', error)
  }
  stop = () => process.exit(0)
  await sleep(PAUSE)
}
