import fs from 'node:fs'
import path from 'node:path'
import { createFirstAdminCode, createNextAdminCode } from '../../server/accounts/first-admin.ts'
import { migrateJobs } from '../../server/jobs/schema.ts'
import { migrate } from '../../server/migrate.ts'
import { withClient } from '../../server/postgres/with-client.ts'
import { choosePort, localAddress, networkAddresses } from './addresses.ts'
import { buildApp, nextProgram, standaloneServer } from './build.ts'
import { type Child, startChild } from './child.ts'
import { type Claim, ClaimedError, claimFolder } from './claim.ts'
import { Closing } from './closing.ts'
import { type Database, openDatabase } from './database.ts'
import { type Options, OptionsError, readOptions, usage } from './options.ts'
import { generateClient, root } from './prisma.ts'
import { keepSecrets, type Secrets } from './secrets.ts'
import { keepRunning, waitForPage } from './watch.ts'

const say = (line: string) => console.log(line)

/** What Next says of itself when it starts; the launcher says where Bellwether is. */
const BANNER = /^\s*(?:▲ Next\.js|- (?:Local|Network):|✓ (?:Starting|Ready|Running next\.config)|$)/

/** What the job that reads articles again says when it had nothing to do; at a start that is no news. */
const NOTHING_TO_READ = /^Every article has been read/

/** Runs `npm start` (and `npm run dev`, `npm run reread`) to its end, and ends the process with 0, or with 1 and a sentence. */
export async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help')) return say(usage)
  const closing = new Closing()
  const starting = Promise.resolve().then(() => start(readOptions(words, process.env, root), closing))
  const stop = async () => {
    await closing.run()
    await starting.catch(() => {})
    await closing.run()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenNpmIsGone(stop)
  try {
    await starting
  } catch (error) {
    // Stopped in the middle of its start: whatever broke off because of that is no news.
    if (closing.begun) return
    console.error(explain(error))
    await closing.run()
    process.exit(error instanceof OptionsError ? 2 : 1)
  }
}

async function start(options: Options, closing: Closing): Promise<void> {
  const claim = claimFolder(options.dataFolder)
  closing.push(async () => claim.release())
  const secrets = keepSecrets(options.dataFolder)
  await generateClient()
  const database = await openDatabase(options, secrets, say)
  watchDatabase(database, options, secrets, claim, closing)
  closing.signal.throwIfAborted()
  await migrateDatabase(database)
  const environment = appEnvironment(options, database, secrets)
  if (options.mode === 'reread') {
    await rereadArticles(environment, closing)
    return closing.run()
  }
  // Made before there are pages: from then on the database may be killed and start again.
  const offer = await createAdminOffer(database, options)
  const building = options.mode === 'start' ? buildApp(say, closing.signal) : Promise.resolve()
  const serving = building.then(() => serve(options, environment, claim, closing))
  const [url] = await Promise.all([serving, loadArticles(environment, closing)])
  claim.update({ url })
  announce(options, url)
  if (offer) say(offer(options.publicUrl ?? url))
  doJobs(environment, claim, closing)
  // Ten thousand articles take longer than anybody waits for a page; until they are done the older questions serve.
  void rereadArticles(environment, closing, NOTHING_TO_READ).catch((error: Error) =>
    console.error(error.message),
  )
}

async function migrateDatabase(database: Database): Promise<void> {
  const { applied, unknown } = await migrate(database.directUrl, path.join(root, 'prisma/migrations'))
  await migrateJobs(database.directUrl)
  if (applied.length > 0) say(`Brought the database up to date (${applied.length} migrations).`)
  if (unknown.length > 0) say(`The database has been used by a newer Bellwether (${unknown.join(', ')}).`)
}

async function loadArticles(environment: NodeJS.ProcessEnv, closing: Closing): Promise<void> {
  const loader = startChild(['--import', 'tsx', 'scripts/content.ts'], environment)
  closing.push(() => loader.stop())
  if ((await loader.ended) !== 0) throw new Error('Without its articles Bellwether does not start.')
}

async function rereadArticles(
  environment: NodeJS.ProcessEnv,
  closing: Closing,
  unsaid?: RegExp,
): Promise<void> {
  const job = startChild(['--import', 'tsx', 'scripts/reread.ts'], environment, unsaid)
  closing.push(() => job.stop())
  if ((await job.ended) !== 0 && !closing.begun)
    throw new Error('Not every article was read again; the next start goes on with it.')
}

