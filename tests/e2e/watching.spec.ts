import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { findFreePort } from '../../server/postgres/server.ts'
import { answerTo } from '../support/answers.ts'
import { type StartedApp, startApp } from '../support/app.ts'
import { WCAG } from './accessibility.ts'
import { ADMIN, signIn } from './members.ts'
import { expect, fetchAttempt, goToEnd, test } from './reader.ts'
import { comeIn, openAnother, openAssign, openClass, openRules } from './school.ts'

let folder: string
let second: StartedApp
test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-watching-'))
  fs.chmodSync(folder, 0o711)
  // Another node over the database of the app under test.
  second = startApp(path.join(folder, 'data'), {
    PORT: String(await findFreePort()),
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    BELLWETHER_SECRET: 'a secret of the second node, which nobody needs to keep',
  })
  await second.url
})
test.afterAll(async () => {
  await second.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function startFirst(page: Page): Promise<void> {
  await page.goto('/assignments')
  await page.locator('main').getByRole('listitem').getByRole('link').first().click()
  await page.waitForURL('**/assignments/*')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.locator('#stem').waitFor()
}
/** Saves an answer to the first question, whatever kind it is of. */
async function answerFirst(page: Page): Promise<void> {
  const { origin, pathname } = new URL(page.url())
  const attempt = pathname.split('/').at(-1) ?? ''
  const [first] = (await fetchAttempt(page, attempt)).items
  if (!first) throw new Error('the quiz has no question')
  const saved = await page.request.post(`/api/attempts/${attempt}/responses`, {
    headers: { origin },
    data: {
      ...{ position: 1, sequence: 1, key: crypto.randomUUID(), check: false },
      answer: answerTo(first.shown, 1),
    },
  })
  expect(saved.status()).toBe(200)
}
async function handIn(page: Page): Promise<void> {
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.locator('h1.score').waitFor()
}

test('a teacher sees at one node, as it happens, what the class does at another, and asks again what it missed', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const name = `Watched ${Date.now()}`
  const [ben, cleo] = [await openAnother(page), await openAnother(page)]
  await openClass(page, ben, name)
  await comeIn(cleo, (await page.locator('.made-link').textContent()) ?? '')
  await openAssign(page, name)
  await openRules(page)
  await page.getByLabel('Time limit in minutes').fill('20')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('heading', { name: '0 of 2 handed in' }).waitFor()

  const elsewhere = await browser.newContext({ baseURL: await second.url })
  const watching = await elsewhere.newPage()
  await signIn(watching, ADMIN.mail)
  await watching.goto(new URL(page.url()).pathname)
  const heading = watching.locator('#standings')
  await expect(heading).toHaveText('0 of 2 handed in')
  const loads: string[] = []
  watching.on('load', () => loads.push(watching.url()))

  await startFirst(ben)
  await expect(heading).toHaveText('0 of 2 handed in, 1 under way')
  await expect(page.locator('#standings')).toHaveText('0 of 2 handed in, 1 under way')
  const standing = watching.locator('.standings li').filter({ hasText: 'Under way' })
  await expect(standing).toContainText(/Under way, 0 of \d+ answered, (19|20) min left/)
  // What stands open on the page stays open, and what is typed stays typed.
  await standing.locator('summary').click()
  await standing.getByLabel('Minutes more at the end').fill('7')
  await answerFirst(ben)
  await expect(standing).toContainText(/1 of \d+ answered, last question 1 just now/)
  await expect(standing.getByLabel('Minutes more at the end')).toHaveValue('7')

  // At the other node somebody gets more time; both pages know.
  const atFirst = page.locator('.standings li').filter({ hasText: 'Under way' })
  await atFirst.locator('summary').click()
  await atFirst.getByRole('button', { name: 'Give 5 minutes more' }).click()
  await expect(standing).toContainText('own terms')
  await expect(standing).toContainText(/2[45] min left/)

  await handIn(ben)
  await expect(heading).toHaveText('1 of 2 handed in')
  await startFirst(cleo)
  await handIn(cleo)
  await expect(heading).toHaveText('2 of 2 handed in')
  expect(loads).toEqual([])

  // Without names or answers, and gone with the session that opened it.
  await elsewhere.clearCookies()
  await page.reload()
  await expect(watching.getByText('You are signed out').or(watching.getByText('no longer here'))).toBeVisible(
    {
      timeout: 60_000,
    },
  )
  await elsewhere.close()

  await page.getByRole('link', { name: 'What they got wrong' }).click()
  const questions = page.getByRole('group', { name: 'Questions to ask again' })
  const boxes = questions.getByRole('checkbox')
  const count = await boxes.count()
  expect(count).toBeGreaterThan(3)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  if (process.env.SHOTS) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await questions.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${process.env.SHOTS}/again-${width}.png` })
    }
  }
  for (let i = 0; i < count; i++) await boxes.nth(i).uncheck()
  await boxes.nth(0).check()
  await boxes.nth(2).check()
  await page.getByRole('button', { name: 'Make a set of these' }).click()
  await page.waitForURL(/\/sets\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Follow-up: /)
  await expect(page.getByRole('list', { name: 'Questions' }).locator('.stem-link')).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Assign to a class' })).toBeVisible()
  await Promise.all([ben.close(), cleo.close()])
})
