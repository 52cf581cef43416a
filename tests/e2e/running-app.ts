import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createFirstAdminCode } from '../../server/accounts/first-admin.ts'
import { closeStore, pool } from '../../server/db.ts'
import { findFreePort } from '../../server/postgres/server.ts'
import { startApp } from '../support/app.ts'
import { databaseUrlIn } from '../support/app-database.ts'
import { openBrowser } from '../support/browser.ts'
import { bodyOf, feedOf, pageOf, startPublisher } from '../support/publisher.ts'
import { HINT, QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { ADMIN } from './members.ts'

/**
 * Sets BASE_URL for the tests: the one given (with its DATABASE_URL), or that of an app started for them, which is
 * stopped at the end. Stores a quiz of every kind in it, and sets EVERY_KIND to where that starts. PUBLISHER is a site that an
 * app that was started here may fetch from.
 */
export default async function runApp(): Promise<() => Promise<void>> {
  const publisher = await startPublisher()
  publisher.put('/news/pellworth', pageOf('Pellworth', bodyOf('Pellworth')))
  publisher.put('/news/quarrendon', pageOf('Quarrendon', bodyOf('Quarrendon')))
  publisher.put(
    '/feed',
    feedOf(publisher.url, [{ path: '/news/quarrendon', title: 'Quarrendon sells more' }]),
  )
  process.env.PUBLISHER = publisher.url
  const stop = process.env.BASE_URL ? async () => {} : await start(publisher.host)
  process.env.BELLWETHER_SECRET ??= 'a secret that nobody needs to keep'
  const code = await createFirstAdminCode(pool())
  if (code === null || (await openBrowser().signUp({ ...ADMIN, code })) !== null)
    throw new Error('the first admin could not be made')
  const { slug } = await storeQuiz(QUESTIONS.map((question) => ({ ...question, hint: HINT })))
  await closeStore()
  process.env.EVERY_KIND = `/articles/${slug}/quiz`
  return async () => {
    await stop()
    await publisher.close()
  }
}

async function start(allowed: string): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-e2e-'))
  // As root the database runs as somebody else, who has to pass through.
  fs.chmodSync(folder, 0o711)
  const app = startApp(path.join(folder, 'data'), {
    PORT: String(await findFreePort()),
    BELLWETHER_FETCH_ALLOW: allowed,
  })
  process.env.BASE_URL = await app.url
  process.env.DATABASE_URL = databaseUrlIn(folder)
  return async () => {
    await app.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
