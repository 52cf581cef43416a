#!/usr/bin/env node
// Prisma's schema engine, where the native one cannot be downloaded: it speaks that engine's line protocol on
// standard input and output, and leaves the work to the same engine compiled to WebAssembly. The shadow database
// is a PGlite in memory. A tool for WRITING migrations (`npm run migration`); they are applied by
// server/migrate.ts. See docs/decisions/0002-migrations-by-a-runner.md.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** PostgreSQL's internal type "char", which introspection reads and adapter-pg does not know, and `bpchar`, which it does. */
const INTERNAL_CHAR = 18
const BPCHAR = 1042

const request = readArguments(process.argv.slice(2))
if (request.version) {
  console.log('schema-engine-wasm 1.0.0')
  process.exit(0)
}
if (request.command) await runCommand(request.command)
await serve()
process.exit(0)

function readArguments(words) {
  const found = { datamodels: [], datasource: {}, command: null, version: false }
  const readers = {
    '--datamodels': (value) => found.datamodels.push(value),
    '--datasource': (value) => {
      found.datasource = JSON.parse(value)
    },
    '--extension-types': () => {},
    '--enabled-preview-features': () => {},
    cli: (value) => {
      found.command = value
    },
  }
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--version' || words[i] === '-V') found.version = true
    readers[words[i]]?.(words[++i])
  }
  return found
}

/** The adapter for the database of the request; without one (an offline diff), an empty PGlite that stands for the dialect. */
async function connectFactory() {
  const url = request.datasource.url ?? ''
  if (!/^postgres(ql)?:/.test(url)) return new PrismaPGlite(await PGlite.create())
  const factory = new PrismaPg({ connectionString: url })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => readInternalChar(await connect())
  factory.connectToShadowDb = async () => new PrismaPGlite(await PGlite.create()).connect()
  return factory
}

/** Lets a connection answer queries over the catalogue's "char" columns, by presenting them as `bpchar`. */
function readInternalChar(connection) {
  const columns = new WeakMap()
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  connection.performIO = async (query) => {
    const result = await performIO(query)
    const fields = result.fields ?? []
    columns.set(
      query,
      fields.flatMap((field, i) => (field.dataTypeID === INTERNAL_CHAR ? [i] : [])),
    )
    for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = BPCHAR
    return result
  }
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of columns.get(query) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  if (connection.startTransaction) {
    const startTransaction = connection.startTransaction.bind(connection)
    connection.startTransaction = async (...rest) => readInternalChar(await startTransaction(...rest))
  }
  return connection
}

async function startEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.stderr.write(`schema engine panic: ${message}\n`),
  }
  const name = '@prisma/schema-engine-wasm/schema_engine_bg'
  const glue = await import(name)
  const file = createRequire(import.meta.url)
    .resolve(name)
    .replace(/[^\\/]+$/, 'schema_engine_bg.wasm')
  const compiled = new WebAssembly.Module(fs.readFileSync(file))
  const instance = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const datamodels = request.datamodels.map((path) => [path, fs.readFileSync(path, 'utf8')])
  return glue.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(await connectFactory()),
  )
}

async function runCommand(command) {
  const report = (level, fields) =>
    process.stderr.write(`${JSON.stringify({ level, target: 'schema_engine::logger', fields })}\n`)
  try {
    if (command !== 'can-connect-to-database') throw new Error(`this stand-in does not know "${command}"`)
    await (await startEngine()).version(null)
    report('INFO', { message: 'Connection successful' })
    process.exit(0)
  } catch (error) {
    report('ERROR', { error_code: 'P1001', message: String(error?.message ?? error) })
    process.exit(1)
  }
}

/** Answers one JSON-RPC request a line until standard input ends. */
async function serve() {
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const otherNames = { getDatabaseVersion: 'version' }
  let engine = null
  let printed = 1_000_000
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue
    const { id, method, params } = JSON.parse(line)
    if (!method) continue
    try {
      engine ??= await startEngine()
      const name = otherNames[method] ?? method
      if (typeof engine[name] !== 'function') throw new Error(`this stand-in does not know "${method}"`)
      const result = await engine[name](params)
      if (method === 'diff' && result?.stdout != null)
        send({ method: 'print', params: { content: result.stdout }, id: printed++ })
      send({ id, result: result ?? null })
    } catch (error) {
      const data = {
        is_panic: false,
        message: String(error?.message ?? error),
        meta: error?.meta ?? null,
        error_code: error?.code ?? null,
      }
      send({
        id,
        error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
      })
    }
  }
}
