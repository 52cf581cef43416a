import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAssignment } from '#server/assignments/assign'
import { BackupError } from '#server/backup/format'
import { isInUse, restoreBackup } from '#server/backup/restore'
import { writeBackup } from '#server/backup/write'
import { closeStore, pool } from '#server/db'
import { addJob } from '#server/jobs/add'
import { root } from '../../scripts/launcher/prisma.ts'
import { runNode } from '../../scripts/launcher/run.ts'
import { createDatabase, queryAt } from '../support/databases.ts'
import { migrationsFolder } from '../support/own-postgres.ts'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../support/school.ts'

afterAll(closeStore)

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-backup-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const here = () => process.env.DATABASE_URL ?? ''
const fileOf = (name: string) => path.join(folder, `${name}.gz`)

/** A class with an assigned quiz, a text that is hard to write down, and a letter that waits. */
async function fill(): Promise<void> {
  const { set } = await storeQuiz(QUESTIONS)
  const school = await openClass(2)
  doneOf(await createAssignment(school.teacher, { ...RULES_OF_TEST, class: school.id, set, chosen: null }))
  await pool().query(`UPDATE class SET name = $2 WHERE id = $1`, [school.id, HARD])
  await addJob(pool(), 'clear-notices', {})
}
const HARD = 'A\\.\nb\tc \\N \u00e9\u{1f4c8} {"d": null} =1+1'

/** Writes a backup whose text has been changed. */
function spoil(name: string, change: (text: string) => string): string {
  const text = gunzipSync(fs.readFileSync(fileOf('whole'))).toString('utf8')
  const spoiled = change(text)
  expect(spoiled).not.toBe(text)
  fs.writeFileSync(fileOf(name), gzipSync(spoiled))
  return fileOf(name)
}

