import { closeStore } from '../../server/db.ts'
import { pass } from './history.ts'
import { join } from './members.ts'
import { answerByKeyboard, expect, keepAllOf, learnAnswers, listQuizzes, test, verdict } from './reader.ts'

test.afterAll(closeStore)

test('facts of a quiz come back days later, are reviewed by keyboard alone, and graded anew', async ({
  page,
}) => {
  const mail = await join(page)
  const [quiz = ''] = await listQuizzes(page)
  const answers = await learnAnswers(page, quiz)
  await keepAllOf(page, quiz)

  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
  await pass(mail, 20)
  await page.reload()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(/^\d+ due, \d+ today$/)
  const due = Number((await title.textContent())?.split(' ')[0])
  await page.getByRole('button', { name: 'Begin' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#stem').waitFor()
  await expect(page.locator('.quiz-title')).toContainText('Daily review')

  for (let position = 1; position <= due; position++) {
    await expect(page.locator('.place')).toHaveText(new RegExp(`^${position} of ${due}$`))
    const isKnown = answers.has((await page.locator('#stem').textContent()) ?? '')
    if (isKnown) await answerByKeyboard(page, answers, true)
    await page.getByRole('button', { name: isKnown ? 'Check' : 'Show me the answer' }).focus()
    await page.keyboard.press('Enter')
    await expect(verdict(page)).toBeVisible()
    await page.getByRole('button', { name: /^(?:Next question|See your results)$/ }).focus()
    await page.keyboard.press('Enter')
  }
  await page.locator('.score').waitFor()
  await page.getByRole('link', { name: 'Daily review', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
  const back = page.getByRole('region', { name: 'Back today' })
  await expect(back.getByRole('listitem')).toHaveCount(due)

  const grade = back.getByRole('combobox').first()
  const drawnAgain = page.waitForEvent('load')
  await grade.selectOption('Without effort')
  await drawnAgain
  await expect(back.getByRole('combobox').first()).toHaveValue('easy')
  await back.getByRole('button', { name: 'Undo' }).first().click()
  await expect(back.getByRole('listitem')).toHaveCount(due - 1)
  await page
    .getByRole('button', { name: /^Set aside/ })
    .first()
    .click()
  await expect(page.getByText(/; set aside/)).toBeVisible()
})
