import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { bodyOf } from '../support/publisher.ts'
import { WCAG } from './accessibility.ts'
import { ADMIN, signIn } from './members.ts'
import { expect, keepAllOf, test } from './reader.ts'
import { openAnother } from './school.ts'

const PDF = path.resolve(import.meta.dirname, '../fixtures/print/printed.pdf')

const docxOf = (title: string, body: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: [title, ...body.split('\n\n')].map((text) => new Paragraph({ text })) }],
    }),
  )

/** Waits until what was asked for lies on a desk, with drafts beside the text. */
async function toDesk(page: Page, title: string | RegExp): Promise<void> {
  await page.waitForURL('**/desks/*', { timeout: 30_000 })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await page.getByRole('navigation', { name: 'Drafts' }).waitFor()
}

/** On the desk of what was brought in: approves the first draft, and takes the quiz of the article to its end. */
async function approveAndTake(page: Page, title: string): Promise<void> {
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: /^Make a set of the 1 question approved/ })).toBeVisible()
  await page.goto('/bring-in')
  await page
    .locator('.imports > li')
    .filter({ hasText: title })
    .first()
    .getByRole('link', { name: 'Read it' })
    .click()
  await expect(page.getByText('Brought in by a teacher, for their classes alone')).toBeVisible()
  await keepAllOf(page, `${new URL(page.url()).pathname}/quiz`)
}

async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto('/bring-in')
  await page.getByLabel('A file').setInputFiles(file)
  await page.getByRole('button', { name: 'Read it' }).click()
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, ADMIN.mail)
})

test('a page is fetched step by step, comes to a desk, is approved by keyboard and taken as a quiz', async ({
  page,
}) => {
  await page.goto('/bring-in')
  await page.getByLabel('An address').fill(`${process.env.PUBLISHER}/news/pellworth`)
  await page.getByRole('button', { name: 'Fetch it' }).press('Enter')
  const steps = page.getByRole('list', { name: /^How far/ })
  await expect(steps.getByRole('listitem')).toHaveCount(5)
  await toDesk(page, 'Pellworth sells more')
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: /^Make a set of the 1 question approved/ })).toBeVisible()

  await page.goto('/bring-in')
  const line = page.locator('.imports > li').filter({ hasText: 'Pellworth sells more' })
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  await line.getByRole('link', { name: 'Read it' }).click()
  await expect(page.getByText('Brought in by a teacher, for their classes alone')).toBeVisible()
  await expect(page.locator('.sources')).toContainText('The Paper')
  await expect(page.locator('main')).not.toContainText('Something else altogether')
  const article = new URL(page.url()).pathname
  await keepAllOf(page, `${article}/quiz`)

  // Nobody else finds it.
  const guest = await openAnother(page)
  expect((await guest.goto(article))?.status()).toBe(404)
  await guest.goto('/library?q=Pellworth')
  await expect(guest.locator('.story')).toHaveCount(0)
  await guest.context().close()

  // The same again is the same.
  await page.goto('/bring-in')
  await page.getByLabel('An address').fill(`${process.env.PUBLISHER}/news/pellworth`)
  await page.getByRole('button', { name: 'Fetch it' }).click()
  await toDesk(page, 'Pellworth sells more')
})

test('a PDF and a Word file are read, a pasted text too', async ({ page }) => {
  await send(page, { name: 'printed.pdf', mimeType: 'application/pdf', buffer: fs.readFileSync(PDF) })
  await toDesk(page, 'Lower rates, dearer homes')
  await approveAndTake(page, 'Lower rates, dearer homes')
  await send(page, {
    name: 'rushmere.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await docxOf('Rushmere sells more', bodyOf('Rushmere')),
  })
  await toDesk(page, 'Rushmere sells more')
  await approveAndTake(page, 'Rushmere sells more')
  await page.goto('/bring-in')
  await page.getByLabel('Or a text').fill(`Saltwick sells more\n\n${bodyOf('Saltwick')}`)
  await page.getByRole('button', { name: 'Read it' }).click()
  await toDesk(page, 'Saltwick sells more')
})

test('a feed is followed, and an item of it brought in', async ({ page }) => {
  await page.goto('/bring-in')
  await page.getByLabel('Address of a feed').fill(`${process.env.PUBLISHER}/feed`)
  await page.getByRole('button', { name: 'Follow it', exact: true }).click()
  await expect(async () => {
    await page.goto('/bring-in')
    await expect(page.getByRole('heading', { name: 'The Paper' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Bring it in Quarrendon/ }).click()
  await toDesk(page, 'Quarrendon sells more')
  await approveAndTake(page, 'Quarrendon sells more')
  await page.goto('/bring-in')
  await page.getByRole('button', { name: /^Follow it no more/ }).click()
  await expect(page.getByText('Follow a publisher’s feed')).toBeVisible()
})

test('what cannot be read is refused in one sentence', async ({ page }) => {
  await page.goto('/bring-in')
  await page.getByLabel('An address').fill('http://169.254.169.254/latest/meta-data/')
  await page.getByRole('button', { name: 'Fetch it' }).click()
  const first = page.locator('.imports > li').first()
  await expect(first.locator('.problem')).toHaveText(/private network/)
  await send(page, {
    name: 'bundle.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004 no document at all'),
  })
  await expect(first.locator('.problem')).not.toHaveText(/private network/, { timeout: 20_000 })
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})
