import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { findFreePort } from '../../server/postgres/server.ts'
import { startApp } from '../support/app.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { ADMIN, fillSignIn, join } from './members.ts'

let folder: string
let mailServer: MailServer
let app: ReturnType<typeof startApp>
let address: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-mail-'))
  fs.chmodSync(folder, 0o711)
  mailServer = await startMailServer()
  const port = await findFreePort()
  address = `http://127.0.0.1:${port}`
  app = startApp(path.join(folder, 'data'), {
    PORT: String(port),
    BELLWETHER_URL: address,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Bellwether <quiz@school.example>',
  })
  await app.url
})
test.afterAll(async () => {
  await app.stop()
  await mailServer.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** The link in the newest letter of that subject, once it has come. */
async function linkIn(subject: string): Promise<string> {
  const find = () => mailServer.letters.findLast((letter) => letter.subject === subject)
  await expect.poll(() => find()?.subject, { timeout: 20_000 }).toBe(subject)
  return /http:\S+/.exec(find()?.text ?? '')?.[0] ?? ''
}

test('an address is confirmed, a forgotten password made good, and the bell tells of it', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  const mail = await join(page)
  await page.goto(await linkIn('Confirm your address'))
  await expect(page).toHaveURL(`${address}/confirm`)
  await page.getByRole('button', { name: 'Yes, it is my address' }).click()
  await expect(page.getByText('Confirmed.')).toBeVisible()

  const other = await (await browser.newContext({ baseURL: address })).newPage()
  await other.goto('/sign-in')
  await other.getByRole('link', { name: /Forgotten your password/ }).click()
  await other.getByLabel('E-mail').fill(mail)
  await other.getByRole('button', { name: 'Send it' }).click()
  await expect(other.getByText('the link is on its way')).toBeVisible()
  await other.goto(await linkIn('A new password'))
  await other.getByLabel('New password').fill('a louder kettle')
  await other.getByRole('button', { name: 'Set the password' }).click()
  await other.waitForURL('**/sign-in')
  await fillSignIn(other, mail, 'a louder kettle')
  await other.waitForURL('**/me')

  const bell = other.getByRole('link', { name: 'Notices 1 unread' })
  await bell.click()
  await expect(other.getByRole('link', { name: 'Your password was changed' })).toBeVisible()
  await other.getByRole('button', { name: 'Mark as read Your password was changed' }).click()
  await expect(other.getByText('New', { exact: true })).toBeHidden()
  await expect(other.getByRole('link', { name: 'Notices', exact: true })).toBeVisible()
  expect(await linkIn('Your password was changed')).toBe(`${address}/account`)

  await other.goto('/account')
  await other.getByLabel('Remind me of what is due').selectOption('Daily at 07:00')
  await other
    .getByRole('region', { name: 'What comes by mail' })
    .getByRole('button', { name: 'Save' })
    .click()
  await expect(other.getByText('Saved.')).toBeVisible()
  await other.reload()
  await expect(other.getByLabel('Remind me of what is due')).toHaveValue('7')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.waitForURL(`${address}/`)

  await other.goto('/forgotten')
  await other.getByLabel('E-mail').fill(mail)
  await other.getByLabel('Send me').selectOption('a link that signs me in, once')
  await other.getByRole('button', { name: 'Send it' }).click()
  await other.goto(await linkIn('Your link to sign in'))
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL('**/me')
  await expect(other.getByText('Signed in as Ben Reader')).toBeVisible()
  await other.context().close()
  await context.close()
})

test('an admin invites a teacher by mail', async ({ browser }) => {
  const link = /To become its admin, open (\S+)/.exec(app.output())?.[1] ?? ''
  const admin = await (await browser.newContext({ baseURL: address })).newPage()
  await admin.goto(link)
  await admin.getByLabel('Name').fill(ADMIN.name)
  await admin.getByLabel('E-mail').fill(ADMIN.mail)
  await admin.getByLabel('Password').fill(ADMIN.password)
  await admin.getByLabel('Age').selectOption('16 or over')
  await admin.getByRole('button', { name: 'Make the account' }).click()
  await admin.waitForURL('**/me')
  await admin.goto('/people')
  await admin.getByLabel('To the address').fill('tess@school.example')
  await admin.getByRole('button', { name: 'Send an invitation' }).click()
  await expect(admin.getByText('On its way.')).toBeVisible()
  const invitation = await linkIn('You are invited to Bellwether')
  expect(invitation).toContain(`${address}/sign-up#`)
  await admin.reload()
  await expect(admin.getByText('tess@school.example', { exact: true })).toBeVisible()
  await admin.context().close()
})
