import fs from 'node:fs'
import path from 'node:path'
import { keepSecrets } from '../../scripts/launcher/secrets.ts'

/** The address of the database of an app that was started on `FOLDER/data`; it changes when its PostgreSQL starts again. */
export function databaseUrlIn(folder: string): string {
  const { database } = keepSecrets(path.join(folder, 'data'))
  const port = fs.readFileSync(findPostmaster(folder), 'utf8').split('\n')[3]
  return `postgresql://bellwether:${database}@127.0.0.1:${port}/bellwether`
}

/** The database lies in the data folder, or beside it where its account cannot reach that. */
function findPostmaster(folder: string): string {
  const found = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .find((name) => name.endsWith('postmaster.pid'))
  if (!found) throw new Error('no database runs here')
  return path.join(folder, found)
}
