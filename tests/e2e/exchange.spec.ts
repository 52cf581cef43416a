import { expect, test } from './reader.ts'

test('nothing of bringing questions in is there for readers', async ({ page }) => {
  expect((await page.goto('/bank/import'))?.status()).toBe(404)
})
