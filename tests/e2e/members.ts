import type { Page } from '@playwright/test'

/** The admin whom the tests make at first. */
export const ADMIN = { mail: 'ada@school.example', name: 'Ada Admin', password: 'a kettle that whistles' }

let count = 0

/** An address nobody else in this test run has. */
export const freshMail = (): string => `reader-${process.pid}-${Date.now()}-${++count}@school.example`

/** Makes an account by the form and is signed in to it; gives its address. */
export async function join(page: Page, mail = freshMail()): Promise<string> {
  await page.goto('/sign-up')
  await fillSignUp(page, mail)
  await page.waitForURL('**/me')
  return mail
}

/** Fills in the form that makes an account, and sends it. */
export async function fillSignUp(page: Page, mail: string): Promise<void> {
  await page.getByLabel('Name').fill('Ben Reader')
  await page.getByLabel('E-mail').fill(mail)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByLabel('Age').selectOption('16 or over')
  await page.getByRole('button', { name: 'Make the account' }).click()
}

/** Signs in by the form. */
export async function signIn(page: Page, mail: string, password = ADMIN.password): Promise<void> {
  await page.goto('/sign-in')
  await fillSignIn(page, mail, password)
  await page.waitForURL('**/me')
}

/** Fills in the form that signs in, and sends it. */
export async function fillSignIn(page: Page, mail: string, password = ADMIN.password): Promise<void> {
  await page.getByLabel('E-mail').fill(mail)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Makes a class that the teacher of the page teaches, and is on its page; gives its address. */
export async function makeClass(page: Page, name: string): Promise<string> {
  await page.goto('/classes')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make the class' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return page.url()
}

/** Makes a set of an article's quiz for the teacher of the page, and is on its page; gives its address. */
export async function makeSetFrom(page: Page, article: string): Promise<string> {
  await page.goto(article)
  await page.getByRole('button', { name: 'Make a set from this article' }).click()
  await page.waitForURL(/\/sets\/[0-9a-f-]{36}$/)
  await page.getByRole('list', { name: 'Questions' }).waitFor()
  return page.url()
}
