import {
  answerByKeyboard,
  begin,
  expect,
  fetchAttempt,
  firstQuiz,
  learnAnswers,
  settle,
  test,
  verdict,
} from './reader.ts'

test('a closed browser finds its open quiz on the front page and goes on where it stopped', async ({
  browser,
  context,
  page,
}) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  await begin(page, quiz)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(verdict(page)).toBeVisible()
  const state = await context.storageState()
  await context.close()

  const later = await (await browser.newContext({ storageState: state })).newPage()
  await later.goto(process.env.BASE_URL ?? '')
  const open = later.getByRole('region', { name: 'Go on where you stopped' })
  await expect(open).toContainText(/1 of \d+ answered/)
  await open.getByRole('link').first().click()
  await expect(later.locator('.place')).toHaveText(/^2 of \d+$/)
  await later.context().close()
})

test('answers given offline wait, outlive the page, and arrive once, in order, when the network is back', async ({
  context,
  page,
}) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  await settle(page)
  await context.setOffline(true)
  for (const position of [1, 2]) {
    await expect(page.locator('.place')).toHaveText(new RegExp(`^${position} of`))
    await answerByKeyboard(page, answers, true)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(
      page.getByText(`Offline: ${position === 1 ? '1 answer' : '2 answers'} waiting`),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Next question' }).click()
  }
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/responses')) sent.push(request.postDataJSON().position)
  })
  await context.setOffline(false)
  await expect(page.getByText('Your answer to question 1 has been checked.')).toBeVisible()
  await expect(page.getByText('Your answer to question 2 has been checked.')).toBeVisible()
  await expect(page.getByText(/^Saved /)).toBeVisible()
  expect(sent).toEqual([1, 2])
  const { items } = await fetchAttempt(page, id)
  expect(items.slice(0, 3).map(({ final }) => final)).toEqual([true, true, false])
  await page.getByRole('button', { name: 'See how it went' }).first().click()
  await expect(verdict(page)).toHaveText('Correct')
})

test('answers that wait when the page is closed are sent when the quiz is opened again', async ({
  context,
  page,
}) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  await settle(page)
  await context.setOffline(true)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Offline: 1 answer waiting')).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(`/quiz/${id}`)
  await expect.poll(async () => (await fetchAttempt(later, id)).items[0]?.final).toBe(true)
})

test('the other tab is told when an answer was given there', async ({ context, page }) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  const other = await context.newPage()
  await other.goto(`/quiz/${id}`)
  await expect(other.locator('.place')).toHaveText(/^1 of/)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(verdict(page)).toHaveText('Correct')
  await answerByKeyboard(other, answers, false)
  await other.getByRole('button', { name: 'Check' }).click()
  await expect(
    other.getByRole('status').filter({ hasText: /answered this in another tab|can no longer change/ }),
  ).toBeVisible()
  await expect(verdict(other)).toHaveText('Correct')
})

test('another browser cannot open the quiz, and is told no more than that there is none', async ({
  browser,
  page,
}) => {
  const id = await begin(page, await firstQuiz(page))
  const context = await browser.newContext()
  const stranger = await context.newPage()
  await stranger.goto(new URL(`/quiz/${id}`, process.env.BASE_URL).href)
  await expect(stranger.getByRole('heading', { name: 'No quiz here' })).toBeVisible()
  const reply = await stranger.request.get(new URL(`/api/attempts/${id}`, process.env.BASE_URL).href)
  const unknown = '00000000-0000-4000-8000-000000000000'
  const missing = await stranger.request.get(new URL(`/api/attempts/${unknown}`, process.env.BASE_URL).href)
  expect([reply.status(), await reply.text()]).toEqual([404, await missing.text()])
  await context.close()
})
