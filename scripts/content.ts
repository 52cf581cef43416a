// Reads content/articles into the database that DATABASE_URL names. `npm start` runs it before it serves; a broken
// file is reported and stops nothing else.
import path from 'node:path'
import { loadContent } from '#server/content/load'

const folder = path.resolve(import.meta.dirname, '../content')

try {
  await loadContent({ folder, report: (line) => console.log(line) })
  process.exit(0)
} catch (error) {
  console.error(`The articles could not be read: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
