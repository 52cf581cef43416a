import { env } from '../env.ts'
import { keepFailures } from './failures.ts'
import { watchForStop } from './stopping.ts'

/** What lets somebody see how a process does, from its start on; what is not configured is not even loaded. */
export async function startSeeing(): Promise<void> {
  watchForStop()
  keepFailures()
  if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) (await import('./traces.ts')).startTraces()
  if (env().METRICS_TOKEN !== undefined) (await import('./metrics.ts')).startMeters()
}
