import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { findFreePort } from '../../server/postgres/server.ts'
import { startApp } from '../support/app.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { startTlsProxy } from '../support/tls-proxy.ts'
import { ADMIN, fillSignIn, freshMail, join, signIn } from './members.ts'
import { begin, noteComplaints } from './reader.ts'

/** A browser for which a host name leads to a port of this machine, and all that its pages ask for. */
interface Elsewhere {
  readonly context: BrowserContext
  readonly page: Page
  /** Addresses that were asked for, and those that replies have sent the browser to. */
  readonly asked: readonly string[]
}

/** What browsers note of a header that holds only where they trust the origin. */
const UNTRUSTED = /^The Cross-Origin-Opener-Policy header has been ignored/

/** Does `work` in a browser to which `address` leads to that port. */
const elsewhere = (address: string, port: string, work: (seen: Elsewhere) => Promise<void>) =>
  test.step(`at ${address}`, async () => {
    const { launchOptions } = test.info().project.use
    const { hostname, port: asked, protocol } = new URL(address)
    const from = `${hostname}:${asked || (protocol === 'https:' ? '443' : '80')}`
    const browser = await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${from} 127.0.0.1:${port}`],
    })
    try {
      const context = await browser.newContext({ baseURL: address, ignoreHTTPSErrors: true, locale: 'en-GB' })
      const complaints = noteComplaints(context)
      const seen: string[] = []
      context.on('request', (request) => seen.push(request.url()))
      context.on('response', (response) => {
        const { location } = response.headers()
        if (location !== undefined) seen.push(new URL(location, response.url()).href)
      })
      await work({ context, page: await context.newPage(), asked: seen })
      const isNews = ({ text }: { text: string }) => protocol === 'https:' || !UNTRUSTED.test(text)
      expect(complaints.filter(isNews)).toEqual([])
    } finally {
      await browser.close()
    }
  })

const said = (page: Page) => page.getByText(/^Saved /)

/** Answers as a guest, makes an account, goes on, signs out and in, and goes on: everything is there each time. */
async function signInAndSave(page: Page): Promise<void> {
  const id = await begin(page, process.env.EVERY_KIND ?? '', 'Test')
  await page.getByRole('radio', { name: '12%' }).check()
  await expect(said(page)).toBeVisible()
  const mail = await join(page)
  await expect(page.getByRole('row', { name: /1 of \d+ answered/ })).toBeVisible()

  await page.goto(`/quiz/${id}`)
  await page.getByRole('radio', { name: 'False' }).check()
  await expect(said(page)).toBeVisible()
  await page.goto('/account')
  await page.getByRole('textbox', { name: 'Name' }).fill('Ben Elsewhere')
  await page.getByRole('button', { name: 'Change the name' }).click()
  await expect(page.getByText('Changed.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/$/)
  await page.goto('/account')
  await page.waitForURL('**/sign-in')
  await fillSignIn(page, mail)
  await page.waitForURL('**/me')
  await expect(page.getByText('Signed in as Ben Elsewhere')).toBeVisible()
  await expect(page.getByRole('row', { name: /2 of \d+ answered/ })).toBeVisible()
}

test('by plain http under a name of the school, where a browser offers less, signing in and saving work', async () => {
  const { port } = new URL(process.env.BASE_URL ?? '')
  const address = `http://quiz.school.example:${port}`
  await elsewhere(address, port, async ({ context, page, asked }) => {
    await page.goto('/')
    const offered = () => [isSecureContext, typeof crypto.randomUUID, typeof crypto.subtle]
    expect(await page.evaluate(offered)).toEqual([false, 'undefined', 'undefined'])
    await signInAndSave(page)
    expect(asked.filter((each) => new URL(each).origin !== address)).toEqual([])
    const cookies = await context.cookies()
    expect(cookies.map(({ name }) => name)).toContain('bellwether-session')
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: false, sameSite: 'Lax', path: '/' })
  })
})

