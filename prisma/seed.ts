// `prisma db seed`, and whoever wants the house's own articles in a database of theirs (DATABASE_URL).
import path from 'node:path'
import { loadContent } from '#server/content/load'
import { closeStore } from '#server/db'

await loadContent({
  folder: path.resolve(import.meta.dirname, '../content'),
  report: (line) => console.log(line),
})
await closeStore()
