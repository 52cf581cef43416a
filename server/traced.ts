import { tracingChannel } from 'node:diagnostics_channel'

/** A piece of work as a trace tells it: words of ours alone. */
export interface Traced {
  readonly deed: string
  /** 'done', or the refusal; unset while it is under way, and where it threw. */
  outcome?: string
}

/** Every piece of work is told here while somebody listens (health/traces.ts). */
export const WORK = 'bellwether:work'
const channel = tracingChannel<unknown, Traced>(WORK)

/** Does the work, and tells of it where somebody listens; else it costs nothing. */
export function traced<Result>(
  deed: string,
  work: () => Promise<Result>,
  outcomeOf: (result: Result) => string,
): Promise<Result> {
  if (!channel.start.hasSubscribers) return work()
  const told: Traced = { deed }
  return channel.tracePromise(async () => {
    const result = await work()
    told.outcome = outcomeOf(result)
    return result
  }, told)
}
