import AxeBuilder from '@axe-core/playwright'
import { WCAG } from './accessibility.ts'
import { SCREENS } from './pages.ts'
import { watchPolicy } from './policy.ts'
import { expect, test } from './reader.ts'

for (const { name, open } of SCREENS) {
  test(`${name}: axe finds nothing in light and dark, it fits 360 pixels and 200%, and nothing of it is blocked`, async ({
    page,
  }) => {
    const violations = await watchPolicy(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page)
    for (const width of [360, 640, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations: faults } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
      const said = faults.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(said, colorScheme).toEqual([])
    }
    expect(await violations()).toEqual([])
  })
}

test('axe would find a fault that is planted', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button type="button"></button>')
  })
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(violations.map(({ id }) => id)).toContain('button-name')
})

test('a chosen theme is kept and stands before the page is drawn', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await page.getByLabel('Colours').selectOption('Dark')
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.goto('/library')
  expect(await paper()).toBe(dark)
})

test('a fact in the margin lights up its sentence, and a sentence its facts', async ({ page }) => {
  await SCREENS.find(({ name }) => name === 'article')?.open(page)
  const facts = page.getByRole('complementary', { name: 'Key facts' })
  const fact = facts.getByRole('listitem').getByRole('button').nth(1)
  await fact.click()
  await expect(page.locator('.prose [data-lit]').first()).toBeVisible()
  await fact.click()
  await expect(page.locator('.prose [data-lit]')).toHaveCount(0)
  await page.locator('.prose [data-facts]').first().click()
  await expect(facts.locator('button[aria-pressed="true"]').first()).toBeVisible()
})
