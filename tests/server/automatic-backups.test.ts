import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupsFolder, KEPT, keepBackup } from '#server/backup/automatic'
import { restoreBackup } from '#server/backup/restore'
import { closeStore, pool } from '#server/db'
import { addJob } from '#server/jobs/add'
import { runJobsOnce } from '#server/jobs/run'
import { migrate } from '#server/migrate'
import { bringUpToDate } from '../../scripts/launcher/bring-up.ts'
import { readOptions } from '../../scripts/launcher/options.ts'
import { createDatabase, queryAt } from '../support/databases.ts'
import { migrationsFolder } from '../support/own-postgres.ts'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-automatic-'))
process.env.BELLWETHER_DATA = data
const backups = path.join(data, 'backups')
const here = () => process.env.DATABASE_URL ?? ''

afterAll(async () => {
  await closeStore()
  fs.rmSync(data, { recursive: true, force: true })
})
beforeEach(() => storeQuiz(QUESTIONS))
afterEach(async () => {
  fs.rmSync(backups, { recursive: true, force: true })
  await pool().query('DELETE FROM backup')
  await pool().query('DELETE FROM graphile_worker._private_jobs')
})

const noted = async () => (await pool().query('SELECT * FROM backup ORDER BY at')).rows

describe('the place of automatic backups', () => {
  test('is in the data folder, or where the setting says, or nowhere', () => {
    expect(backupsFolder(undefined, data)).toBe(backups)
    expect(backupsFolder('/somewhere/else', data)).toBe('/somewhere/else')
    expect(backupsFolder('off', data)).toBeNull()
    expect(backupsFolder(undefined, path.join(data, 'nowhere'))).toBeNull()
  })
})

describe('what is kept', () => {
  test('is the newest seven of each sort, and nothing else in the folder is touched', async () => {
    fs.mkdirSync(backups)
    const older = Array.from({ length: 9 }, (_, n) => `daily-2026-01-0${n + 1}T01-52-00-000Z.gz`)
    const others = ['before-migration-2026-01-01T00-00-00-000Z.gz', 'replaced-2026.gz', 'my own.gz']
    const abandoned = 'daily-2026-01-05T01-52-00-000Z.gz.123.part'
    const underWay = 'daily-2026-01-09T01-52-00-000Z.gz.124.part'
    for (const name of [...older, ...others, abandoned, underWay])
      fs.writeFileSync(path.join(backups, name), 'x')
    fs.utimesSync(path.join(backups, abandoned), 0, 0)
    const { file, bytes } = await keepBackup(here(), backups, 'daily')
    expect(fs.statSync(file).size).toBe(bytes)
    const kept = [...older.slice(-(KEPT - 1)), path.basename(file), ...others, underWay]
    expect(fs.readdirSync(backups).sort()).toEqual(kept.sort())
  })

  test('loses nothing to a backup that fails', async () => {
    fs.mkdirSync(backups)
    for (let n = 1; n < 10; n++)
      fs.writeFileSync(path.join(backups, `daily-2026-01-0${n}T01-52-00-000Z.gz`), 'x')
    await expect(keepBackup(await createDatabase({ empty: true }), backups, 'daily')).rejects.toThrow()
    expect(fs.readdirSync(backups)).toHaveLength(9)
  })
})

describe('the backup of the day', () => {
  test('is a job that leaves a whole backup and a note of it', async () => {
    await addJob(pool(), 'back-up', {})
    await runJobsOnce()
    const [file = '', ...more] = fs.readdirSync(backups)
    expect([file, more]).toEqual([expect.stringMatching(/^daily-2.*\.gz$/), []])
    expect(await noted()).toMatchObject([
      { sort: 'daily', file: path.join(backups, file), node: os.hostname(), failure: null },
    ])
    const elsewhere = await createDatabase({ empty: true })
    await restoreBackup(elsewhere, path.join(backups, file), migrationsFolder)
    expect(await queryAt(elsewhere, 'SELECT count(*)::int > 0 AS there FROM article')).toEqual([
      { there: true },
    ])
  })

  test('that fails is noted by its code, waits to be tried again, and is no end of anything', async () => {
    fs.writeFileSync(backups, 'where a folder should be')
    await addJob(pool(), 'back-up', {})
    await runJobsOnce()
    expect(await noted()).toMatchObject([{ sort: 'daily', file: null, failure: 'EEXIST' }])
    const { rows } = await pool().query('SELECT attempts FROM graphile_worker.jobs')
    expect(rows).toEqual([{ attempts: 1 }])
  })
})

describe('before a database is changed', () => {
  /** A database that holds something and lacks the newest migration. */
  async function behind(): Promise<string> {
    const url = await createDatabase({ empty: true })
    const older = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-older-'))
    const names = fs
      .readdirSync(migrationsFolder)
      .filter((name) => /^\d/.test(name))
      .sort()
    for (const name of names.slice(0, -1))
      fs.cpSync(path.join(migrationsFolder, name), path.join(older, name), { recursive: true })
    await migrate(url, older)
    fs.rmSync(older, { recursive: true })
    await queryAt(url, `INSERT INTO person (id) VALUES (gen_random_uuid())`)
    return url
  }
  const optionsOf = (words: readonly string[] = [], more: Readonly<Record<string, string>> = {}) =>
    readOptions(words, { ...more, NODE_ENV: 'test', BELLWETHER_DATA: data }, data)
  const applied = (url: string) =>
    queryAt(url, 'SELECT max(migration_name) AS newest FROM "_prisma_migrations"')

  test('it is backed up, once, and that is noted', async () => {
    const url = await behind()
    const said: string[] = []
    await bringUpToDate(url, optionsOf(), (line) => said.push(line))
    await bringUpToDate(url, optionsOf(), (line) => said.push(line))
    expect(fs.readdirSync(backups)).toEqual([expect.stringMatching(/^before-migration-2.*\.gz$/)])
    expect(said).toEqual([
      expect.stringMatching(/^What the database held is in .*before-migration-.*\.gz\.$/),
      'Brought the database up to date (1 migrations).',
    ])
    expect(await queryAt(url, 'SELECT sort, failure FROM backup')).toEqual([
      { sort: 'before-migration', failure: null },
    ])
  })

  test('an empty one is not, nor where backups are turned off', async () => {
    await bringUpToDate(await createDatabase({ empty: true }), optionsOf(), () => {})
    await bringUpToDate(await behind(), optionsOf([], { BELLWETHER_BACKUPS: 'off' }), () => {})
    expect(fs.existsSync(backups)).toBe(false)
  })

  test('and cannot be backed up, it stays as it is, with a sentence; by the flag it goes on', async () => {
    const url = await behind()
    const before = await applied(url)
    fs.writeFileSync(backups, 'where a folder should be')
    await expect(bringUpToDate(url, optionsOf(), () => {})).rejects.toThrow(
      /could not back it up into .*backups first: .*The database is as it was\. Make room .*--without-backup/,
    )
    expect(await applied(url)).toEqual(before)
    await bringUpToDate(url, optionsOf(['--without-backup']), () => {})
    expect(await applied(url)).not.toEqual(before)
  })
})