describe('a backup', () => {
  test('brings back every row elsewhere, with what waits to be done, and the guards hold there', async () => {
    await fill()
    const taken = await writeBackup(here(), fileOf('whole'))
    expect(fs.statSync(fileOf('whole')).mode & 0o777).toBe(0o600)
    expect(taken.sums.find(({ table }) => table === 'assignment')?.rows).toBeGreaterThan(0)
    const elsewhere = await createDatabase({ empty: true })
    expect(await isInUse(elsewhere)).toBe(false)
    const restored = await restoreBackup(elsewhere, fileOf('whole'), migrationsFolder)
    expect(restored).toEqual({ takenAt: taken.takenAt, sums: taken.sums, isWithoutJobs: false })
    expect(await isInUse(elsewhere)).toBe(true)
    expect(await queryAt(elsewhere, 'SELECT name FROM class')).toContainEqual({ name: HARD })
    expect(
      await queryAt(elsewhere, 'SELECT task_identifier AS task FROM graphile_worker.jobs'),
    ).toContainEqual({
      task: 'clear-notices',
    })
    // What the migrations had made is there: keys, guards, sequences.
    const shape = `SELECT c.conname, pg_get_constraintdef(c.oid) AS is FROM pg_constraint c
      JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' ORDER BY 1, 2`
    expect(await queryAt(elsewhere, shape)).toEqual(await queryAt(here(), shape))
    await expect(queryAt(elsewhere, `UPDATE revision SET text = 'another'`)).rejects.toThrow()
    expect(
      await queryAt(
        elsewhere,
        `SELECT count(*)::int AS off FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'`,
      ),
    ).toEqual([{ off: 0 }])
    const [again] = await queryAt<{ n: string }>(elsewhere, `SELECT nextval('regrade_number_seq') AS n`)
    const [ours] = await queryAt<{ n: string }>(here(), `SELECT nextval('regrade_number_seq') AS n`)
    expect(again).toEqual(ours)
    // And it can be written down again, alike.
    expect(
      (await writeBackup(elsewhere, fileOf('again'))).sums.filter(({ schema }) => schema === 'public'),
    ).toEqual(taken.sums.filter(({ schema }) => schema === 'public'))
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    await fill()
    let isWriting = true
    const writing = (async () => {
      for (let n = 0; isWriting; n++) {
        // Both in one transaction: never one without the other.
        await pool().query(
          `WITH p AS (INSERT INTO person (id, role) VALUES (gen_random_uuid(), 'learner') RETURNING id)
           INSERT INTO account (person_id, name, age_band) SELECT id, 'Reader ${n}', 'adult' FROM p`,
        )
      }
    })()
    const found: { named: number; last: number; nameless: number }[] = []
    for (let turn = 0; turn < 3; turn++) {
      const elsewhere = await createDatabase({ empty: true })
      await writeBackup(here(), fileOf(`moment-${turn}`))
      await restoreBackup(elsewhere, fileOf(`moment-${turn}`), migrationsFolder)
      const rows = await queryAt<(typeof found)[number]>(
        elsewhere,
        `SELECT count(*)::int AS named, max(split_part(name, ' ', 2)::int) AS last, (
           (SELECT count(*) FROM person) - (SELECT count(*) FROM account))::int AS nameless
         FROM account WHERE name LIKE 'Reader %'`,
      )
      found.push(...rows)
    }
    isWriting = false
    await writing
    for (const { named, last } of found) expect(named).toBe(last + 1)
    expect(new Set(found.map(({ nameless }) => nameless)).size).toBe(1)
    // It went on all the while.
    expect(new Set(found.map(({ named }) => named)).size).toBe(3)
  })

  test('of an older Bellwether comes in, and is brought up to date', async () => {
    await fill()
    const older = path.join(folder, 'older')
    const newer = path.join(folder, 'newer')
    fs.cpSync(migrationsFolder, older, { recursive: true })
    fs.cpSync(migrationsFolder, newer, { recursive: true })
    fs.mkdirSync(path.join(newer, '99990101000000_later'))
    fs.writeFileSync(
      path.join(newer, '99990101000000_later/migration.sql'),
      `ALTER TABLE class ADD COLUMN motto text NOT NULL DEFAULT 'on'`,
    )
    await writeBackup(here(), fileOf('whole'))
    const elsewhere = await createDatabase({ empty: true })
    await restoreBackup(elsewhere, fileOf('whole'), newer)
    expect(await queryAt(elsewhere, 'SELECT DISTINCT motto FROM class')).toEqual([{ motto: 'on' }])
    await writeBackup(elsewhere, fileOf('newer'))
    await expect(restoreBackup(elsewhere, fileOf('newer'), older)).rejects.toThrow(
      /newer Bellwether \(99990101000000_later\)/,
    )
    // Refused before anything was thrown away.
    expect(await isInUse(elsewhere)).toBe(true)
  })
})

describe('the command line', () => {
  const run = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
    runNode(['--import', 'tsx', 'scripts/bellwether.ts', ...args], {
      cwd: root,
      quiet: true,
      env: { BELLWETHER_DATA: path.join(folder, 'data'), DATABASE_DIRECT_URL: '', ...environment },
    })

  test('writes and restores, erases again whom the list names, and replaces nothing unasked', async () => {
    await fill()
    const [person] = await queryAt<{ id: string }>(here(), `SELECT person_id AS id FROM account LIMIT 1`)
    const file = fileOf('whole')
    fs.mkdirSync(path.join(folder, 'data'))
    expect(await run(['backup', file], { DATABASE_URL: here() })).toMatchObject({ code: 0 })
    fs.writeFileSync(path.join(folder, 'data/erased.txt'), `${person?.id} 2026-11-28T00:00:00.000Z\n`)
    const DATABASE_URL = await createDatabase({ empty: true })
    const nothing = await run(['backup', fileOf('nothing')], { DATABASE_URL })
    expect(nothing).toMatchObject({ code: 1, output: expect.stringContaining('nothing to back up') })
    const restored = await run(['restore', file], { DATABASE_URL })
    expect(restored.output).toMatch(/each table equal to the backup[\s\S]*Erased again: 1 of/)
    const erased = `SELECT erased_at IS NOT NULL AS gone FROM person WHERE id = '${person?.id}'`
    expect(await queryAt(DATABASE_URL, erased)).toEqual([{ gone: true }])
    const again = await run(['restore', file], { DATABASE_URL })
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('With --replace') })
    expect(await run(['restore', file, '--replace'], { DATABASE_URL })).toMatchObject({ code: 0 })
    expect(fs.readdirSync(path.join(folder, 'data/backups'))).toEqual([
      expect.stringMatching(/^replaced-.*\.gz$/),
    ])
    expect(await run(['restore', path.join(folder, 'data/erased.txt')], { DATABASE_URL })).toMatchObject({
      code: 1,
    })
    expect(await run(['restore'], { DATABASE_URL })).toMatchObject({ code: 2 })
  }, 120_000)
})

