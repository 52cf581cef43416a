import { begin, expect, firstQuiz, tabTo, test } from './reader.ts'

test('the question mark lists the keys, and a switch turns them off for good', async ({ page }) => {
  const quiz = await firstQuiz(page)
  await begin(page, quiz)
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys' })
  await expect(list).toBeVisible()
  await tabTo(page, list.getByRole('checkbox', { name: /Use these keys/ }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.press('s')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.place')).toHaveText(/^1 of/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('keys rest while a reader types', async ({ page }) => {
  await begin(page, await firstQuiz(page))
  await page.keyboard.press('f')
  const words = page.getByRole('textbox', { name: 'In your words, if you like' })
  await tabTo(page, words)
  await page.keyboard.type('first? so 1 is not the key')
  await expect(words).toHaveValue('first? so 1 is not the key')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('a reader can say that a question is wrong', async ({ page }) => {
  await begin(page, await firstQuiz(page))
  await page.keyboard.press('f')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('.problem')).toHaveText('Choose what is wrong first.')
  await page.getByRole('radio', { name: 'The question is unclear' }).check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).not.toBeEmpty()
})

test('an empty answer is not sent; the answer can be asked for instead', async ({ page }) => {
  await begin(page, await firstQuiz(page))
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.locator('.problem')).toContainText(/Answer first|Type a number/)
  await page.getByRole('button', { name: 'Show me the answer' }).click()
  await expect(page.getByRole('heading', { name: /^The answer is / })).toBeFocused()
})