test.describe('behind a proxy that speaks TLS', () => {
  // One worker, for one app.
  test.describe.configure({ mode: 'default' })
  const ADDRESS = 'https://quiz.school.example'
  let port = ''
  let issuer: Issuer
  const endings: (() => unknown)[] = []

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-elsewhere-'))
    endings.push(() => fs.rmSync(folder, { recursive: true, force: true }))
    issuer = await startIssuer()
    endings.push(() => issuer.stop())
    // A second node on the database of the first.
    const app = startApp(path.join(folder, 'data'), {
      ...issuer.environment,
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      PORT: String(await findFreePort()),
      BELLWETHER_URL: ADDRESS,
      TRUST_PROXY: '1',
    })
    endings.push(() => app.stop())
    const proxy = await startTlsProxy(new URL(ADDRESS).hostname, await app.url)
    endings.push(() => proxy.stop())
    port = String(proxy.port)
  })
  test.afterAll(async () => {
    for (const end of endings.reverse()) await end()
  })

  test('signing in and saving work, every cookie is bound to the host, and nothing leads back to http', async () => {
    await elsewhere(ADDRESS, port, async ({ context, page, asked }) => {
      const front = await page.goto('/')
      expect(front?.headers()['strict-transport-security']).toMatch(/^max-age=\d{8}/)
      await signInAndSave(page)
      expect(asked.filter((each) => new URL(each).origin !== ADDRESS)).toEqual([])
      const cookies = await context.cookies()
      expect(cookies.map(({ name }) => name)).toContain('__Host-bellwether-session')
      for (const cookie of cookies) {
        expect(cookie.name).toMatch(/^__Host-/)
        expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
        expect(cookie.domain).toBe(new URL(ADDRESS).hostname)
      }
    })
  })

  test('another service signs people in and comes back to https', async () => {
    const mail = freshMail()
    issuer.vouchFor({ sub: mail, name: 'Grace Elsewhere', email: mail, email_verified: true })
    await elsewhere(ADDRESS, port, async ({ context, page, asked }) => {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Sign in with Example School' }).click()
      // Asked once, before anything else.
      await page.waitForURL('**/age')
      await page.getByLabel('Age').selectOption('16 or over')
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.waitForURL('**/me')
      await expect(page.getByText('Signed in as Grace Elsewhere')).toBeVisible()
      const own = issuer.environment.AUTH_OIDC_ISSUER ?? ''
      expect(asked.some((each) => each.startsWith(`${own}/authorise?`))).toBe(true)
      const others = asked.filter((each) => new URL(each).origin !== ADDRESS && !each.startsWith(own))
      expect(others).toEqual([])
      for (const { name } of await context.cookies(ADDRESS)) expect(name).toMatch(/^__Host-/)
    })
  })

  test('an invitation is taken up by another service, which is let go of once there is a password', async () => {
    let link = ''
    await elsewhere(ADDRESS, port, async ({ page }) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/people')
      await page.getByRole('button', { name: 'Make an invitation' }).click()
      link = (await page.locator('.made-link').textContent()) ?? ''
    })
    const mail = freshMail()
    issuer.vouchFor({ sub: mail, name: 'Tess Teacher', email: mail, email_verified: true })
    await elsewhere(ADDRESS, port, async ({ page }) => {
      await page.goto(link)
      await expect(page.getByText('You have been invited.')).toBeVisible()
      await page.getByRole('button', { name: 'Go on with Example School' }).click()
      await page.waitForURL('**/age')
      await page.getByLabel('Age').selectOption('16 or over')
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.waitForURL('**/me')
      await expect(page.getByText('Signed in as Tess Teacher')).toBeVisible()
      await page.goto('/account')
      const own = page.getByText('You can sign in with Example School')
      await own.click()
      await page.getByRole('button', { name: 'Disconnect Example School' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'password first' })).toBeVisible()
      await page.getByLabel('New password').fill(ADMIN.password)
      await page.getByRole('button', { name: 'Set a password' }).click()
      await expect(page.getByText('Changed.')).toBeVisible()
      await page.reload()
      await own.click()
      const services = page.getByRole('region', { name: 'Other services' })
      await services.getByLabel('Your password').fill(ADMIN.password)
      await services.getByRole('button', { name: 'Disconnect Example School' }).click()
      await expect(own).toHaveCount(0)
      await services.getByRole('button', { name: 'Connect Example School' }).click()
      await expect(own).toBeVisible()
    })
    await elsewhere(ADDRESS, port, async ({ page }) => {
      await signIn(page, ADMIN.mail)
      await page.goto(`/people?q=${encodeURIComponent(mail)}`)
      await expect(page.locator('.people summary')).toContainText('teacher')
    })
  })

  test('a no of the service is told in words', async () => {
    issuer.vouchFor({ sub: 'nobody' }, 'no at the door')
    await elsewhere(ADDRESS, port, async ({ page }) => {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Sign in with Example School' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'did not say who you are' })).toBeVisible()
    })
  })

  test('links that are handed on carry the address people type', async () => {
    await elsewhere(ADDRESS, port, async ({ page }) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/people')
      await page.getByRole('button', { name: 'Make an invitation' }).click()
      await expect(page.locator('.made-link')).toContainText(`${ADDRESS}/sign-up#`)
    })
  })
})
