import type { Page } from '@playwright/test'
import { expect, goToEnd, test } from './reader.ts'
import { assignAndSee, openAnother } from './school.ts'

/** Goes with Tab to what has the focus when it is reached, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link'): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** Presses what has the focus, which has the page drawn again, and waits for that. */
async function pressAndReload(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await reloaded
}

test('by keyboard: scores are released, categories laid down, and a learner’s page is one sheet', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const ben = await openAnother(page)
  await assignAndSee(page, ben, `Business ${Date.now()}`)
  const address = ben.url()
  await ben.getByRole('button', { name: 'Start' }).click()
  await goToEnd(ben)
  await ben.getByRole('button', { name: 'Hand in' }).click()
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeFocused()
  await ben.goto(address)
  await expect(ben.locator('.promise')).not.toContainText('%')

  await page.goto(page.url().replace(/quizzes.*/, 'gradebook'))
  await tabTo(page, 'What counts, and what they see', 'link')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What counts, and what they see' }).waitFor()
  await tabTo(page, /^Release scores/, 'button')
  await pressAndReload(page)
  await expect(page.getByText('They see their scores, and no answers.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Release answers too/ })).toHaveCount(0)
  await ben.goto('/notices')
  await expect(ben.getByRole('link', { name: 'Your score is there' })).toBeVisible()
  await ben.goto(address)
  await expect(ben.locator('.promise')).toContainText('Handed in, 0%')
  await ben.getByRole('region', { name: 'What you have done' }).getByRole('link').click()
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeVisible()
  await expect(ben.locator('.score')).toHaveCount(0)

  await tabTo(page, 'Add a category', 'button')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name').focus()
  await page.keyboard.type('Tests')
  await page.keyboard.press('Tab')
  await page.keyboard.type('60')
  await page.getByLabel('Category').focus()
  await page.keyboard.type('Tests')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await tabTo(page, 'Lay down', 'button')
  await pressAndReload(page)
  await expect(page.getByLabel('Category')).toHaveValue(/.+/)
  await expect(page.getByLabel(/^What was missed counts as nought/)).toBeChecked()
  await page.getByRole('link', { name: 'The gradebook' }).click()
  await expect(page.getByText('In all: Tests 100%')).toBeVisible()

  // Before the page is awake a key does nothing.
  await expect(async () => {
    await page.getByRole('gridcell').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('gridcell').nth(1)).toBeFocused({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const own = page.getByRole('dialog')
  await expect(own.getByRole('heading')).toContainText('Ben Reader, ')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell').nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(page.getByRole('gridcell').first()).toBeFocused()
  await page.getByRole('gridcell').nth(1).click()
  await own.getByLabel('A grade of your own, in per cent').fill('75')
  await own.getByLabel('Why', { exact: true }).fill('By word of mouth')
  const again = page.waitForEvent('load')
  await own.getByRole('button', { name: 'Lay down' }).click()
  await again
  await expect(page.getByRole('gridcell', { name: '75%*' })).toHaveCount(1)

  const book = page.waitForEvent('download')
  await page.getByRole('link', { name: 'all of it as a workbook (XLSX)' }).click()
  expect((await book).suggestedFilename()).toBe('gradebook.xlsx')

  await page
    .getByRole('row', { name: /Ben Reader/ })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: 'Ben Reader' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print it' })).toBeHidden()
  await expect(page.getByRole('table')).toContainText('75%')
  // The pages of a PDF are objects of their own.
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await ben.close()
})

test('those who have left are there on wish', async ({ page }) => {
  test.setTimeout(120_000)
  const ben = await openAnother(page)
  await assignAndSee(page, ben, `Business ${Date.now()}`)
  const address = page.url().replace(/quizzes.*/, 'gradebook')
  await ben.goto('/classes')
  await ben
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click()
  await ben.getByText('You are in no class yet.').waitFor()
  await page.goto(address)
  await expect(page.getByText('0 learners')).toBeVisible()
  await page.getByLabel('With those who left').check()
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByRole('row', { name: /Ben Reader/ })).toContainText('has left')
  await ben.close()
})
