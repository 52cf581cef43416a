import { expect, test } from './reader.ts'

/** Narrow phones, and wide screens at 200%, lay a page out in so many pixels. */
const NARROW = { width: 360, height: 740 }

const isScrolledSideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth

test('an article is found by search, with what was found marked, and its quiz taken', async ({ page }) => {
  await page.goto('/library')
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('door plug')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('‘door plug’')
  await expect(page.locator('.story mark').first()).toHaveText(/door|plug/i)
  await page.getByRole('link', { name: /^Boeing counts the cost/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Boeing')
  await page.getByRole('link', { name: 'Quiz me', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible()
})

test('an article is found by its company and by its concept', async ({ page }) => {
  await page.goto('/library')
  await page
    .getByRole('navigation', { name: 'Narrow the library' })
    .getByRole('link', { name: /^Apple/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apple')
  await page.getByRole('link', { name: /^Alibaba names its price/ }).click()
  await page.getByRole('link', { name: 'Capital expenditure' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Capital expenditure')
  await expect(page.getByRole('region', { name: 'What it means' })).toContainText('For example')
  await expect(page.getByRole('link', { name: /^Alibaba names its price/ })).toBeVisible()
})

test('an article says what a link to it looks like elsewhere, with a picture', async ({ page }) => {
  await page.goto('/articles/boeing-door-plug')
  const told = (property: string) => page.locator(`meta[property="og:${property}"]`)
  await expect(told('title')).toHaveAttribute('content', /^Boeing counts the cost/)
  await expect(told('url')).toHaveAttribute('content', page.url())
  const address = (await told('image').getAttribute('content')) ?? ''
  expect(new URL(address).origin).toBe(new URL(page.url()).origin)
  const picture = await page.request.get(address)
  expect(picture.status()).toBe(200)
  expect(picture.headers()['content-type']).toBe('image/png')
  expect((await picture.body()).subarray(1, 4).toString('latin1')).toBe('PNG')
  expect((await page.request.get(address.replace('boeing-door-plug', 'no-such-article'))).status()).toBe(404)
})

test('the library is sorted and narrowed by links, which take back what they did', async ({ page }) => {
  await page.goto('/library')
  const first = page.locator('.story h2 a').first()
  const newest = await first.textContent()
  await page.getByRole('link', { name: 'Oldest' }).click()
  await expect(first).not.toHaveText(newest ?? '')
  await page.getByRole('link', { name: 'Easy', exact: true }).click()
  await expect(page).toHaveURL(/level=easy/)
  await page.getByRole('link', { name: 'Easy', exact: true }).click()
  await expect(page).not.toHaveURL(/level/)
  await expect(page).toHaveURL(/sort=oldest/)
})

test('a term is explained in place, with the keyboard too', async ({ page }) => {
  await page.goto('/articles/alibaba-ai-spending')
  const term = page.locator('.prose .term').first()
  await term.focus()
  await page.keyboard.press('Enter')
  const pane = page.locator('.term-pane:popover-open')
  await expect(pane).toBeVisible()
  await expect(pane.getByRole('heading')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)
})

test('the text grows, and stays so on the next page', async ({ page }) => {
  await page.goto('/articles/alibaba-ai-spending')
  const size = () =>
    page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.querySelector('.prose') as Element).fontSize),
    )
  const normal = await size()
  await page.getByLabel('Text size').selectOption('Largest')
  expect(await size()).toBeGreaterThan(1.3 * normal)
  await page.goto('/articles/boeing-door-plug')
  await expect.poll(size).toBeGreaterThan(1.3 * normal)
})

test('an article is read aloud a paragraph at a time, and stops when told', async ({ page }) => {
  await page.addInitScript(() => {
    const spoken: string[] = []
    const voice = {
      speak: (each: SpeechSynthesisUtterance) => {
        spoken.push(each.text)
        if (spoken.length < 3) setTimeout(() => each.onend?.(new Event('end') as SpeechSynthesisEvent), 0)
      },
      cancel: () => {},
      pause: () => {},
      resume: () => {},
    }
    Object.defineProperty(window, 'speechSynthesis', { value: voice })
    Object.defineProperty(window, 'spoken', { value: spoken })
  })
  await page.goto('/articles/alibaba-ai-spending')
  await page.getByRole('button', { name: 'Listen' }).click()
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  await expect.poll(async () => (await spoken()).length).toBe(3)
  expect((await spoken())[0]).toContain('Alibaba names its price')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible()
})

test('what is related and what came before and after stand below an article', async ({ page }) => {
  await page.goto('/articles/alibaba-ai-spending')
  await expect(page.getByRole('region', { name: 'Related' }).getByRole('article').first()).toBeVisible()
  const others = page.getByRole('navigation', { name: 'Other articles' })
  await others.getByRole('link', { name: /^Later/ }).click()
  await expect(page).not.toHaveURL(/alibaba/)
  await page
    .getByRole('navigation', { name: 'Other articles' })
    .getByRole('link', { name: /^Earlier/ })
    .click()
  await expect(page).toHaveURL(/alibaba-ai-spending/)
})

for (const address of [
  '/library?q=profit',
  '/companies/Nvidia',
  '/concepts/Gross_margin',
  '/articles/nvidia-sales-more-than-double',
])
  test(`${address} fits a narrow screen`, async ({ page }) => {
    await page.setViewportSize(NARROW)
    await page.goto(address)
    expect(await page.evaluate(isScrolledSideways)).toBe(false)
  })
