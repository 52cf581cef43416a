import { HINT, QUESTIONS } from '../support/quiz.ts'
import {
  answerByKeyboard,
  begin,
  expect,
  fetchAttempt,
  learnAnswers,
  ownQuizzes,
  tabTo,
  test,
  verdict,
} from './reader.ts'

const quiz = process.env.EVERY_KIND ?? ''
const positionOf = (kind: string) => QUESTIONS.findIndex((question) => question.kind === kind) + 1
const [NUMBER, GAP] = [positionOf('number'), positionOf('cloze')]

test('a second try with the keyboard alone: a wrong answer, the hint, half a mark', async ({ page }) => {
  test.slow()
  const answers = await learnAnswers(page, quiz)
  const notYet = page.getByRole('heading', { name: 'Not right yet' })
  const go = (position: number) =>
    page
      .getByRole('navigation', { name: 'Questions' })
      .getByRole('button')
      .nth(position - 1)
      .click()
  const laterVerdict = page.getByRole('heading', { level: 2, name: /^Right at the/ })
  const check = async () => {
    await tabTo(page, page.getByRole('button', { name: 'Check' }))
    await page.keyboard.press('Enter')
  }

  await page.goto(quiz)
  await tabTo(page, page.getByRole('radio', { name: '1', exact: true }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '2', exact: true })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Start' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quiz\/[^/]+/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''

  // Before a try there is no hint, by key or by mouse.
  await expect(page.getByText('2 tries left')).toBeVisible()
  await page.keyboard.press('h')
  await expect(page.getByText(HINT)).toHaveCount(0)
  expect(JSON.stringify(await fetchAttempt(page, id))).not.toContain(HINT)

  await answerByKeyboard(page, answers, false)
  await check()
  await expect(notYet).toBeFocused()
  await expect(page.getByText('If it is right then, it earns half a mark.')).toBeVisible()
  await expect(page.getByText('1 try left')).toBeVisible()
  await expect(page.locator('.feedback')).toHaveCount(0)
  // The habit of pressing Enter costs no try.
  await page.keyboard.press('Enter')
  await expect(page.locator('.problem')).toHaveText('That was not right. Change your answer first.')
  await page.keyboard.press('h')
  await expect(page.getByText(`Hint: ${HINT}`)).toBeFocused()
  await answerByKeyboard(page, answers, true)
  await check()
  await expect(laterVerdict).toBeFocused()
  await expect(laterVerdict).toHaveText('Right at the second try')
  await expect(page.getByText('Counts as 0.5 of 1 at the second try.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Question 1, right at a later try' })).toBeVisible()

  // In a text field the key writes its letter; after a reload the try is still used, and nothing steals the focus.
  await go(GAP)
  await answerByKeyboard(page, answers, false)
  await check()
  await expect(notYet).toBeFocused()
  await tabTo(page, page.getByRole('textbox'))
  await page.keyboard.type('hhh')
  await expect(page.getByText(HINT)).toHaveCount(0)
  await page.reload()
  await expect(notYet).toBeVisible()
  await expect(notYet).not.toBeFocused()
  await answerByKeyboard(page, answers, false)
  await check()
  await expect(verdict(page)).toHaveText(/^Not quite: /)

  // A statement has one try.
  await go(positionOf('true-false'))
  await expect(page.getByText('1 try left')).toBeVisible()
  await answerByKeyboard(page, answers, false)
  await check()
  await expect(verdict(page)).toHaveText(/^Not quite: /)

  await go(NUMBER)
  await answerByKeyboard(page, answers, true)
  await check()
  await expect(verdict(page)).toHaveText('Correct')

  await page.getByRole('navigation', { name: 'Questions' }).getByRole('button').last().click()
  await page.getByRole('button', { name: 'Show me the answer' }).click()
  await page.getByRole('button', { name: 'See your results' }).click()
  await page.getByRole('button', { name: 'See your results' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`1.5 of ${QUESTIONS.length}`)
  await expect(page.getByText(/^1 question right, 1 at a later try, /)).toBeVisible()
  await expect(page.getByText('12%; right at the second try, half a mark')).toBeVisible()
  await page.goto('/me')
  await expect(ownQuizzes(page).filter({ hasText: 'Practice, 2 tries' })).toContainText('1.5 of 8')
})

test('a try made offline waits, and tells how it went when the network is back', async ({
  page,
  context,
}) => {
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz, 'Practice', 3)
  await answerByKeyboard(page, answers, false)
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText(/You are offline\. This answer is kept/)).toBeVisible()
  await page.getByRole('button', { name: 'Next question' }).click()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'See how it went' }).click()
  await expect(page.getByRole('heading', { name: 'Not right yet' })).toBeVisible()
  expect((await fetchAttempt(page, id)).items[0]?.tried).toMatchObject({ used: 1, left: 1, hint: HINT })
})

test('two tabs share the tries of a question', async ({ page, context }) => {
  const answers = await learnAnswers(page, quiz)
  await begin(page, quiz, 'Practice', 2)
  const other = await context.newPage()
  await other.goto(page.url())
  await other.locator('#stem').waitFor()
  await answerByKeyboard(page, answers, false)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('heading', { name: 'Not right yet' })).toBeVisible()
  // The other tab knows nothing of it yet: it is told, and has the one try that is left.
  await answerByKeyboard(other, answers, false)
  await other.getByRole('button', { name: 'Check' }).click()
  await expect(other.locator('.notice').first()).toContainText('another tab')
  await expect(other.getByText('1 try left')).toBeVisible()
})

test('at 360 pixels a finger finds the tries and the hint', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: process.env.BASE_URL ?? '',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(quiz)
  await page.getByText('3', { exact: true }).tap()
  await expect(page.getByRole('radio', { name: '3', exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Start' }).tap()
  await page.getByRole('radio', { name: '8%' }).tap()
  await page.getByRole('button', { name: 'Check' }).tap()
  await page.getByRole('button', { name: 'Show a hint' }).tap()
  await expect(page.getByText(`Hint: ${HINT}`)).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await context.close()
})
