import AxeBuilder from '@axe-core/playwright'
import { loadContent } from '../../server/content/load.ts'
import { closeStore } from '../../server/db.ts'
import { openContentFolder, putRetailer, retailerBody } from '../support/content-folder.ts'
import { WCAG } from './accessibility.ts'
import { ADMIN, join, signIn } from './members.ts'
import { expect, keepAllOf, test } from './reader.ts'
import { openAnother } from './school.ts'

const FIRM = 'Umberleigh'
const WRONG = '12% to $48m'
const RIGHT = '13% to $49m'

test('a figure is corrected: previewed, published, told, and nothing else moves', async ({ page }) => {
  test.setTimeout(180_000)
  const content = openContentFolder()
  putRetailer(content, FIRM, 1)
  await loadContent(content)
  await closeStore()
  content.remove()
  const article = `/articles/${FIRM.toLowerCase()}`
  const ben = await openAnother(page)
  await join(ben)
  await keepAllOf(ben, `${article}/quiz`)
  const results = ben.url()
  const score = await ben.locator('.score').textContent()

  await signIn(page, ADMIN.mail)
  await page.goto(article)
  await page.getByRole('link', { name: 'Correct it' }).click()
  await page.getByLabel('Text').fill(retailerBody(FIRM, 1).replace(WRONG, RIGHT))
  await page.getByLabel('What was wrong').fill('An earlier version gave revenue as $48m.')
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'See what would change' }).press('Enter')
  await page.waitForURL('**/corrections/*')
  await expect(page.locator('.diff del').first()).toContainText('12')
  await expect(page.getByRole('region', { name: 'Whom it touches' })).toContainText('1 person has answered')
  const questions = page.getByRole('region', { name: 'Questions' })
  await expect(questions.getByRole('listitem').first()).toBeVisible()
  for (const line of await questions.getByRole('listitem').allTextContents())
    expect(line).toMatch(/12%|13%|48|49|Not asked any more/)
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  // Nothing has happened yet.
  await ben.goto(article)
  await expect(ben.getByText('First edition')).toBeVisible()

  await page.getByRole('button', { name: 'Publish it' }).click()
  await expect(page.getByRole('region', { name: 'Whom it touched' })).toBeVisible()
  await ben.goto(article)
  await ben.getByRole('link', { name: /^Corrected/ }).click()
  await expect(ben.getByText('An earlier version gave revenue as $48m.')).toBeVisible()
  await expect(ben.locator('.diff ins').first()).toContainText('13')
  await ben.goto(`${article}/quiz`)
  await expect(ben.getByRole('link', { name: /^corrected .*, revision 2$/ })).toBeVisible()
  await expect(async () => {
    await ben.goto('/notices')
    await expect(ben.locator('main')).toContainText('What you were asked about was corrected', {
      timeout: 1_000,
    })
  }).toPass({ timeout: 30_000 })
  // What they remember of it is told, and learned anew.
  await ben.goto('/review')
  await expect(ben.locator('.corrections > li').filter({ hasText: `revenue at ${FIRM}` })).toContainText(
    '13%',
  )
  await ben.goto(results)
  await expect(ben.locator('.score')).toHaveText(score ?? '')

  // What was answered is regraded on the editor's word.
  await page.getByRole('link', { name: 'Regrade what was answered, or let it stand' }).first().click()
  await expect(page.getByText('Nobody has flagged it.')).toBeVisible()
  await page.getByRole('radio', { name: /^Full marks for everybody/ }).check()
  await page.getByLabel('A word about it').fill('The article gave another figure then.')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByRole('button', { name: 'Decide it' }).click()
  await expect(page.getByRole('region', { name: 'What was decided' })).not.toContainText(
    'Nothing has been decided yet',
  )
  await expect(async () => {
    await ben.reload()
    await expect(ben.locator('.score')).toHaveText(/^1 of/, { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(ben.locator('.rows')).toContainText('The article gave another figure then.')
  await ben.close()
})
