import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnv } from '#server/env'
import { canReach, chooseAccount } from '#server/postgres/account'
import { ensureDatabase } from '#server/postgres/database'
import { preparePlace } from '#server/postgres/place'
import { startPostgres } from '#server/postgres/server'
import { ClaimedError, claimFile, claimFolder, getHolder } from '../../scripts/launcher/claim.ts'
import { OptionsError, readOptions } from '../../scripts/launcher/options.ts'
import { keepSecrets } from '../../scripts/launcher/secrets.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-platform-'))
  fs.chmodSync(folder, 0o711)
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const asRoot = process.getuid?.() === 0

describe('the environment', () => {
  const least = { DATABASE_URL: 'postgresql://a:b@localhost/c', BELLWETHER_SECRET: 's'.repeat(32) }

  it('is complete with a database and a secret', () => {
    expect(parseEnv(least)).toEqual({
      ...least,
      NODE_ENV: 'production',
      DATABASE_DIRECT_URL: least.DATABASE_URL,
      DATABASE_CONNECTIONS: 10,
      BELLWETHER_DATA: '.data',
      LOG_LEVEL: 'info',
      TRUST_PROXY: false,
    })
  })

  it('keeps of the public address what an Origin header can say', () => {
    expect(parseEnv({ ...least, BELLWETHER_URL: 'https://quiz.example/path/' }).BELLWETHER_URL).toBe(
      'https://quiz.example',
    )
  })

  it.each([
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a:very-secret@b/c' }],
    ['BELLWETHER_SECRET', { BELLWETHER_SECRET: 'very-secret' }],
    ['BELLWETHER_URL', { BELLWETHER_URL: 'javascript:very-secret' }],
    ['DATABASE_CONNECTIONS', { DATABASE_CONNECTIONS: 'very-secret' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'very-secret' }],
  ])('is refused by the name of %s, without the value, when it is %j', (name, change) => {
    const attempt = () => parseEnv({ ...least, ...change })
    expect(attempt).toThrow(name)
    expect(attempt).not.toThrow('very-secret')
  })
})

describe('the options of npm start', () => {
  it('listen on this machine alone unless told otherwise', () => {
    expect(readOptions([], {} as NodeJS.ProcessEnv, folder)).toMatchObject({
      mode: 'start',
      host: '127.0.0.1',
      port: 3000,
      dataFolder: path.join(folder, '.data'),
      databaseUrl: null,
    })
  })

  it('open it to the network with --lan', () => {
    expect(readOptions(['--lan'], { HOST: '127.0.0.1' } as unknown as NodeJS.ProcessEnv, folder).host).toBe(
      '0.0.0.0',
    )
  })

  it('ask for another admin with --new-admin alone', () => {
    expect(readOptions([], {} as NodeJS.ProcessEnv, folder).newAdmin).toBe(false)
    expect(readOptions(['--new-admin'], {} as NodeJS.ProcessEnv, folder).newAdmin).toBe(true)
  })

  it.each([
    [['--open'], {}],
    [[], { PORT: '0' }],
    [[], { DATABASE_URL: 'sqlite:x' }],
    [[], { BELLWETHER_SECRET: 'short' }],
  ])('are refused in a sentence: %j %j', (words, environment) => {
    expect(() => readOptions(words, environment as unknown as NodeJS.ProcessEnv, folder)).toThrow(
      OptionsError,
    )
  })
})

describe('the account PostgreSQL runs as', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n'

  it('is our own, unless we are root', () => {
    expect(chooseAccount(1000, () => passwd)).toBeNull()
    expect(chooseAccount(undefined, () => passwd)).toBeNull()
  })

  it('is nobody for root, or else another without privileges', () => {
    expect(chooseAccount(0, () => passwd)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 })
    expect(chooseAccount(0, () => 'root:x:0:0::/:\npostgres:x:70:70::/:\n')?.uid).toBe(70)
  })

  it('is asked for in a sentence when the machine has none', () => {
    expect(() => chooseAccount(0, () => 'root:x:0:0::/root:/bin/sh\n')).toThrow(
      /^PostgreSQL does not run as root/,
    )
  })

  it('reaches a folder only through folders that let it pass', () => {
    const inner = path.join(folder, 'closed', 'inner')
    fs.mkdirSync(inner, { recursive: true })
    const stranger = { uid: 54321, gid: 54321, name: 'stranger' }
    fs.chmodSync(path.join(folder, 'closed'), 0o701)
    expect(canReach(stranger, inner)).toBe(true)
    fs.chmodSync(path.join(folder, 'closed'), 0o700)
    expect(canReach(stranger, inner)).toBe(false)
  })
})

