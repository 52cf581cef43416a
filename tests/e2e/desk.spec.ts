import type { Page } from '@playwright/test'
import { ADMIN, fillSignUp, freshMail, signIn } from './members.ts'
import { expect, test } from './reader.ts'
import { openAnother, openDesk } from './school.ts'

const ARTICLE = '/articles/boeing-door-plug'
const states = (page: Page) =>
  page.getByRole('navigation', { name: 'Drafts' }).getByRole('button').allTextContents()
const stem = (page: Page) => page.locator('#draft-stem')

test('a teacher goes through an article’s questions by key, mends one, writes one, and makes a set of what is approved', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signIn(page, ADMIN.mail)
  await openDesk(page, ARTICLE)
  const count = (await states(page)).length
  expect(count).toBeGreaterThan(8)

  // By key alone: approve, reject, move, undo.
  await expect(page.getByText(`1 of ${count}`)).toBeVisible()
  await expect(page.getByText('The checker passes it')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText(`2 of ${count}`)).toBeVisible()
  await expect(stem(page)).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByText(`3 of ${count}`)).toBeVisible()
  expect((await states(page)).slice(0, 3)).toEqual(['1, approved', '2, rejected', '3, open'])
  await page.keyboard.press('u')
  await expect(page.getByText(`2 of ${count}`)).toBeVisible()
  await expect.poll(async () => (await states(page))[1]).toBe('2, open')
  await page.keyboard.press('k')
  await expect(page.getByText(`1 of ${count}`)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  // Written otherwise: the checker speaks at once, and what breaks a key is approved by nobody.
  await page.keyboard.press('e')
  const field = page.getByLabel(/^(?:Question|Statement|Sentence, with _____ for the gap|Instruction)$/)
  const sound = await field.inputValue()
  await field.fill('How did this go?')
  await expect(page.getByText(/It breaks (?:a|\d+) rule/)).toBeVisible()
  await field.fill(sound)
  await expect(page.getByText('The checker passes it')).toBeVisible()
  await page.getByRole('button', { name: 'Take out passage 1' }).click()
  await expect(page.getByText('Has to be mended:').first()).toBeVisible()
  // Anchored anew, from the keyboard.
  const sentences = page.locator('.sentence')
  await sentences.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add it as a passage' }).click()
  await expect(page.getByRole('button', { name: /^Take out passage/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(page.getByText('The checker passes it')).toBeVisible()

  // More of one kind, and one by hand.
  await page.getByLabel('Kind').selectOption('True or false')
  await page.getByRole('button', { name: 'Ask for more', exact: true }).click()
  await expect(page.getByText(/more lies? on the desk|Nothing more passes/)).toBeVisible()
  await page.getByRole('button', { name: /^Write one/ }).click()
  const said = (await sentences.nth(1).textContent()) ?? ''
  await sentences.nth(1).click()
  await page.getByRole('button', { name: 'Add it as a passage' }).click()
  await page.getByRole('textbox', { name: 'Statement' }).fill(said)
  await page.getByLabel('Why that is right').fill('The article says so.')
  await page.getByRole('button', { name: 'Lay it on the desk' }).click()
  await expect(page.getByText(/written by hand · open/)).toBeVisible()

  await page.getByRole('button', { name: /^Make a set of the 1 question approved/ }).click()
  await page.waitForURL('**/sets/*')
  await expect(page.getByRole('list', { name: 'Questions' }).getByRole('listitem')).toHaveCount(1)
  await page.goto('/desks')
  await expect(page.getByText(/1 approved/).first()).toBeVisible()
})

test('two teachers at one desk see each other’s work, and neither overwrites the other', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, ADMIN.mail)
  await openDesk(page, '/articles/alibaba-ai-spending')
  const share = page.getByRole('button', { name: 'Make a link for other teachers' })
  if (await share.isVisible()) await share.click()
  const link = (await page.locator('.made-link').textContent()) ?? ''

  const colleague = await openAnother(page)
  await page.goto('/people')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const invitation = (await page.locator('.made-link').textContent()) ?? ''
  await colleague.goto(invitation)
  await fillSignUp(colleague, freshMail())
  await colleague.waitForURL('**/me')
  await colleague.goto(link)
  await colleague.getByRole('button', { name: 'Work at this desk' }).click()
  await colleague.waitForURL('**/desks/*')
  await page.goto(colleague.url())
  await page.waitForLoadState('networkidle')

  // The first one writes; meanwhile the second decides.
  const before = await stem(page).textContent()
  await page.keyboard.press('e')
  const field = page.getByRole('textbox').first()
  const written = `${await field.inputValue()} Or so.`
  await field.fill(written)
  await expect(stem(colleague)).toHaveText(before ?? '')
  await colleague.keyboard.press('a')
  await expect
    .poll(async () => (await states(colleague)).some((each) => each.endsWith(', approved')))
    .toBe(true)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('A colleague was faster')).toBeVisible()
  await expect(field).toHaveValue(written)
  await page.getByRole('button', { name: 'lay yours down beside it' }).click()
  await page.getByRole('button', { name: 'Lay it on the desk' }).click()
  await expect(page.getByText(/written by hand · open/)).toBeVisible()
  await expect
    .poll(async () => (await states(page)).filter((each) => each.endsWith(', approved')).length)
    .toBe(1)
  await colleague.context().close()
})
