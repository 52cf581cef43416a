// Reads the stored articles again that only an older engine has read. `npm start` runs it beside the app it has just
// started, `npm run reread` by itself; either may be stopped at any time.
import os from 'node:os'
import path from 'node:path'
import { loadEngine } from '#server/content/engine'
import { rereadArticles } from '#server/content/reread'

// Readers go first: the app shares the machine.
os.setPriority(os.constants.priority.PRIORITY_LOW)
const engine = loadEngine(path.resolve(import.meta.dirname, '../content'))

try {
  await rereadArticles({ engine, report: (line) => console.log(line) })
  process.exit(0)
} catch (error) {
  console.error(`The articles could not be read again: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
