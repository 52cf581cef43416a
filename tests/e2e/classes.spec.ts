import { ADMIN, fillSignUp, freshMail, join, makeClass, signIn } from './members.ts'
import { expect, test } from './reader.ts'

test('a teacher makes a class, learners come in by link, slip and roster, and each is looked after', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const base = process.env.BASE_URL ?? ''
  const openPage = async () => (await browser.newContext({ baseURL: base })).newPage()
  await signIn(page, ADMIN.mail)
  await page.getByRole('link', { name: 'Your classes' }).click()
  const name = `Business ${Date.now()}`
  await page.waitForURL('**/classes')
  const address = await makeClass(page, name)

  // By the link, before there is an account.
  const link = (await page.locator('.made-link').textContent()) ?? ''
  const ben = await openPage()
  await ben.goto(link)
  await ben.getByRole('link', { name: 'Make one and come back here' }).click()
  const mail = freshMail()
  await fillSignUp(ben, mail)
  await ben.waitForURL('**/join?code=*')
  await ben.getByRole('button', { name: 'Join' }).click()
  await expect(ben.getByRole('listitem').filter({ hasText: name })).toContainText('taught by Ada Admin')

  // By a slip.
  await page.reload()
  const learners = page.getByRole('region', { name: 'Learners' })
  await expect(learners.getByText(mail)).toBeVisible()
  await page.getByLabel('Names, one a line').fill('Zoë Müller\nTom K')
  await page.getByRole('button', { name: 'Make the accounts' }).click()
  const slip = page.locator('.slips li').filter({ hasText: 'Zoë Müller' })
  await expect(page.locator('.slips li')).toHaveCount(2)
  await page.emulateMedia({ media: 'print' })
  await expect(slip).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name })).toBeHidden()
  await page.emulateMedia({ media: null })
  const [signInName = '', password = ''] = await slip.locator('code').allTextContents()
  const zoe = await openPage()
  const enter = async (word: string) => {
    await zoe.goto('/sign-in')
    await zoe.getByLabel('E-mail').fill(signInName)
    await zoe.getByLabel('Password').fill(word)
    await zoe.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await enter(password)
  await zoe.waitForURL('**/me')
  await expect(zoe.getByText('Signed in as Zoë Müller')).toBeVisible()

  // The slip is lost, and made anew.
  await page.getByRole('button', { name: 'Done' }).click()
  await learners.locator('summary', { hasText: 'Zoë Müller' }).click()
  await learners.getByRole('button', { name: 'Make a new slip for Zoë Müller' }).click()
  await page.locator('.slips li').waitFor()
  const anew = (await page.locator('.slips li code').allTextContents())[1] ?? ''
  await zoe.goto('/account')
  await expect(zoe).toHaveURL(/\/sign-in/)
  await enter(password)
  await expect(zoe.getByText('do not match')).toBeVisible()
  await enter(anew)
  await zoe.waitForURL('**/me')

  // By a roster, whose second line is at fault.
  const other = await openPage()
  const known = await join(other)
  await page.reload()
  await page.getByLabel('Or its lines').fill(`Ben Reader,${known}\nNobody,nobody-${known}`)
  await page.getByRole('button', { name: 'See what would happen' }).click()
  const lines = page.getByRole('list', { name: 'What would become of each line' }).getByRole('listitem')
  await expect(lines).toHaveText([/is put into the class/, /Nobody here has this address/])
  await page.getByRole('button', { name: 'Take in 1 learner' }).click()
  await expect(learners.getByText(known)).toBeVisible()
  await other.goto('/notices')
  await expect(other.getByText(`Your teacher has put you into ${name}.`)).toBeVisible()

  // Taken out and back.
  await learners.locator('summary', { hasText: known }).click()
  await learners.getByRole('button', { name: 'Take out of the class Ben Reader' }).click()
  await expect(learners.getByText(known)).toHaveCount(0)
  await page.getByRole('button', { name: 'Take back Ben Reader' }).click()
  await expect(learners.getByText(known)).toBeVisible()

  // Put away: it is there for its members, and nobody joins.
  await page.getByRole('button', { name: 'Put it away' }).click()
  await expect(page.getByText('Class, put away')).toBeVisible()
  await other.goto(link)
  await other.getByRole('button', { name: 'Join' }).click()
  await expect(other.getByText('No class has this code')).toBeVisible()
  await other.goto('/classes')
  await expect(other.getByRole('listitem').filter({ hasText: name })).toContainText('put away')
  expect((await other.goto(new URL(address).pathname))?.status()).toBe(404)
  for (const each of [ben, zoe, other]) await each.context().close()
})