/** Has the jobs done beside the app. */
function doJobs(environment: NodeJS.ProcessEnv, claim: Claim, closing: Closing): void {
  const launch = (): Child => {
    const child = startChild(['--import', 'tsx', 'scripts/jobs.ts'], environment)
    claim.update({ children: { jobs: child.pid } })
    return child
  }
  let jobs = launch()
  closing.push(() => jobs.stop())
  keepRunning(
    'What does the jobs',
    () => jobs.ended,
    async () => {
      jobs = launch()
    },
    closing,
  )
}

/**
 * While nobody administers this installation, or where another admin is wanted, the words with the end of the link that
 * lets somebody do so, once; else null.
 */
async function createAdminOffer(
  database: Database,
  { newAdmin }: Options,
): Promise<((address: string) => string) | null> {
  return withClient({ connectionString: database.directUrl }, async (client) => {
    const first = await createFirstAdminCode(client)
    const code = first ?? (newAdmin ? await createNextAdminCode(client) : null)
    const words = first ? 'its admin' : 'another admin'
    return code === null ? null : (address) => `  To become ${words}, open ${address}/sign-up#${code}\n`
  })
}

function appEnvironment(options: Options, database: Database, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: options.mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    BELLWETHER_SECRET: options.secret ?? secrets.cookies,
    BELLWETHER_DATA: options.dataFolder,
  }
}

/** Starts the app and keeps it running. The result is its address on this machine, from where it has served a page. */
async function serve(
  options: Options,
  environment: NodeJS.ProcessEnv,
  claim: Claim,
  closing: Closing,
): Promise<string> {
  closing.signal.throwIfAborted()
  const port = await choosePort(options.host, options.port)
  if (port !== options.port) say(`Port ${options.port} is taken; using ${port}.`)
  const url = localAddress(options.host, port)
  const words = serverWords(options, port)
  const launch = (): Child => {
    const unsaid = options.mode === 'start' ? BANNER : undefined
    const app = startChild(words, { ...environment, PORT: String(port), HOSTNAME: options.host }, unsaid)
    claim.update({ children: { app: app.pid } })
    return app
  }
  let app = launch()
  closing.push(() => app.stop())
  await waitForPage(url, app)
  keepRunning(
    'The app',
    () => app.ended,
    async () => {
      app = launch()
    },
    closing,
  )
  return url
}

/** How Node is to serve the app: by the server of a standalone build where there is one. */
const serverWords = ({ mode, host }: Options, port: number): string[] =>
  mode === 'start' && fs.existsSync(standaloneServer)
    ? [standaloneServer]
    : [nextProgram, mode, '-H', host, '-p', String(port)]

/** Starts the embedded database again when it ends unasked; the app finds it at the same address. */
function watchDatabase(
  database: Database,
  options: Options,
  secrets: Secrets,
  claim: Claim,
  closing: Closing,
): void {
  if (!database.server) return
  let server = database.server
  claim.update({ children: { postgres: server.pid } })
  closing.push(() => server.stop())
  keepRunning(
    'The database',
    () => server.ended,
    async () => {
      server = (await openDatabase(options, secrets, say, server.port)).server ?? server
      claim.update({ children: { postgres: server.pid } })
    },
    closing,
  )
}

function announce(options: Options, url: string): void {
  say(`\n  Bellwether is at ${url}   (Ctrl-C stops it)`)
  if (options.publicUrl) say(`  and, for everybody else, at ${options.publicUrl}`)
  if (options.host === '0.0.0.0' || options.host === '::') {
    for (const address of networkAddresses(Number(new URL(url).port))) say(`  On this network: ${address}`)
    say('  Without https, quizzes cannot be taken offline on other machines (docs/operating.md).')
  }
  say('')
}

function explain(error: unknown): string {
  if (!(error instanceof ClaimedError)) return error instanceof Error ? error.message : String(error)
  const { pid, url } = error.holder
  return url
    ? `Bellwether already runs on this data folder, at ${url} (process ${pid}).`
    : `Bellwether is already starting on this data folder (process ${pid}).`
}

/**
 * npm runs a script through a shell, which dies of a SIGTERM without passing it on. Started by npm, the launcher takes
 * the loss of that shell for the signal it did not get.
 */
function whenNpmIsGone(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 100)
  watch.unref()
}
