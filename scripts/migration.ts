// `npm run migration -- NAME`: writes the migration that leads from the stored migrations to prisma/schema.prisma,
// and applies nothing. Read what it wrote before you commit it; `npm start` and `npm test` apply it.
import fs from 'node:fs'
import path from 'node:path'
import { generateClient, prismaWithEngine, root } from './launcher/prisma.ts'

const folder = path.join(root, 'prisma/migrations')
const nothingToDo = '-- This is an empty migration.'

/** Year to second in UTC, as Prisma itself names migrations, so that names sort by age. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14)
}

async function writeMigration(name: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'migration_lock.toml')
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n')
  const target = path.join(folder, `${timestamp(new Date())}_${name}`)
  const file = path.join(target, 'migration.sql')
  const draft = `${target}.sql`
  try {
    const ends = ['--from-migrations', folder, '--to-schema', 'prisma/schema.prisma']
    const { code, output } = await prismaWithEngine([
      'migrate',
      'diff',
      ...ends,
      '--script',
      '--output',
      draft,
    ])
    if (code !== 0) throw new Error(output)
    const sql = fs.readFileSync(draft, 'utf8')
    if (sql.trim() === nothingToDo) return 'The migrations already produce this schema; nothing was written.'
    fs.mkdirSync(target)
    fs.writeFileSync(file, sql)
    await generateClient()
    return `Wrote ${path.relative(root, file)}. Read it, then commit it.`
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- NAME   (lower-case letters, digits and underscores)')
  process.exitCode = 2
} else {
  try {
    console.log(await writeMigration(name))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
