import type { Page } from '@playwright/test'
import { expect, goToEnd, test } from './reader.ts'
import { localIn, openAnother, openAssign, openClass, openOwnGrade, openRules } from './school.ts'

/** Counts what the reader presses, as a browser reports it. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0
  await page.exposeFunction('countClick', () => {
    clicks++
  })
  await page.addInitScript(() => {
    addEventListener(
      'click',
      (event) => {
        // A click on a label makes another on its field; a press of a key is none.
        if (event instanceof UIEvent && event.detail > 0)
          (window as unknown as { countClick: () => void }).countClick()
      },
      true,
    )
  })
  return () => clicks
}

/** Presses what has the page drawn again once the server has done it, and waits for that. */
async function afterReload(page: Page, press: () => Promise<void>): Promise<void> {
  const reloaded = page.waitForEvent('load')
  await press()
  await reloaded
}

test('from an article to an assigned set, taken by a learner, told when it has closed', async ({ page }) => {
  test.setTimeout(240_000)
  const name = `Business ${Date.now()}`
  const ben = await openAnother(page)
  await openClass(page, ben, name)
  const clicks = await countClicks(page)

  await openAssign(page, name)
  await page.getByLabel('When they see how it went').selectOption('When it has closed for everybody (test)')
  await page.getByLabel('Closes', { exact: true }).fill(localIn(120))
  await openRules(page)
  await page.getByLabel('Time limit in minutes').fill('20')
  await page.getByLabel('A word to begin with').fill('kettle')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('heading', { name: '0 of 1 handed in' }).waitFor()
  // Article, assign, everything else, the button; the choices are made with the keyboard or the mouse alike.
  expect(clicks()).toBeLessThan(12)
  const address = page.url()

  await ben.goto('/')
  const given = ben.getByRole('region', { name: 'From your classes' })
  await expect(given).toContainText(name)
  await given.getByRole('link').first().click()
  await expect(ben.getByText('You have 20 minutes from the start.')).toBeVisible()
  await expect(ben.getByText('You may take it once.')).toBeVisible()
  await ben.getByRole('button', { name: 'Start' }).click()
  await expect(ben.getByLabel('The word your teacher has told you')).toBeFocused()
  await ben.getByLabel('The word your teacher has told you').fill('pan')
  await ben.getByRole('button', { name: 'Start' }).click()
  await expect(ben.locator('.problem')).toContainText('That is not the word for this quiz')
  await ben.getByLabel('The word your teacher has told you').fill('kettle')
  await ben.getByRole('button', { name: 'Start' }).click()
  await ben.waitForURL('**/quiz/*')
  await expect(ben.locator('.time-left')).toContainText(/(19|20) minutes left/)
  await expect(ben.getByRole('button', { name: 'Read the article' })).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('heading', { name: '0 of 1 handed in, 1 under way' })).toBeVisible()
  const standing = page.locator('.standings li').filter({ hasText: 'Ben Reader' })
  await standing.locator('summary').click()
  await afterReload(page, () => standing.getByRole('button', { name: 'Give 5 minutes more' }).click())
  await expect(standing).toContainText('own terms')
  await ben.reload()
  await expect(ben.locator('.time-left')).toContainText(/2[45] minutes left/)

  await goToEnd(ben)
  await ben.getByRole('button', { name: 'Hand in' }).click()
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeFocused()
  await expect(ben.getByText('How it went is told when everybody is done')).toBeVisible()
  const quiz = ben.url()
  await ben.getByRole('link', { name: 'Back to the quiz’s page' }).click()
  await expect(ben.getByText('It cannot be begun again.')).toBeVisible()
  await ben.goto('/me')
  await expect(ben.locator('main')).not.toContainText('%')

  await page.goto(address)
  await expect(page.getByRole('heading', { name: '1 of 1 handed in' })).toBeVisible()
  await expect(page.locator('.standings li')).toContainText('0%')
  await page.getByLabel('Closes', { exact: true }).fill(localIn(-60))
  await afterReload(page, () => page.getByRole('button', { name: 'Change it' }).click())
  // The extra minutes that were given are over as well.
  await ben.goto(quiz)
  await expect(ben.locator('.score')).toContainText('0 of')
  await ben.goto('/assignments')
  await expect(ben.getByText('Nothing is left to be done.')).toBeVisible()

  // A teacher's own word, by keyboard alone.
  await page.goto(address.replace(/quizzes.*/, 'gradebook?sort=total&down=1'))
  const cell = page
    .getByRole('row', { name: /Ben Reader/ })
    .getByRole('gridcell')
    .nth(1)
  await expect(cell).toHaveText('0%')
  await openOwnGrade(page, async () => {
    await cell.focus()
    await page.keyboard.press('Enter')
  })
  await page.getByLabel('A grade of your own, in per cent').fill('75')
  await page.getByRole('button', { name: 'Lay down' }).click()
  await expect(page.locator('.problem')).toContainText('Say why')
  await page.getByLabel('Why').fill('Answered aloud')
  await page.getByLabel('A word to the learner').fill('Well said.')
  await page.getByRole('button', { name: 'Lay down' }).click()
  await expect(cell).toHaveText('75%*')
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'all of it as text (CSV)' }).click()
  expect((await file).suggestedFilename()).toBe('gradebook.csv')
  await ben.goto('/assignments')
  await ben.getByText('Done or closed').click()
  await ben.locator('main').getByRole('listitem').getByRole('link').first().click()
  await expect(ben.getByText('Your teacher says: Well said.')).toBeVisible()
  await expect(ben.locator('.promise')).toContainText('75%')
  await ben.close()
})
