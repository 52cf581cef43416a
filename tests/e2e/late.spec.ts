import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { closeStore } from '../../server/db.ts'
import { moveBackMinutes } from '../support/past.ts'
import { WCAG } from './accessibility.ts'
import { answerByKeyboard, expect, firstQuiz, learnAnswers, test } from './reader.ts'
import { assignAndSee, openAnother } from './school.ts'

test.afterAll(closeStore)

const expectAccessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])

test('what comes when the time is over is kept, and told to who sent it and to the teacher', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const answers = await learnAnswers(page, await firstQuiz(page))
  const ben = await openAnother(page)
  await assignAndSee(page, ben, `Business ${Date.now()}`)
  await ben.getByRole('button', { name: 'Start' }).click()
  await ben.waitForURL('**/quiz/*')
  await ben.locator('.stem').waitFor()
  await ben.context().setOffline(true)
  await answerByKeyboard(ben, answers, true)
  await expect(ben.getByText('Offline: 1 answer waiting')).toBeVisible()
  await moveBackMinutes(ben.url().split('/').at(-1) ?? '', 26)
  await ben.context().setOffline(false)
  await expect(ben.getByText('The time for this quiz was over when your answer came')).toBeVisible()
  await ben.reload()
  await expect(ben.getByText('1 answer came when the time was over.')).toBeVisible()
  await expectAccessible(ben)

  await page.reload()
  const standing = page.locator('.standings li').filter({ hasText: 'Ben Reader' })
  await expect(standing).toContainText('1 answer too late')
  await standing.locator('summary').click()
  await expect(standing.locator('.late-answers li')).toHaveText(/^1\. .*: right, /)
  await expectAccessible(page)
})
