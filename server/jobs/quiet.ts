import { Logger } from 'graphile-worker'

/** graphile-worker's log, left out: its lines name what a job was told. What fails is noted in our own words (run.ts). */
export const quiet = new Logger(() => () => {})
