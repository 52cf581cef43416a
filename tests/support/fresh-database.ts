// Runs before every test file of the project 'server': the file gets a migrated, empty database of its own, and the
// environment that names it.
import { createDatabase } from './databases.ts'

process.env.DATABASE_URL = await createDatabase()
delete process.env.DATABASE_DIRECT_URL
delete process.env.DATABASE_REPLICA_URL
delete process.env.BELLWETHER_URL
process.env.BELLWETHER_SECRET = 'a secret that nobody needs to keep'
