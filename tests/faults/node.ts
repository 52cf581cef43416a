import { findFreePort } from '#server/postgres/server'
import { nextProgram } from '../../scripts/launcher/build.ts'
import { type Child, startChild } from '../../scripts/launcher/child.ts'
import { waitForPage } from '../../scripts/launcher/watch.ts'
import { hear } from './log.ts'

/** One process that serves the built app, as the launcher starts it. */
export interface Node {
  readonly url: string
  readonly port: number
  /** Kills it outright. */
  kill(): Promise<void>
  /** Has it end in good order. */
  stop(): Promise<void>
  /** Starts another one in its place, at the same port, and waits for its first page. */
  startAgain(): Promise<void>
}

export interface NodeOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** A module to be loaded before all others. */
  readonly preload?: string
}

/** Starts a process over the database of DATABASE_URL and waits for its first page. Whoever starts it stops it. */
export async function startNode({ environment = {}, preload }: NodeOptions = {}): Promise<Node> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const words = [nextProgram, 'start', '-H', '127.0.0.1', '-p', String(port)]
  const launch = async (): Promise<Child> => {
    const started = startChild(
      preload === undefined ? words : ['--import', preload, ...words],
      { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
      undefined,
      hear,
    )
    await waitForPage(url, started)
    return started
  }
  let child = await launch()
  return {
    url,
    port,
    async kill() {
      process.kill(child.pid, 'SIGKILL')
      await child.ended
    },
    stop: () => child.stop(),
    async startAgain() {
      child = await launch()
    },
  }
}

/** Starts what does the jobs over the same database, as the launcher does beside the app. Whoever starts it stops it. */
export function startJobs(environment: NodeOptions['environment'] = {}): Pick<Node, 'stop'> {
  const child = startChild(
    ['--import', 'tsx', 'scripts/jobs.ts'],
    { ...process.env, NODE_ENV: 'production', ...environment },
    undefined,
    hear,
  )
  return { stop: () => child.stop() }
}
