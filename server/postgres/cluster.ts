import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { program } from './binaries.ts'
import type { Place } from './place.ts'

/** The role that made the cluster; the app connects as another, which owns its database and nothing else. */
export const adminRole = 'postgres'

/** The environment of PostgreSQL's programs: none of ours, and a locale that every machine has. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  return { NODE_ENV: 'production', PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
}

/** How a program is started as the account of the place, in a folder that account can enter. */
export function asAccount(place: Place, cwd: string) {
  const { account } = place
  return { cwd, env: plainEnvironment(), ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

/**
 * Makes the cluster of a place that has none. It is made beside its place and renamed into it when whole, so
 * an interrupted first start leaves nothing that could be taken for a database. Collation is PostgreSQL's built-in
 * C.UTF-8, so the data do not depend on the locales of the machine.
 */
export function makeCluster(place: Place, password: string): void {
  const draft = `${place.data}.making`
  fs.rmSync(draft, { recursive: true, force: true })
  makeOwn(draft, place)
  const passwordFile = `${draft}.password`
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.account) fs.chownSync(passwordFile, place.account.uid, place.account.gid)
  try {
    const words = ['-D', draft, '-U', adminRole, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    words.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
    const made = spawnSync(program(place.native, 'initdb'), words, {
      ...asAccount(place, draft),
      encoding: 'utf8',
    })
    if (made.status !== 0)
      throw new Error(`PostgreSQL could not make its data folder: ${reason(made.error, made.stderr)}`)
    fs.rmSync(place.data, { recursive: true, force: true })
    fs.renameSync(draft, place.data)
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
}

/**
 * PostgreSQL reads the data of its own major version alone. Throws, before anything is started or changed, the sentence
 * that says what to run for data of another one.
 */
export function checkMajor({ data, native }: Place): void {
  const theirs = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  const ours = majorOf(native)
  if (theirs === ours) return
  throw new Error(
    `The database in ${data} is PostgreSQL ${theirs}'s, and this Bellwether brings PostgreSQL ${ours}. With the Bellwether that made it run "npm run -s bellwether -- backup FILE"; then move that folder away and, with this one, run "npm run -s bellwether -- restore FILE".`,
  )
}

/** The major version of the programs that came with Bellwether, such as '18'. */
function majorOf(native: string): string {
  const { stdout } = spawnSync(program(native, 'postgres'), ['--version'], {
    env: plainEnvironment(),
    encoding: 'utf8',
  })
  const [, major] = /^postgres \(PostgreSQL\) (\d+)/.exec(stdout ?? '') ?? []
  if (major === undefined)
    throw new Error('The PostgreSQL that comes with Bellwether does not say its version.')
  return major
}

/**
 * Gives the administrator of a stopped cluster this password. For a data folder whose secrets were lost: whoever may
 * read the files of the cluster may do this, and the data are worth more than the old password.
 */
export function resetPassword(place: Place, password: string): void {
  const words = ['--single', '-D', place.data, '-c', 'log_min_messages=fatal', 'postgres']
  const done = spawnSync(program(place.native, 'postgres'), words, {
    ...asAccount(place, place.data),
    input: `ALTER ROLE ${adminRole} PASSWORD '${password.replaceAll("'", "''")}'\n`,
    encoding: 'utf8',
  })
  if (done.status !== 0)
    throw new Error(`The database could not be given a new password: ${reason(done.error, done.stderr)}`)
}

function makeOwn(folder: string, { account }: Place): void {
  fs.mkdirSync(folder, { mode: 0o700 })
  if (account) fs.chownSync(folder, account.uid, account.gid)
}

function reason(error: Error | undefined, output: string | null): string {
  return error?.message ?? output?.trim().split('\n').slice(-3).join(' ') ?? 'no reason given'
}
