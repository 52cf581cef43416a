import { Secret, TOTP } from 'otpauth'
import { ADMIN, fillSignIn, fillSignUp, freshMail, join, signIn } from './members.ts'
import { answerByKeyboard, begin, expect, learnAnswers, listQuizzes, ownQuizzes, test } from './reader.ts'

test('a guest takes two quizzes, signs up, finds both, and goes on in the middle on a second browser', async ({
  browser,
  page,
}) => {
  const [one = '', two = ''] = await listQuizzes(page)
  const answers = await learnAnswers(page, two)
  await begin(page, one, 'Test')
  await begin(page, two)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.locator('.feedback').waitFor()

  await page.goto('/me')
  await page.getByRole('link', { name: 'Make an account' }).click()
  const mail = freshMail()
  await fillSignUp(page, mail)
  await page.waitForURL('**/me')
  await expect(page.getByText('Signed in as Ben Reader')).toBeVisible()
  await expect(ownQuizzes(page)).toHaveCount(3)

  const other = await (await browser.newContext()).newPage()
  const base = process.env.BASE_URL ?? ''
  await other.goto(`${base}/sign-in`)
  await fillSignIn(other, mail)
  await other.waitForURL('**/me')
  await expect(ownQuizzes(other)).toHaveCount(3)
  await other
    .getByRole('row', { name: /1 of \d+ answered/ })
    .getByRole('link')
    .click()
  await expect(other.locator('.place')).toHaveText(/^2 of \d+$/)

  // Ended from the first browser, in the middle of it: nothing is lost, and it goes on after signing in.
  await page.goto('/account')
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByRole('button', { name: 'End all others' })).toBeHidden()
  await answerByKeyboard(other, answers, true)
  await other.getByRole('button', { name: 'Check' }).click()
  await expect(other.getByText('Signed out: 1 answer waiting.')).toBeVisible()
  await other.getByRole('link', { name: 'Sign in' }).click()
  await fillSignIn(other, mail)
  await other.waitForURL(/\/quiz\//)
  await expect(other.getByText(/^Saved /)).toBeVisible()
  await other.goto(`${base}/me`)
  await expect(other.getByRole('row', { name: /2 of \d+ answered/ })).toBeVisible()
  await other.context().close()
})

test('signing in goes by keyboard alone, says what is wrong, and signing out ends it', async ({ page }) => {
  const mail = await join(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-mail').focus()
  await page.keyboard.type(mail)
  await page.keyboard.press('Tab')
  await page.keyboard.type('not this one')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/me')
})

test('codes from an app are turned on, asked for, and replaced by a recovery code', async ({ page }) => {
  const mail = await join(page)
  await page.goto('/account')
  const part = page.getByRole('region', { name: 'Codes from an app' })
  await part.getByLabel('Your password').fill(ADMIN.password)
  await part.getByRole('button', { name: 'Set it up' }).click()
  const secret = ((await part.locator('code').textContent()) ?? '').replaceAll(' ', '')
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  await part.getByLabel('Your password').fill(ADMIN.password)
  await part.getByLabel('Code from your app').fill(app.generate())
  await part.getByRole('button', { name: 'Turn it on' }).click()
  const recovery = (await part.locator('.recovery-codes code').first().textContent()) ?? ''

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/$/)
  await page.goto('/sign-in')
  await fillSignIn(page, mail)
  await page.getByLabel('Code from your app').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('That code is not right')).toBeVisible()
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByLabel('Code from your app').fill(recovery)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/me')
})

test('an admin invites a teacher, suspends a reader and makes a link for a new password', async ({
  browser,
  page,
}) => {
  const base = process.env.BASE_URL ?? ''
  const reader = await (await browser.newContext({ baseURL: base })).newPage()
  const mail = await join(reader)

  await signIn(page, ADMIN.mail)
  await page.goto(`/people?q=${encodeURIComponent(mail)}`)
  await page.locator('.people summary').click()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('learner, suspended')).toBeVisible()
  await reader.goto('/account')
  await expect(reader).toHaveURL(/\/sign-in/)
  await fillSignIn(reader, mail)
  await expect(reader.getByText('This account is suspended.')).toBeVisible()

  await page.locator('.people summary').click()
  await page.getByRole('button', { name: 'Let in again' }).click()
  await expect(page.getByText('learner, suspended')).toBeHidden()
  await page.locator('.people summary').click()
  await page.getByRole('button', { name: 'Make a link for a new password' }).click()
  await reader.goto((await page.locator('.made-link').textContent()) ?? '')
  await reader.getByLabel('New password').fill('another good password')
  await reader.getByRole('button', { name: 'Set the password' }).click()
  await reader.waitForURL('**/sign-in')
  await fillSignIn(reader, mail, 'another good password')
  await reader.waitForURL('**/me')

  await page.goto('/people')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const link = (await page.locator('.made-link').textContent()) ?? ''
  const teacher = await (await browser.newContext({ baseURL: base })).newPage()
  await teacher.goto(link)
  await expect(teacher.getByText('You have been invited.')).toBeVisible()
  expect(teacher.url()).not.toContain('#')
  const teacherMail = freshMail()
  await fillSignUp(teacher, teacherMail)
  await teacher.waitForURL('**/me')
  await page.goto(`/people?q=${encodeURIComponent(teacherMail)}`)
  await expect(page.locator('.people summary')).toContainText('teacher')
  expect((await teacher.goto('/people'))?.status()).toBe(404)
  await page.goto('/people/audit')
  await expect(page.getByRole('cell', { name: 'lifted a suspension' }).first()).toBeVisible()
  for (const other of [reader, teacher]) await other.context().close()
})
