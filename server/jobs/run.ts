import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import { env } from '../env.ts'
import { logFailure } from '../log.ts'
import { traced } from '../traced.ts'
import { JOB_INPUTS, type JobName } from './inputs.ts'
import { quiet } from './quiet.ts'
import { WORKS } from './works.ts'

/** Jobs at a time on a node: one may wait for a mail server while another goes on. */
const AT_ONCE = 2

const names = Object.keys(WORKS) as JobName[]

/** What this node does. */
const doneHere = (): JobName[] => names.filter((name) => workOf(name).isDoneHere?.() ?? true)

/** What is asked of a job whatever it is told. */
const workOf = (name: JobName): Pick<(typeof WORKS)[JobName], 'at' | 'madeGoodFor' | 'isDoneHere'> =>
  WORKS[name]

const tasks = (): TaskList =>
  Object.fromEntries(doneHere().map((name) => [name, (input: unknown) => doJob(name, input)]))

const doJob = async <Name extends JobName>(name: Name, input: unknown): Promise<void> => {
  // What graphile-worker adds to the input of a job that comes by the clock is not ours.
  const { _cron, ...ours } = input as Record<string, unknown>
  const { work } = WORKS[name] as { work: (input: unknown) => Promise<unknown> }
  await traced(
    `job ${name}`,
    () => work(JOB_INPUTS[name].parse(ours)),
    () => 'done',
  )
}

/** Notes every failure of a job by its name; a job whose tries are used up stays in the store, with what went wrong. */
function events(): WorkerEvents {
  const emitter: WorkerEvents = new EventEmitter()
  emitter.on('job:error', ({ job, error }) => logFailure(`job ${job.task_identifier}`, error))
  return emitter
}

const settings = () => ({
  connectionString: env().DATABASE_DIRECT_URL,
  concurrency: AT_ONCE,
  maxPoolSize: AT_ONCE + 2,
  noHandleSignals: true,
  taskList: tasks(),
  logger: quiet,
  events: events(),
  // Written in batches, even of one, the end of a job is waited for when the worker stops; else a job may be done twice.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
})

/** Does the jobs there are and those to come, until it is stopped or the database is gone. */
export const runJobs = (): Promise<Runner> => {
  const byTheClock = doneHere().flatMap((task) => {
    const { at, madeGoodFor = 0 } = workOf(task)
    const options = { maxAttempts: 3, backfillPeriod: madeGoodFor }
    return at === undefined ? [] : [{ task, match: at, options }]
  })
  return run({ ...settings(), parsedCronItems: parseCronItems(byTheClock) })
}

/** Does the jobs there are now, and those they ask for. For tests. */
export const runJobsOnce = (): Promise<void> => runOnce(settings())
