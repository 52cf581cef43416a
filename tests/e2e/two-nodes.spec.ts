import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, expect, test } from '@playwright/test'
import { findFreePort } from '../../server/postgres/server.ts'
import { type StartedApp, startApp } from '../support/app.ts'
import { databaseUrlIn } from '../support/app-database.ts'
import { ADMIN, fillSignIn, join } from './members.ts'

let folder: string
let apps: readonly StartedApp[] = []
let [one, two] = ['', '']

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-nodes-'))
  fs.chmodSync(folder, 0o711)
  const start = async (name: string, more: Record<string, string> = {}) =>
    startApp(path.join(folder, name), {
      PORT: String(await findFreePort()),
      BELLWETHER_SECRET: 'one secret for all the nodes there are',
      ...more,
    })
  const first = await start('data')
  apps = [first]
  one = await first.url
  const second = await start('second', { DATABASE_URL: databaseUrlIn(folder) })
  apps = [second, first]
  two = await second.url
})
test.afterAll(async () => {
  // The second before the first, whose database it uses.
  for (const app of apps) await app.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A browser that got hold of another's cookies. */
async function copy(browser: Browser, context: BrowserContext): Promise<BrowserContext> {
  const thief = await browser.newContext()
  await thief.addCookies(await context.cookies())
  return thief
}

/** Whether a browser is signed in at a node. */
async function isIn(context: BrowserContext, node: string): Promise<boolean> {
  const page = await context.newPage()
  await page.goto(`${node}/account`)
  const isThere = new URL(page.url()).pathname === '/account'
  await page.close()
  return isThere
}

test('a copied cookie is dead on both of two processes after signing out, the end of its session and a new password', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: one })
  const page = await context.newPage()
  const mail = await join(page)
  const signInAgain = async () => {
    await page.goto('/sign-in')
    await fillSignIn(page, mail)
    await page.waitForURL('**/me')
  }

  let thief = await copy(browser, context)
  expect([await isIn(thief, one), await isIn(thief, two)]).toEqual([true, true])
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/$/)
  expect([await isIn(thief, two), await isIn(thief, one)]).toEqual([false, false])

  await signInAgain()
  thief = await copy(browser, context)
  expect([await isIn(thief, one), await isIn(thief, two)]).toEqual([true, true])
  const other = await browser.newContext({ baseURL: two })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/sign-in')
  await fillSignIn(elsewhere, mail)
  await elsewhere.waitForURL('**/me')
  await elsewhere.goto('/account')
  await elsewhere
    .getByRole('button', { name: /^End the session/ })
    .first()
    .click()
  await expect(elsewhere.getByRole('button', { name: /^End the session/ })).toBeHidden()
  expect([await isIn(thief, one), await isIn(thief, two)]).toEqual([false, false])

  await signInAgain()
  thief = await copy(browser, context)
  expect([await isIn(thief, two), await isIn(thief, one)]).toEqual([true, true])
  await elsewhere.goto('/account')
  const password = elsewhere.getByRole('region', { name: 'Password' })
  await password.getByLabel('Your password').fill(ADMIN.password)
  await password.getByLabel('New password').fill('a louder kettle')
  await password.getByRole('button', { name: 'Change the password' }).click()
  await expect(elsewhere.getByText('Every other browser is signed out')).toBeVisible()
  expect([await isIn(thief, two), await isIn(thief, one)]).toEqual([false, false])
  expect(await isIn(other, one)).toBe(true)
})