describe('what is no whole backup', () => {
  test('is refused in a sentence, and nothing is thrown away for it', async () => {
    await fill()
    await writeBackup(here(), fileOf('whole'))
    const target = await createDatabase({ empty: true })
    await restoreBackup(target, fileOf('whole'), migrationsFolder)
    const bytes = fs.readFileSync(fileOf('whole'))
    fs.writeFileSync(fileOf('half'), bytes.subarray(0, bytes.length / 2))
    fs.writeFileSync(fileOf('text'), 'hello')
    fs.writeFileSync(fileOf('other'), gzipSync('hello\nthere\n'))
    fs.writeFileSync(fileOf('empty'), gzipSync(''))
    const files = [
      ...['half', 'text', 'other', 'empty'].map(fileOf),
      spoil('no-end', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
      spoil('too-much', (text) => `${text}more\n`),
      spoil('version', (text) => text.replace('"v":1', '"v":2')),
      spoil('between', (text) => text.replace('{"rowsOf"', '{"rowsOff"')),
    ]
    for (const file of files)
      await expect(restoreBackup(target, file, migrationsFolder), file).rejects.toThrow(BackupError)
    expect(await isInUse(target)).toBe(true)
  })

  test('with a row changed, lost or doubled is seen, and none of it is taken', async () => {
    await fill()
    await writeBackup(here(), fileOf('whole'))
    const person = /^[0-9a-f-]{36}\tlearner\t.*\n/m
    const changes: ((text: string) => string)[] = [
      (text) => text.replace(person, (row) => row.replace('learner', 'teacher')),
      (text) => text.replace(person, ''),
      (text) => text.replace('"rows":', '"rows":1'),
      (text) =>
        text.replace(
          /\{"rowsOf":\{"schema":"public","table":"person"/,
          '{"rowsOf":{"schema":"public","table":"pers"',
        ),
    ]
    for (const [n, change] of changes.entries()) {
      const target = await createDatabase({ empty: true })
      await expect(restoreBackup(target, spoil(`row-${n}`, change), migrationsFolder)).rejects.toThrow()
      expect(await isInUse(target)).toBe(false)
    }
    // Nor is what stands somewhere thrown away for it.
    const inUse = await createDatabase({ empty: true })
    await restoreBackup(inUse, fileOf('whole'), migrationsFolder)
    for (const n of changes.keys())
      await expect(restoreBackup(inUse, fileOf(`row-${n}`), migrationsFolder)).rejects.toThrow(BackupError)
    expect(await isInUse(inUse)).toBe(true)
  })

  test('is not brought into a database that others use', async () => {
    await writeBackup(here(), fileOf('whole'))
    const target = await createDatabase({ empty: true })
    const other = new pg.Client({ connectionString: target })
    await other.connect()
    await expect(restoreBackup(target, fileOf('whole'), migrationsFolder)).rejects.toThrow(/stop Bellwether/)
    await other.end()
  })
})
