import AxeBuilder from '@axe-core/playwright'
import { WCAG } from './accessibility.ts'
import { expect, goToEnd, test } from './reader.ts'
import { openAnother, openAssign, openClass } from './school.ts'

test('a question is regraded by keyboard: previewed, done, told to the learner, and undone', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const name = `Regrade ${Date.now()}`
  const ben = await openAnother(page)
  await openClass(page, ben, name)
  await openAssign(page, name)
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('heading', { name: '0 of 1 handed in' }).waitFor()

  await ben.goto('/assignments')
  await ben.locator('main').getByRole('listitem').getByRole('link').first().click()
  await ben.getByRole('button', { name: 'Start' }).click()
  await ben.waitForURL('**/quiz/*')
  const quiz = ben.url()
  await goToEnd(ben)
  await ben.getByRole('button', { name: 'Hand in' }).click()
  await expect(ben.locator('.score')).toContainText(/^0 of/)
  const asked = Number((await ben.locator('.score').textContent())?.split(' ').at(-1))

  await page.reload()
  await page.getByRole('link', { name: 'Regrade a question' }).click()
  await expect(page.getByText('Nothing has been regraded here.')).toBeVisible()
  await page.locator('section[aria-labelledby=choose] li a').first().click()
  await expect(page.getByText('The right answer, as it stands:')).toBeVisible()
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])

  // With the keyboard alone.
  await page.getByRole('radio', { name: /^Leave it out/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Full marks for everybody/ })).toBeChecked()
  await expect(page.getByRole('region', { name: 'The answer that is to be right' })).toBeHidden()
  await page.getByLabel('Why').fill('Two answers could be read as right.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('region', { name: 'What would change' })
  await expect(preview).toContainText('1 score changes.')
  const after = `${Math.round(1_000 / asked) / 10}%`
  await expect(preview.getByRole('row', { name: /Ben Reader/ })).toContainText(`0%${after}`)
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await preview.getByRole('button', { name: 'Regrade it' }).press('Enter')
  const done = page.getByRole('region', { name: 'What was regraded' })
  await expect(done.getByRole('listitem')).toContainText('Question 1: full marks for everybody')
  await expect(done.getByRole('listitem')).toContainText('1 score changed.')

  await expect(async () => {
    await ben.goto('/notices')
    await expect(ben.locator('main')).toContainText('Your score has changed', { timeout: 1_000 })
  }).toPass()
  await ben.goto(quiz)
  await expect(ben.locator('.score')).toContainText(/^1 of/)
  await expect(ben.locator('.rows')).toContainText(
    /This question was regraded on .*: everybody who was asked it has the whole mark\. Two answers/,
  )
  expect((await new AxeBuilder({ page: ben }).withTags(WCAG).analyze()).violations).toEqual([])

  await done.getByRole('link', { name: /^Undo it/ }).click()
  await expect(page.getByRole('region', { name: 'What undoing it would change' })).toContainText(
    '1 score changes.',
  )
  await page.getByRole('button', { name: 'Undo it' }).click()
  await expect(done.getByRole('listitem')).toContainText('Undone by')
  await ben.reload()
  await expect(ben.locator('.score')).toContainText(/^0 of/)
  await ben.close()
})

test('what brings no key is previewed without a script', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const name = `Regrade ${Date.now()} plain`
  const ben = await openAnother(page)
  await openClass(page, ben, name)
  await openAssign(page, name)
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('heading', { name: '0 of 1 handed in' }).waitFor()
  const plain = await browser.newContext({
    baseURL: process.env.BASE_URL ?? '',
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(`${new URL(page.url()).pathname}/regrade`)
  await still.locator('section[aria-labelledby=choose] li a').first().click()
  await still.getByRole('radio', { name: /^Leave it out/ }).check()
  await still.getByLabel('Why').fill('Printed wrongly.')
  await still.getByRole('button', { name: 'See what would change' }).click()
  await expect(still.getByRole('region', { name: 'What would change' })).toContainText('No score')
  await plain.close()
  await ben.close()
})
