import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import { env } from '../env.ts'
import { isStorable } from '../fields.ts'
import { logFailure } from '../log.ts'
import { plainLine } from '../plain-text.ts'
import { traced } from '../traced.ts'
import { JOB_INPUTS, type JobName, WAITS_FOR } from './inputs.ts'
import { quiet } from './quiet.ts'
import { WORKS } from './works.ts'

/** Jobs at a time on a node: while one waits for a mail server and one for a publisher, another goes on. */
const AT_ONCE = 3
/** Connections for taking them; each is had for a moment. */
const CONNECTIONS = 4

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
  try {
    await traced(
      `job ${name}`,
      () => work(JOB_INPUTS[name].parse(ours)),
      () => 'done',
    )
  } catch (error) {
    throw storable(error)
  }
}

/** A failure whose words can be stored: one that holds what another server has said may hold anything, and a job that cannot be noted as failed would stay locked. */
function storable(error: unknown): unknown {
  if (!(error instanceof Error) || isStorable(error.message)) return error
  const { name, stack, code } = error as Error & { code?: unknown }
  return Object.assign(new Error(plainLine(error.message)), { name, stack, code })
}

/** Notes every failure of a job by its name; a job whose tries are used up stays in the store, with what went wrong. */
function events(): WorkerEvents {
  const emitter: WorkerEvents = new EventEmitter()
  emitter.on('job:error', ({ job, error }) => logFailure(`job ${job.task_identifier}`, error))
  return emitter
}

/** Tells the next worker that asks for a job which it must not have: those that wait for somebody whom one of this node waits for already. Workers ask one after the other, so that each knows what the one before has got. */
function takingTurns(emitter: WorkerEvents): () => Promise<string[]> {
  const waitedFor = new Map<string, string>()
  let last = Promise.resolve()
  let answered = () => {}
  emitter.on('job:start', ({ job }) => {
    const other = WAITS_FOR[job.task_identifier as JobName]
    if (other !== undefined) waitedFor.set(job.id, other)
    answered()
  })
  emitter.on('job:complete', ({ job }) => void waitedFor.delete(job.id))
  emitter.on('worker:getJob:empty', () => answered())
  emitter.on('worker:getJob:error', () => answered())
  return async () => {
    const before = last
    let end = () => {}
    last = new Promise((resolve) => {
      end = resolve
    })
    await before
    answered = end
    return [...waitedFor.values()]
  }
}

const settings = () => {
  const emitter = events()
  return {
    connectionString: env().DATABASE_DIRECT_URL,
    concurrency: AT_ONCE,
    maxPoolSize: CONNECTIONS,
    noHandleSignals: true,
    taskList: tasks(),
    forbiddenFlags: takingTurns(emitter),
    logger: quiet,
    events: emitter,
    // Written in batches, even of one, the end of a job is waited for when the worker stops; else a job may be done twice.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }
}

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
