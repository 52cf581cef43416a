import type { Page } from '@playwright/test'
import { expect, fetchAttempt, tabTo, test, verdict } from './reader.ts'

/** Presses a button that the Tab key leads to. */
async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
}

/** Has the answer to the question on the screen shown, and reads its verdict. */
async function giveUp(page: Page): Promise<void> {
  await press(page, 'Show me the answer')
  await expect(verdict(page)).toBeFocused()
}

test('a practice goes on question by question, by keyboard alone, is taken up where it was left, and ends when one stops', async ({
  browser,
  context,
  page,
}) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: 'practise' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Your own mix' })).toBeVisible()
  await expect(page.getByRole('definition').last()).toHaveText('20 or more')
  await tabTo(page, page.getByRole('radio', { name: 'About 5 min' }))
  await press(page, 'Start')
  await page.waitForURL(/\/quiz\/[^/]+/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''

  const place = page.locator('.place')
  await expect(place).toHaveText('1 of about 10')
  await expect(page.getByText('New to you', { exact: true })).toBeVisible()
  await giveUp(page)
  await press(page, 'Next question')
  await expect(place).toHaveText('2 of about 10')
  await expect(page.locator('#stem')).toBeFocused()
  const stem = await page.locator('#stem').textContent()
  await context.storageState({ path: test.info().outputPath('state.json') })
  await context.close()

  const later = await (
    await browser.newContext({ storageState: test.info().outputPath('state.json') })
  ).newPage()
  await later.goto(process.env.BASE_URL ?? '')
  const open = later.getByRole('region', { name: 'Go on where you stopped' })
  await expect(open).toContainText('1 of 2 answered')
  await open.getByRole('link', { name: 'Your own mix' }).press('Enter')
  await expect(later.locator('.place')).toHaveText('2 of about 10')
  await expect(later.locator('#stem')).toHaveText(stem ?? '')
  expect((await fetchAttempt(later, id)).count).toBe(2)

  await giveUp(later)
  await later.reload()
  // Between two questions one may go on or stop.
  await expect(later.getByRole('heading', { name: '2 questions so far' })).toBeVisible()
  await press(later, 'Go on')
  await expect(later.locator('.place')).toHaveText('3 of about 10')
  await giveUp(later)
  await press(later, 'Next question')
  await expect(later.locator('.place')).toHaveText('4 of about 10')
  await later.getByRole('navigation', { name: 'Questions' }).getByRole('button').nth(2).press('Enter')
  await press(later, 'Stop here')
  await expect(later.locator('.score')).toHaveText('0 of 3')
  await expect(later.getByRole('listitem').filter({ hasText: 'Missed' })).toHaveCount(3)
  await later.getByRole('link', { name: 'Practise again' }).press('Enter')
  await expect(later.getByRole('heading', { level: 1, name: 'Your own mix' })).toBeVisible()
  await later.context().close()
})

test('a practice whose next question cannot be fetched says so, and goes on when the network is back', async ({
  context,
  page,
}) => {
  await page.goto('/practice')
  await page.getByRole('radio', { name: 'Until I stop' }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('.place')).toHaveText('1')
  await page.getByRole('button', { name: 'Show me the answer' }).click()
  await expect(verdict(page)).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByText('The next question cannot be fetched now.')).toBeVisible()
  await expect(page.locator('.place')).toHaveText('1')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Next question' }).dblclick()
  await expect(page.locator('.place')).toHaveText('2')
})
