import { expect, goToEnd, test } from './reader.ts'

const dayBack = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('today’s quiz is seven questions, and its results give a line to share that gives nothing away', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await expect(page.getByText(/^7 questions, about \d+ min/)).toBeVisible()
  await page.getByRole('radio', { name: 'Test' }).check()
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.locator('#stem').waitFor()
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  const line = page.getByRole('textbox', { name: 'A line to share' })
  await expect(line).toHaveValue(/^Bellwether, .+: 0 of 7 ○{7}$/)
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText(/^(?:Copied|Selected)/)).toBeVisible()
})

test('yesterday’s quiz can be taken too, is another one, and stands in the archive', async ({ page }) => {
  await page.goto(`/today/${dayBack(1)}`)
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible()
  await page.goto('/today')
  await page.getByRole('region', { name: 'Earlier days' }).getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(dayBack(1)))
  await expect(page.getByText(/^7 questions/)).toBeVisible()
})

test('a day to come has no quiz, and what is no day is not there', async ({ page, complaints }) => {
  await page.goto(`/today/${dayBack(-3)}`)
  await expect(page.getByText('There is no quiz of that day.')).toBeVisible()
  const reply = await page.goto('/today/never')
  expect(reply?.status()).toBe(404)
  complaints.length = 0
})

test('the feed is sound XML with the newest articles', async ({ page }) => {
  await page.goto('/')
  const reply = await page.request.get('/feed.xml')
  expect(reply.headers()['content-type']).toContain('application/atom+xml')
  const told = await page.evaluate(
    (text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml')
      return {
        faults: read.querySelectorAll('parsererror').length,
        links: [...read.querySelectorAll('entry > link')].map((link) => link.getAttribute('href')),
      }
    },
    await reply.text(),
  )
  expect(told.faults).toBe(0)
  expect(told.links.length).toBeGreaterThanOrEqual(3)
  expect((await page.request.get(told.links[0] ?? '')).status()).toBe(200)
})
