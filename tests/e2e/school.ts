import { expect, type Page } from '@playwright/test'
import { ADMIN, fillSignUp, freshMail, makeClass, signIn } from './members.ts'

/** A page in a browser of its own, as on somebody else's device. */
export async function openAnother(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  return (await browser.newContext({ baseURL: process.env.BASE_URL ?? '' })).newPage()
}

/** Makes a class on the teacher's page, which stays on the class, and has the learner come into it by its link. */
export async function openClass(teacher: Page, learner: Page, name: string): Promise<void> {
  await signIn(teacher, ADMIN.mail)
  await letIn(teacher, learner, name)
}

/** The same on the page of a teacher who is signed in. */
export async function letIn(teacher: Page, learner: Page, name: string): Promise<void> {
  await makeClass(teacher, name)
  await comeIn(learner, (await teacher.locator('.made-link').textContent()) ?? '')
  await learner.getByRole('listitem').filter({ hasText: name }).waitFor()
}

/** Comes into a class by its link, with a new account. */
export async function comeIn(learner: Page, link: string): Promise<void> {
  await learner.goto(link)
  await learner.getByRole('link', { name: 'Make one and come back here' }).click()
  await fillSignUp(learner, freshMail())
  await learner.waitForURL('**/join?code=*')
  await learner.getByRole('button', { name: 'Join' }).click()
}

/** From an article, opens the form that assigns its quiz to the class with that name. */
export async function openAssign(teacher: Page, name: string): Promise<void> {
  await teacher.goto('/library')
  await teacher.locator('.story h2 a, .story h3 a').first().click()
  await teacher.getByRole('link', { name: 'Assign to a class' }).click()
  await teacher.getByLabel('Class', { exact: true }).selectOption({ label: name })
}

/** Behind one press are the rules that seldom matter. */
export const openRules = (teacher: Page): Promise<void> =>
  teacher.locator('summary').filter({ hasText: 'Times, attempts and everything else' }).click()

/** Assigns an article's quiz for 20 minutes to a class with one learner; both pages are on it then. */
export async function assignAndSee(teacher: Page, learner: Page, name: string): Promise<void> {
  await openClass(teacher, learner, name)
  await openAssign(teacher, name)
  await teacher
    .getByLabel('When they see how it went')
    .selectOption('Not at all: the key stays with you (test)')
  await openRules(teacher)
  await teacher.getByLabel('Time limit in minutes').fill('20')
  await teacher.getByLabel('Minutes of grace').fill('5')
  await teacher.getByRole('button', { name: 'Assign', exact: true }).click()
  await teacher.getByRole('heading', { name: '0 of 1 handed in' }).waitFor()
  await learner.goto('/assignments')
  await learner.locator('main').getByRole('listitem').getByRole('link').first().click()
  await learner.getByRole('button', { name: 'Start' }).waitFor()
}

/** Opens the teacher's desk for an article. */
export async function openDesk(teacher: Page, article: string): Promise<void> {
  await teacher.goto(article)
  await teacher.getByRole('button', { name: 'Go through its questions at the desk' }).click()
  await teacher.waitForURL('**/desks/*')
  await teacher.getByRole('navigation', { name: 'Drafts' }).waitFor()
}

/** The moment in so many minutes, as a field takes it. */
export const localIn = (minutes: number): string => {
  const moment = new Date(Date.now() + minutes * 60_000)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Presses on a grade of the gradebook until it opens: before the page is awake that does nothing. */
export const openOwnGrade = (teacher: Page, press: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await press()
    await expect(teacher.getByRole('dialog')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
