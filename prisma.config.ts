import { defineConfig } from 'prisma/config'

// Only Prisma's command line reads this file. `generate` and `migration` need no database; a command that does
// (`migrate status`) is given one in DATABASE_URL.
const url = process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})
