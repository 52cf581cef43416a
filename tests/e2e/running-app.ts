import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '../../server/postgres/server.ts'
import { startApp } from '../support/app.ts'

/** Sets BASE_URL for the tests: the one given, or that of an app started for them, which is stopped at the end. */
export default async function runApp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-e2e-'))
  // As root the database runs as somebody else, who has to pass through.
  fs.chmodSync(folder, 0o711)
  const app = startApp(path.join(folder, 'data'), { PORT: String(await findFreePort()) })
  process.env.BASE_URL = await app.url
  return async () => {
    await app.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
