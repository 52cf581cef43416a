import { waitingFor } from './device.ts'
import {
  answerByKeyboard,
  expect,
  fetchAttempt,
  firstQuiz,
  goToEnd,
  learnAnswers,
  ownQuizzes,
  tabTo,
  test,
  verdict,
} from './reader.ts'

test('a whole quiz with the keyboard alone, right and wrong, with a reload and an outage in the middle', async ({
  page,
  context,
}) => {
  test.slow()
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)

  // From the front page, with nothing but keys.
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: /^Quiz me/ }).first())
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quiz$/)
  await tabTo(page, page.getByRole('button', { name: 'Start' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quiz\/[^/]+/)
  await expect(page.locator('.place')).toHaveText(/^1 of \d+$/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const { count } = await fetchAttempt(page, id)
  const right = (position: number) => position % 3 !== 0
  let marked = 0

  for (let position = 1; position <= count; position++) {
    await expect(page.locator('.place')).toHaveText(`${position} of ${count}`)
    await answerByKeyboard(page, answers, right(position))

    if (position === 2) {
      // The answer is saved before it is checked, and is there again after a reload.
      await expect(page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d:\d\d$/ })).toBeVisible()
      const before = await fetchAttempt(page, id)
      expect(before.items[1]?.answered).toBe(true)
      await page.reload()
      await expect(page.locator('.place')).toHaveText(`2 of ${count}`)
      await expect(page.getByRole('button', { name: 'Question 2, answered' })).toBeVisible()
    }
    if (position === 4) await context.setOffline(true)

    await page.locator('#stem').focus()
    await page.keyboard.press('Tab')
    await tabTo(page, page.getByRole('button', { name: 'Check' }))
    await page.keyboard.press('Enter')

    if (position === 4) {
      await expect(page.getByText('Offline: 1 answer waiting')).toBeVisible()
      await expect(page.getByText(/You are offline\. This answer is kept/)).toBeVisible()
      await expect.poll(() => waitingFor(page, id)).toHaveLength(1)
      await context.setOffline(false)
    }
    await expect(verdict(page)).toBeFocused()
    await expect(verdict(page)).toHaveText(
      right(position)
        ? /^Correct$/
        : /^Not quite: (?:(?:the answer|it) is .+, you said .+|(?:none|one) of .+)/,
    )
    // The sentence that settles it stands there, its figure under the marker pen where it has one.
    const passage = page.locator('.passage[data-main]')
    await expect(passage.locator('.quote')).not.toBeEmpty()
    marked += await passage.locator('mark').count()

    if (position === 3) {
      await page.keyboard.press('s')
      const article = page.getByRole('region', { name: 'Text of the article' })
      await expect(article.locator('mark').first()).toBeInViewport()
      await expect(article).toContainText(await passage.locator('.quote').innerText())
      await page.keyboard.press('Escape')
      await expect(article).toBeHidden()
      await verdict(page).focus()
    }
    if (position < count) await page.keyboard.press('Enter')
    else {
      await tabTo(page, page.getByRole('button', { name: 'See your results' }))
      await page.keyboard.press('Enter')
    }
  }

  expect(marked).toBeGreaterThan(0)

  const score = Array.from({ length: count }, (_, index) => right(index + 1)).filter(Boolean).length
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${score} of ${count}`)
  await expect(page.locator('.rows li')).toHaveCount(count)

  await tabTo(page, page.getByRole('button', { name: /^Review/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Review: 1 of ${count - score}`)).toBeVisible()

  await page.goto('/me')
  await expect(ownQuizzes(page).filter({ hasText: `${score} of ${count}` })).toBeVisible()
})

test('a test tells nothing before it is handed in, and everything after', async ({ page }) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  await page.goto(quiz)
  await page.getByRole('radio', { name: /^Test/ }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('.place')).toHaveText(/^1 of/)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('.place')).toHaveText(/^2 of/)
  await expect(page.locator('.feedback')).toHaveCount(0)
  // Answers can be changed until then.
  await page.getByRole('button', { name: 'Back' }).click()
  await answerByKeyboard(page, answers, false)
  await goToEnd(page)
  await expect(page.getByRole('heading', { name: /questions still open$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0 of \d+$/)
})
