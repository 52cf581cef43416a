import type { Page } from '@playwright/test'
import { ADMIN, signIn } from './members.ts'
import { expect, test } from './reader.ts'

/** Opens a page whose scripts come only when they are let in. */
async function openAsleep(page: Page, address: string): Promise<() => Promise<void>> {
  let letIn = () => {}
  const gate = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return async () => {
    letIn()
    await page.waitForLoadState('networkidle')
    await page.unroute('**/_next/static/**/*.js')
  }
}

test('what is typed before the script of a page runs stays, and the page knows it', async ({ page }) => {
  await signIn(page, ADMIN.mail)
  await page.goto('/library')
  await page.locator('a[href^="/articles/"]').first().click()
  const edit = await page.getByRole('link', { name: 'Correct it' }).getAttribute('href')
  if (edit === null) throw new Error('no article can be corrected')

  // A field that has a text to begin with: what is typed at its end stays there, and so does the place to go on from.
  const wake = await openAsleep(page, edit)
  const text = page.getByLabel('Text', { exact: true })
  await text.press('Control+End')
  await text.pressSequentially(' Typed early')
  await wake()
  await expect(page.getByRole('button', { name: 'See what would change' })).toBeEnabled()
  await page.keyboard.type(', and late.')
  await expect(text).toHaveValue(/\S Typed early, and late\.$/)

  // A field that the page holds the value of: the page knows what was typed, or it would send nothing.
  const wakeToo = await openAsleep(page, '/bring-in')
  await page.getByLabel('Or a text').pressSequentially('Kettles\n\nA kettle of steel.')
  await wakeToo()
  await expect(page.getByRole('button', { name: 'Read it' })).toBeEnabled()
  await expect(page.getByLabel('Or a text')).toHaveValue('Kettles\n\nA kettle of steel.')
  const sent = page.waitForRequest('**/api/imports?*')
  await page.getByRole('button', { name: 'Read it' }).click()
  await sent
})
