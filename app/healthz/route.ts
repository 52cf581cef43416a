import { programRoute } from '#server/program-route'

/** Whether the process lives. */
export const GET = programRoute({ deed: 'ask-whether-it-runs' }, async () => ({ text: 'ok\n' }))
