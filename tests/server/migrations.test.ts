import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '#server/migrate'
import { prismaWithEngine } from '../../scripts/launcher/prisma.ts'
import { createDatabase, queryAt } from '../support/databases.ts'
import { migrationsFolder } from '../support/own-postgres.ts'

const schemaFile = 'prisma/schema.prisma'

/** Prisma's own account of what separates the migrations from a schema: exit code 0 for nothing, 2 for something. */
const compare = (schema: string) =>
  prismaWithEngine([
    ...['migrate', 'diff', '--from-migrations', migrationsFolder],
    ...['--to-schema', schema, '--script', '--exit-code'],
  ])

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-migrations-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function writeMigration(name: string, sql: string): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

describe('migrations and schema', () => {
  it('agree', async () => {
    const { code, output } = await compare(schemaFile)
    expect(output).toContain('This is an empty migration')
    expect(code).toBe(0)
  })

  it('are told apart when the schema says something else', async () => {
    const planted = path.join(folder, 'schema.prisma')
    const model = '\nmodel Planted {\n  id String @id\n}\n'
    fs.writeFileSync(planted, fs.readFileSync(schemaFile, 'utf8') + model)
    const { code, output } = await compare(planted)
    expect(output).toContain('CREATE TABLE "Planted"')
    expect(code).toBe(2)
  })
})

describe('the runner', () => {
  it('applies each migration once, oldest first, when many nodes start at the same moment', async () => {
    writeMigration('1_first', 'CREATE TABLE thing (id int PRIMARY KEY);')
    writeMigration('2_second', 'INSERT INTO thing VALUES (1);')
    const url = await createDatabase({ empty: true })
    const reports = await Promise.all(Array.from({ length: 8 }, () => migrate(url, folder)))
    expect(reports.flatMap((report) => report.applied)).toEqual(['1_first', '2_second'])
    expect(await queryAt(url, 'SELECT id FROM thing')).toEqual([{ id: 1 }])
  })

  it("keeps Prisma's own ledger, so that its tools call the database up to date", async () => {
    const url = await createDatabase()
    process.env.DATABASE_URL = url
    const { output } = await prismaWithEngine(['migrate', 'status'])
    expect(output).toContain('Database schema is up to date')
  })

  it('undoes a migration that fails, keeps those before it, and goes on once it is mended', async () => {
    writeMigration('1_first', 'CREATE TABLE thing (id int PRIMARY KEY);')
    writeMigration('2_second', 'CREATE TABLE other (id int); SELECT nonsense;')
    const url = await createDatabase({ empty: true })
    await expect(migrate(url, folder)).rejects.toThrow(/^Migration 2_second failed and was undone: /)
    expect(await queryAt(url, `SELECT to_regclass('thing') AS thing, to_regclass('other') AS other`)).toEqual(
      [{ thing: 'thing', other: null }],
    )
    writeMigration('2_second', 'CREATE TABLE other (id int);')
    expect((await migrate(url, folder)).applied).toEqual(['2_second'])
  })

  it('refuses a migration that was edited after it had been applied', async () => {
    writeMigration('1_first', 'CREATE TABLE thing (id int PRIMARY KEY);')
    const url = await createDatabase({ empty: true })
    await migrate(url, folder)
    writeMigration('1_first', 'CREATE TABLE thing (id bigint PRIMARY KEY);')
    await expect(migrate(url, folder)).rejects.toThrow(/^Migration 1_first was edited after/)
  })

  it("refuses to build upon a migration that Prisma's tool left half done", async () => {
    writeMigration('1_first', 'CREATE TABLE thing (id int PRIMARY KEY);')
    const url = await createDatabase({ empty: true })
    await migrate(url, folder)
    await queryAt(url, 'UPDATE "_prisma_migrations" SET finished_at = NULL')
    await expect(migrate(url, folder)).rejects.toThrow(/^Migration 1_first failed on this database earlier/)
  })

  it('names what a newer version of the program has applied', async () => {
    writeMigration('1_first', 'CREATE TABLE thing (id int PRIMARY KEY);')
    const url = await createDatabase({ empty: true })
    await migrate(url, folder)
    fs.rmSync(path.join(folder, '1_first'), { recursive: true })
    expect(await migrate(url, folder)).toEqual({ applied: [], unknown: ['1_first'] })
  })
})
