import { expect, ownQuizzes, test } from './reader.ts'

test('a guest takes a mixed quiz from the front page, and each answer leads to its own article', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'a mixed quiz' }).click()
  await expect(
    page.getByText(/^\d+ questions, about \d+ min, from \d+ articles of the library/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(/\/quiz\/[^/]+/)
  await expect(page.locator('.place')).toHaveText(/^1 of \d+$/)

  const articles = new Set<string>()
  for (let isOver = false; !isOver; ) {
    await page.getByRole('button', { name: 'Show me the answer' }).click()
    await page.getByRole('button', { name: 'Open in article' }).click()
    const panel = page.getByRole('region', { name: 'Text of the article' })
    await expect(panel.locator('mark').first()).toBeInViewport()
    const address = await page.getByRole('link', { name: 'The article on its own page' }).getAttribute('href')
    articles.add(address ?? '')
    await page.keyboard.press('Escape')
    const next = page.getByRole('button', { name: /^(?:Next question|Next|See your results)$/ })
    isOver = (await next.innerText()) === 'See your results'
    await next.click()
  }
  expect(articles.size).toBeGreaterThan(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0 of \d+$/)
  await page.getByRole('link', { name: 'Another mixed quiz' }).click()
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible()
  await page.goto('/me')
  await expect(ownQuizzes(page).filter({ hasText: 'A mixed quiz' })).toBeVisible()
})

test('the page of a concept offers a mixed quiz on it', async ({ page }) => {
  await page.goto('/concepts/Backlog')
  await page.getByRole('link', { name: 'Quiz me on this' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A mixed quiz on Backlog')
})
