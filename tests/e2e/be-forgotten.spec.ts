import type { Route } from '@playwright/test'
import { begin, expect, firstQuiz, ownQuizzes, test } from './reader.ts'

test('a reader lets this browser forget the scores; a request from nowhere does not', async ({ page }) => {
  await begin(page, await firstQuiz(page))
  await page.goto('/me')
  await expect(ownQuizzes(page)).toHaveCount(2)
  await page.getByText('Forget my scores').click()

  // The browser's own request, sent once more without saying where it comes from: Next would let it in.
  const resend = async (route: Route) => {
    const { origin: _, ...headers } = await route.request().allHeaders()
    const url = route.request().url()
    const refused = await page.request.post(url, { headers, data: route.request().postDataBuffer() ?? '' })
    expect(await refused.text()).toContain('This request did not come from a page of this site.')
    expect(await (await page.request.get(url)).text()).toContain('answered')
    await route.continue()
  }
  await page.route('**/me', resend, { times: 1 })
  await page.getByRole('button', { name: 'Forget them' }).click()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  expect((await page.context().cookies()).filter(({ name }) => name.endsWith('bellwether'))).toEqual([])
})
