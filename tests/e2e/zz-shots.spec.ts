import { SCREENS } from './pages.ts'
import { test } from './reader.ts'
for (const { name, open } of SCREENS.filter(({ name }) => /grade/.test(name)))
  test(`shot ${name}`, async ({ page }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      if (width === 360) await open(page)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/w/shots/${name.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true })
    }
  })