describe('the embedded database', () => {
  const password = 'a password for this test'

  async function run<T>(data: string, elsewhere: string, work: (url: string) => Promise<T>): Promise<T> {
    const server = await startPostgres({
      place: preparePlace(data, elsewhere),
      password,
      logFile: path.join(folder, 'postgres.log'),
    })
    try {
      return await work(server.adminUrl('postgres'))
    } finally {
      await server.stop()
    }
  }

  async function query(url: string, ...statements: string[]): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      let rows: unknown[] = []
      for (const statement of statements) rows = (await client.query(statement)).rows
      return rows
    } finally {
      await client.end()
    }
  }

  it('lives in the data folder, or where root may not put it there, elsewhere; and is found again either way', async () => {
    const closed = path.join(folder, 'closed')
    fs.mkdirSync(closed, { mode: 0o700 })
    const data = path.join(closed, 'data')
    const elsewhere = path.join(folder, 'elsewhere')
    const place = preparePlace(data, elsewhere)
    expect(place.moved).toBe(asRoot)
    expect(place.data.startsWith(asRoot ? elsewhere : data)).toBe(true)
    await run(data, elsewhere, (url) =>
      query(url, 'CREATE TABLE kept (id int)', 'INSERT INTO kept VALUES (7)'),
    )
    fs.chmodSync(closed, 0o755)
    expect(await run(data, elsewhere, (url) => query(url, 'SELECT id FROM kept'))).toEqual([{ id: 7 }])
  })

  it('flushes before it answers, sorts alike on every machine, and listens on loopback alone', async () => {
    const data = path.join(folder, 'data')
    const [settings] = await run(data, folder, (url) =>
      query(
        url,
        `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
                current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
                current_setting('password_encryption') AS passwords,
                (SELECT datlocale FROM pg_database WHERE datname = 'postgres') AS locale`,
      ),
    )
    expect(settings).toEqual({
      fsync: 'on',
      commits: 'on',
      listens: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      locale: 'C.UTF-8',
    })
  })

  it('gives the app a role that owns its database and cannot make another', async () => {
    const data = path.join(folder, 'data')
    await run(data, folder, async (adminUrl) => {
      const app = { database: 'bellwether', role: 'bellwether', password: 'second' }
      await ensureDatabase(adminUrl, app)
      await ensureDatabase(adminUrl, app)
      const url = new URL(adminUrl)
      Object.assign(url, { username: app.role, password: app.password, pathname: `/${app.database}` })
      await query(url.href, 'CREATE TABLE mine (id int)')
      await expect(query(url.href, 'CREATE DATABASE other')).rejects.toThrow('permission denied')
      Object.assign(url, { password: 'wrong' })
      await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    })
  })

  it('of another major version is left alone, with the words to run', async () => {
    const data = path.join(folder, 'data')
    const { data: cluster } = preparePlace(data, folder)
    await run(data, folder, (url) => query(url, 'CREATE TABLE kept (id int)', 'INSERT INTO kept VALUES (7)'))
    const version = path.join(cluster, 'PG_VERSION')
    const ours = fs.readFileSync(version, 'utf8')
    const before = fs.readdirSync(cluster)
    fs.writeFileSync(version, '17\n')
    const start = run(data, folder, (url) => query(url, 'SELECT 1'))
    await expect(start).rejects.toThrow(
      /PostgreSQL 17.*bellwether -- backup FILE.*bellwether -- restore FILE/,
    )
    expect(fs.readdirSync(cluster)).toEqual(before)
    fs.writeFileSync(version, ours)
    expect(await run(data, folder, (url) => query(url, 'SELECT id FROM kept'))).toEqual([{ id: 7 }])
  })

  it('is made afresh when its making was interrupted', async () => {
    const data = path.join(folder, 'data')
    fs.mkdirSync(path.join(data, 'postgres.making', 'base'), { recursive: true })
    expect(await run(data, folder, (url) => query(url, 'SELECT 1 AS one'))).toEqual([{ one: 1 }])
  })

  it('is given a new password, and keeps what it holds, when the secrets were lost', async () => {
    const data = path.join(folder, 'data')
    await run(data, folder, (url) => query(url, 'CREATE TABLE kept (id int)', 'INSERT INTO kept VALUES (7)'))
    const place = preparePlace(data, folder)
    const logFile = path.join(folder, 'postgres.log')
    const server = await startPostgres({ place, password: "an'other", logFile })
    try {
      const url = new URL(server.adminUrl('postgres'))
      expect(await query(url.href, 'SELECT id FROM kept')).toEqual([{ id: 7 }])
      url.password = password
      await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    } finally {
      await server.stop()
    }
  })
})

describe('the claim on a data folder', () => {
  it('is refused while its holder lives, and names the holder', () => {
    const claim = claimFolder(folder)
    expect(() => claimFolder(folder)).toThrow(ClaimedError)
    expect(getHolder(folder)?.pid).toBe(process.pid)
    claim.update({ url: 'http://localhost:1' })
    expect(getHolder(folder)?.url).toBe('http://localhost:1')
    claim.release()
    expect(getHolder(folder)).toBeNull()
  })

  it('passes on when its holder is dead, though a stranger has the number by now', () => {
    const left = { pid: process.pid, born: 'long ago', url: 'http://localhost:1', children: {} }
    fs.writeFileSync(claimFile(folder), JSON.stringify(left))
    expect(getHolder(folder)).toBeNull()
    const claim = claimFolder(folder)
    expect(getHolder(folder)?.url).toBeNull()
    claim.release()
  })

  it('passes on when the note of the holder is damaged', () => {
    fs.writeFileSync(claimFile(folder), '{"pid":')
    expect(() => claimFolder(folder)).not.toThrow()
  })
})

describe('the secrets of a data folder', () => {
  it('are made once and differ', () => {
    const secrets = keepSecrets(folder)
    expect(keepSecrets(folder)).toEqual(secrets)
    expect(new Set(Object.values(secrets)).size).toBe(3)
    expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('are never replaced when they are damaged', () => {
    const file = path.join(folder, 'secrets.json')
    fs.writeFileSync(file, '{}')
    expect(() => keepSecrets(folder)).toThrow('is damaged')
    expect(fs.readFileSync(file, 'utf8')).toBe('{}')
  })
})
