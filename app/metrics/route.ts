import { env } from '#server/env'
import { tellMetrics } from '#server/health/metrics'
import { programRoute } from '#server/program-route'

/** What is counted, for Prometheus; nothing is there without METRICS_TOKEN. */
export const GET = programRoute({ deed: 'read-metrics', token: () => env().METRICS_TOKEN }, async () => {
  const { text, type } = await tellMetrics()
  return { text, headers: { 'content-type': type } }
})
