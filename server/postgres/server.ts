import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries.ts'
import { adminRole, asAccount, checkMajor, makeCluster, resetPassword } from './cluster.ts'
import { isCluster, type Place } from './place.ts'
import { shutDown, takeOver } from './postmaster.ts'
import { withClient } from './with-client.ts'

/** A running PostgreSQL server of our own. */
export type PostgresServer = {
  pid: number
  port: number
  /** The address of one of its databases, for its administrator. */
  adminUrl: (database: string) => string
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Shuts it down cleanly; calling it again waits for the same end. */
  stop: () => Promise<void>
}

export type PostgresOptions = {
  place: Place
  /** The administrator's password, the same at every start of one place. */
  password: string
  /** Where the server's own log goes; it is added to. */
  logFile: string
  /** The port to listen on; a free one when not given. */
  port?: number
}

/** Crash recovery replays the write-ahead log before the first connection, which may take minutes. */
const READY_WITHIN = 300_000

/**
 * Starts PostgreSQL on loopback as a direct child, over the cluster of the place, which is made when it is missing;
 * resolves when it answers. A server that a dead launcher left running is shut down first, so call this only while
 * holding the data folder (scripts/launcher/claim.ts). Data are flushed to disk before a commit returns (fsync), and the
 * disk is taken for one without heads. A cluster that knows another password, because the secrets were lost, is given
 * this one.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { place, password, logFile } = options
  if (isCluster(place.data)) {
    checkMajor(place)
    await takeOver(place)
  } else makeCluster(place, password)
  const port = options.port ?? (await findFreePort())
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=on']
  settings.push('full_page_writes=on', 'synchronous_commit=on', 'timezone=UTC', 'log_timezone=UTC')
  settings.push(`shared_buffers=${sharedBuffers()}MB`, 'random_page_cost=1.1')
  const words = ['-D', place.data, ...settings.flatMap((setting) => ['-c', setting])]
  const adminUrl = (database: string) =>
    `postgresql://${adminRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  for (let tries = 1; ; tries++) {
    const server = launch(place, words, logFile)
    const state = await waitUntilReady(server, adminUrl('postgres'))
    if (state === 'ready') return { port, adminUrl, ...stoppable(server, place) }
    if (!server.isOver()) await shutDown(place, server.pid)
    await server.ended
    if (state === 'silent' || tries === 5)
      throw new Error(`PostgreSQL did not start: ${complaints[state]} Its log: ${logFile}`)
    if (state === 'refused') resetPassword(place, password)
    // A server killed a moment ago may still have workers that hold its memory; they end within seconds.
    else await sleep(1000)
  }
}

/**
 * Megabytes that PostgreSQL keeps pages in: an eighth of the memory there is, where its manual has a quarter for a machine
 * of its own; at least its default, at most what a class of thirty thousand was seen to gain by.
 */
function sharedBuffers(): number {
  const memory = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, os.totalmem())
  return Math.round(Math.min(512, Math.max(128, memory / 2 ** 23)))
}

const complaints = {
  ended: 'it ended at once.',
  refused: 'it refuses the password of the data folder.',
  silent: 'it gave no answer for five minutes.',
} as const

function stoppable(server: Launched, place: Place): Pick<PostgresServer, 'pid' | 'ended' | 'stop'> {
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= server.isOver() ? server.ended : shutDown(place, server.pid).then(() => server.ended)
    return stopping
  }
  return { pid: server.pid, ended: server.ended, stop }
}

type Launched = { pid: number; ended: Promise<void>; isOver: () => boolean }

function launch(place: Place, words: string[], logFile: string): Launched {
  const log = fs.openSync(logFile, 'a', 0o600)
  // Its own process group: Ctrl-C in a terminal reaches the launcher alone, which stops the app before the database.
  const child: ChildProcess = spawn(program(place.native, 'postgres'), words, {
    ...asAccount(place, place.data),
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  fs.closeSync(log)
  let over = false
  const ended = new Promise<void>((resolve) => {
    const finish = () => {
      over = true
      resolve()
    }
    child.once('exit', finish)
    child.once('error', finish)
  })
  return { pid: child.pid ?? 0, ended, isOver: () => over }
}

/** How a server that was started is doing once it answers, or will not. */
async function waitUntilReady(server: Launched, url: string): Promise<'ready' | keyof typeof complaints> {
  for (const end = Date.now() + READY_WITHIN; Date.now() < end; await sleep(20)) {
    if (server.isOver()) return 'ended'
    try {
      await withClient({ connectionString: url, connectionTimeoutMillis: 5000 }, async () => {})
      return 'ready'
    } catch (error) {
      // Until it listens, and while it recovers, it refuses in other ways.
      if ((error as { code?: string }).code === '28P01') return 'refused'
    }
  }
  return 'silent'
}

/** A port of loopback that nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port is free on loopback')),
      )
    })
  })
}
