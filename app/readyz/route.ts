import { isReady } from '#server/health/ready'
import { programRoute } from '#server/program-route'

/** Whether people may be sent here. */
export const GET = programRoute({ deed: 'ask-whether-it-runs' }, async () =>
  (await isReady())
    ? { text: 'ok\n' }
    : { text: 'not ready\n', status: 503, headers: { 'retry-after': '2' } },
)
