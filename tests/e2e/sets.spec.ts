import type { Page } from '@playwright/test'
import { ADMIN, fillSignUp, freshMail, makeSetFrom, signIn } from './members.ts'
import { expect, test } from './reader.ts'

const stems = (page: Page) =>
  page.getByRole('list', { name: 'Questions' }).locator('.stem-link').allTextContents()
const ARTICLE = '/articles/boeing-door-plug'

test('a teacher goes from an article to a set, puts it in order, draws another by rule, and a colleague copies it', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  await signIn(page, ADMIN.mail)
  const address = await makeSetFrom(page, ARTICLE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Boeing counts the cost/)
  const before = await stems(page)
  expect(before.length).toBeGreaterThan(5)
  const [first = '', second = '', third = ''] = before

  // In order, by keyboard alone: shown at once, kept, and as it was on another visit.
  const down = page.getByRole('button', { name: `Move down: ${first}` })
  await down.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(down).toBeFocused()
  const after = [second, third, first, ...before.slice(3)]
  expect(await stems(page)).toEqual(after)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  expect(await stems(page)).toEqual(after)

  // A second tab has the set as it was: its change is refused, and nothing is lost.
  const tab = await page.context().newPage()
  await tab.goto(address)
  await page.getByRole('button', { name: `Take out ${second}` }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await tab.getByRole('button', { name: `Take out ${third}` }).click()
  await expect(tab.getByText('has been changed meanwhile, in another tab')).toBeVisible()
  await tab.getByRole('button', { name: 'Load the page again' }).click()
  await expect(tab.getByRole('button', { name: `Take out ${second}` })).toHaveCount(0)
  expect(await stems(tab)).toEqual(after.slice(1))
  await tab.close()

  // From the bank, one of another article.
  await page.getByRole('link', { name: 'Add from the bank' }).click()
  await page.getByLabel('Words of the article’s title').fill('Alibaba')
  await page.getByLabel('Kind').selectOption('Choice')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/title=Alibaba/)
  const row = page.getByRole('list', { name: 'Questions' }).getByRole('listitem').filter({
    hasNotText: 'Only right after its article',
  })
  const added = (await row.first().locator('.stem-link').textContent()) ?? ''
  await row.first().getByRole('button', { name: 'Add to the set' }).click()
  await expect(page.getByText(/^In ‘Boeing counts/)).toBeVisible()
  await page.getByRole('link', { name: /^Back to ‘Boeing/ }).click()
  await expect(page.getByRole('list', { name: 'Questions' })).toContainText(added)
  expect((await stems(page)).at(-1)).toBe(added)

  // As a learner sees it: a question at a time, and no key.
  const keyless = page.getByRole('link', { name: 'See it as a learner does' })
  await keyless.click()
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await expect(page.locator('#stem')).toBeFocused()
  await page.getByRole('link', { name: 'Back to the set' }).click()
  const assign = page.getByRole('link', { name: 'Assign to a class' })
  await expect(assign).toHaveAttribute('href', /^\/assign\?set=[0-9a-f-]{36}$/)
  await assign.click()
  await page.waitForURL('**/assign?set=*')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Boeing counts the cost/)

  // By rule: seen before it is kept, drawn again at will.
  await page.goto('/sets/draw')
  await page.getByLabel('How many questions').fill('6')
  await page.getByLabel('Of several kinds').selectOption('Three or more')
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('heading', { name: 'What was drawn' }).waitFor()
  const drawn = await stems(page)
  expect(drawn).toHaveLength(6)
  await page.reload()
  expect(await stems(page)).toEqual(drawn)
  await page.getByRole('link', { name: 'Draw again' }).click()
  await expect.poll(() => stems(page)).not.toEqual(drawn)
  await page.getByRole('button', { name: 'Keep it as a set' }).waitFor()
  const kept = await stems(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Six by rule')
  await page.getByRole('button', { name: 'Keep it as a set' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Six by rule')
  expect(await stems(page)).toEqual(kept)

  // A colleague looks by the link and takes a copy; then the link is taken back.
  await page.getByRole('button', { name: 'Make a link for other teachers' }).click()
  const link = (await page.locator('.made-link').textContent()) ?? ''
  await page.goto('/people')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const invitation = (await page.locator('.made-link').textContent()) ?? ''
  const colleague = await (await browser.newContext({ baseURL: process.env.BASE_URL ?? '' })).newPage()
  expect((await colleague.goto(link))?.status()).toBe(404)
  await colleague.goto(invitation)
  await fillSignUp(colleague, freshMail())
  await colleague.waitForURL('**/me')
  await colleague.goto(link)
  await expect(colleague.getByText(`Set, shared by ${ADMIN.name}`)).toBeVisible()
  expect(await stems(colleague)).toEqual(kept)
  await colleague.getByRole('button', { name: 'Take a copy of your own' }).click()
  await expect(colleague.getByText('All sets')).toBeVisible()
  expect(await stems(colleague)).toEqual(kept)
  expect((await colleague.goto(address))?.status()).toBe(404)
  await page.goto('/sets')
  await page.getByRole('link', { name: 'Six by rule' }).first().click()
  await page.getByRole('button', { name: 'Take the link back' }).click()
  await expect(page.getByText('Nobody else sees it.')).toBeVisible()
  expect((await colleague.goto(link))?.status()).toBe(404)
  await colleague.context().close()

  // Put away, and out again.
  await page.getByRole('button', { name: 'Put it away' }).click()
  await expect(page.getByText('Set, put away')).toBeVisible()
  await page.goto('/bank')
  await expect(page.getByLabel('Put questions into')).not.toContainText('Six by rule')
})

test('a question of the bank shows its key and its source, and bears a teacher’s words', async ({ page }) => {
  await signIn(page, ADMIN.mail)
  await page.goto(`/bank?${new URLSearchParams({ kind: 'choice', q: 'Boeing' })}`)
  await page.locator('.stem-link').first().click()
  const key = page.getByRole('region', { name: 'Key and source' })
  await expect(key.locator('.passage').first()).toBeVisible()
  await expect(key.getByText('Right', { exact: true })).toHaveCount(1)
  const word = `week ${Date.now()}`
  await page.getByLabel('A word of your own').fill(word)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: word }).click()
  await expect(page.getByRole('list', { name: 'Questions' }).getByRole('listitem')).toHaveCount(1)
  await page.locator('.stem-link').click()
  await page.getByRole('button', { name: `Take away the word ${word}` }).click()
  await expect(page.getByRole('link', { name: word })).toHaveCount(0)
})

test('nothing of it is there for readers, and an article offers them no set', async ({ page }) => {
  await page.goto(ARTICLE)
  await expect(page.getByRole('button', { name: 'Make a set from this article' })).toHaveCount(0)
  for (const address of ['/bank', '/sets', '/sets/draw'])
    expect((await page.goto(address))?.status(), address).toBe(404)
})
