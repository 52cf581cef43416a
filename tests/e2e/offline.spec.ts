import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { closeStore, pool } from '../../server/db.ts'
import { type Line, layLine } from '../support/line.ts'
import { goOffline, goOnline, held, ready } from './device.ts'
import { pass } from './history.ts'
import { ADMIN, fillSignIn, join, signIn } from './members.ts'
import {
  answerByKeyboard,
  begin,
  expect,
  fetchAttempt,
  firstQuiz,
  goToEnd,
  keepAllOf,
  learnAnswers,
  listQuizzes,
  test as readerTest,
  verdict,
} from './reader.ts'

/** With the worker, and with a line to the app that can be cut. */
const test = readerTest.extend<{ readonly line: Line }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture wants
  line: async ({}, use) => {
    const line = await layLine(process.env.BASE_URL ?? '')
    await use(line)
    await line.stop()
  },
  baseURL: async ({ line }, use) => use(line.url),
})
test.use({ serviceWorkers: 'allow' })
test.afterAll(closeStore)

/** A browser with a folder of its own, which keeps what it keeps when it is closed. */
async function openOn(folder: string, address: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
}

/** A folder for the time of the work. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-reader-'))
  try {
    await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Every answer that is stored of an attempt, in the order in which it came. */
const stored = async (attempt: string) =>
  (
    await pool().query<{ position: number; sequence: number; tried: number | null }>(
      'SELECT position, sequence, tried FROM response WHERE attempt_id = $1 ORDER BY saved_at, position',
      [attempt],
    )
  ).rows

test('a quiz goes on offline, outlives the browser, and its answers arrive once and in order', async ({
  line,
  page: other,
}) => {
  test.setTimeout(120_000)
  const quiz = await firstQuiz(other)
  const answers = await learnAnswers(other, quiz)
  await inFolder(async (folder) => {
    let context = await openOn(folder, line.url)
    let page = await context.newPage()
    const id = await begin(page, quiz)
    await ready(page)
    await goOffline(context, line)
    for (const position of [1, 2]) {
      await expect(page.locator('.place')).toHaveText(new RegExp(`^${position} of`))
      await answerByKeyboard(page, answers, position === 1)
      await page.getByRole('button', { name: 'Check' }).click()
      await expect(page.getByText('This answer is kept on this device')).toBeVisible()
      await page.getByRole('button', { name: 'Next question' }).click()
    }
    await page.reload()
    await expect(page.getByText('Offline: 2 answers waiting')).toBeVisible()
    await expect(page.locator('.place')).toHaveText(/^3 of/)
    expect(await stored(id)).toEqual([])
    await context.close()

    context = await openOn(folder, line.url)
    await goOffline(context, line)
    page = await context.newPage()
    await page.goto(`/quiz/${id}`)
    await expect(page.getByText('Offline: 2 answers waiting')).toBeVisible()
    await page.goto('/library')
    await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
    await expect(page.getByText(/2 of \d+ answered, 2 answers waiting/)).toBeVisible()
    // Back online on another page than that of the quiz.
    await goOnline(context, line)
    await expect.poll(() => stored(id), { timeout: 20_000 }).toHaveLength(2)
    await page.goto('/')
    await page.goto(`/quiz/${id}`)
    await expect(page.getByText(/^Saved /)).toBeVisible()
    expect((await stored(id)).map(({ position, sequence, tried }) => [position, sequence, tried])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ])
    const { items } = await fetchAttempt(page, id)
    expect(items.slice(0, 3).map(({ final, feedback }) => [final, feedback?.mark ?? null])).toEqual([
      [true, 1],
      [true, 0],
      [false, null],
    ])
    expect((await held(page)).filter((row) => row.startsWith('waiting'))).toEqual([])
    await context.close()
  })
})

test('what stands there when the page is closed at once is not lost', async ({ context, line, page }) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz, 'Test')
  await ready(page)
  await goOffline(context, line)
  await answerByKeyboard(page, answers, true)
  await page.goto('/offline')
  await expect(page.getByText('1 answer. They go out')).toBeVisible()
  await goOnline(context, line)
  // The page was loaded without a network, so a browser need not tell it that there is one: it looks again after a while.
  await expect.poll(() => stored(id), { timeout: 20_000 }).toHaveLength(1)
})

test('a test is handed in offline, and the handing-in is sent after the answers', async ({
  context,
  line,
  page,
}) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz, 'Test')
  await ready(page)
  await goOffline(context, line)
  await answerByKeyboard(page, answers, true)
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: 'Handed in on this device' })).toBeVisible()
  await expect(page.getByText('Offline: 1 answer waiting, to be handed in')).toBeVisible()
  await page.reload()
  await goToEnd(page)
  await expect(page.getByRole('heading', { name: 'Handed in on this device' })).toBeVisible()
  await goOnline(context, line)
  await page.locator('.score').waitFor()
  expect(await stored(id)).toHaveLength(1)
  const { rows } = await pool().query('SELECT submitted_at IS NOT NULL AS over FROM attempt WHERE id = $1', [
    id,
  ])
  expect(rows).toEqual([{ over: true }])
  expect((await held(page)).filter((row) => /^(?:quizzes|waiting)/.test(row))).toEqual([])
})

test('today’s review is taken along with its answers, marked here, and moves each memory once', async ({
  context,
  line,
  page,
}) => {
  test.setTimeout(120_000)
  const mail = await join(page)
  const [quiz = ''] = await listQuizzes(page)
  const answers = await learnAnswers(page, quiz)
  await keepAllOf(page, quiz)
  await pass(mail, 20)
  const person = 'person_id = (SELECT person_id FROM account WHERE mail = $1)'
  const reviews = async () =>
    (
      await pool().query<{ fact_id: string; n: number }>(
        `SELECT fact_id, count(*)::int AS n FROM review WHERE ${person} AND at > clock_timestamp() - interval '1 day' GROUP BY fact_id`,
        [mail],
      )
    ).rows

  await page.goto('/review')
  await ready(page)
  await page.getByRole('button', { name: 'Keep today’s review for offline' }).click()
  const told = page.getByText(/questions? kept on this device, with the answers\./)
  await expect(told).toBeVisible()
  const count = Number((await told.innerText()).split(' ')[0])
  await goOffline(context, line)
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  await page.getByRole('link', { name: 'Daily review' }).click()
  await page.locator('#stem').waitFor()
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  for (let position = 1; position <= count; position++) {
    await expect(page.locator('.place')).toHaveText(new RegExp(`^${position} of ${count}$`))
    const isKnown = answers.has((await page.locator('#stem').textContent()) ?? '')
    if (isKnown) await answerByKeyboard(page, answers, true)
    await page.getByRole('button', { name: isKnown ? 'Check' : 'Show me the answer' }).click()
    await expect(verdict(page)).toHaveText(isKnown ? 'Correct' : /^The answer is/)
    await expect(page.getByText('Checked on this device.')).toBeVisible()
    await page.getByRole('button', { name: /^(?:Next question|See your results)$/ }).click()
  }
  await page.getByRole('button', { name: 'See your results' }).click()
  await expect(page.getByRole('heading', { name: 'Handed in on this device' })).toBeVisible()
  expect(await reviews()).toEqual([])
  await goOnline(context, line)
  await page.locator('.score').waitFor()
  await expect(page.getByText('Practised with its answers on the device')).toBeVisible()
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
  const moved = await reviews()
  expect(moved).toHaveLength(count)
  expect(moved.every(({ n }) => n === 1)).toBe(true)
  expect(await stored(id)).toHaveLength(count)
  await page.goto('/me')
  await expect(page.getByRole('row', { name: /Daily review/ })).toContainText('No score')
  await expect(page.getByText('What was practised with an offline pack has no score')).toBeVisible()
})

test('an article that was opened is read offline, and one that was not is not there', async ({
  context,
  line,
  page,
}) => {
  await page.goto('/library')
  const addresses = await page
    .locator('a[href^="/articles/"]')
    .evaluateAll((links) => [
      ...new Set(
        links.map((link) => link.getAttribute('href') ?? '').filter((href) => !href.endsWith('/quiz')),
      ),
    ])
  const [first = '', second = '', unread = ''] = addresses
  // The first is opened before there is a worker.
  await page.goto(first)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await ready(page)
  await expect.poll(() => held(page)).toContain(new URL(first, line.url).href)
  await page.goto(second)
  await goOffline(context, line)
  for (const address of [second, first, `${first}?at=10-20`]) {
    await page.goto(address)
    await expect(page.locator('.prose p').first()).toBeVisible()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('.key-facts, .article aside').first()).toBeAttached()
  await page.goto(unread)
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  await page.goto('/library')
  await page.getByRole('region', { name: 'Articles' }).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await goOnline(context, line)
})

test('after signing out nothing of the reader is on the device; answers not sent are spoken of first', async ({
  line,
  page,
}) => {
  const mail = await join(page)
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  await begin(page, quiz)
  await ready(page)
  await expect.poll(async () => (await held(page)).some((row) => row.startsWith('quizzes'))).toBe(true)
  await page.goto(quiz.replace(/\/quiz$/, ''))
  expect((await held(page)).length).toBeGreaterThan(1)

  await page.goBack()
  await page.locator('#stem').waitFor()
  line.cut('/responses')
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Offline: 1 answer waiting')).toBeVisible()
  await page.goto('/account')
  line.cut('/responses')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('1 answer could not be sent yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out all the same' }).click()
  await page.waitForURL(line.url)
  expect(await held(page)).toEqual([])
  await signIn(page, mail)
})

test('what waits of one person is never sent as another’s, and is sent when its owner is back', async ({
  context,
  line,
  page,
}) => {
  const mail = await join(page)
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  await ready(page)
  await goOffline(context, line)
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Offline: 1 answer waiting')).toBeVisible()
  // The session ends elsewhere; another person signs in on this device.
  await pool().query(
    'UPDATE session SET ended_at = clock_timestamp() WHERE person_id = (SELECT person_id FROM account WHERE mail = $1)',
    [mail],
  )
  await page.goto('/offline')
  await goOnline(context, line)
  const sent: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/responses')) sent.push(request.url())
  })
  await page.goto('/sign-in')
  await fillSignIn(page, ADMIN.mail)
  await page.waitForURL('**/me')
  await page.goto('/offline')
  await expect(page.getByText('1 answer. What is not gone in a moment')).toBeVisible()
  const others = await held(page)
  expect(others.filter((row) => row.startsWith('quizzes'))).toEqual([])
  expect([sent, await stored(id)]).toEqual([[], []])
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(line.url)
  await signIn(page, mail)
  await expect.poll(() => stored(id)).toHaveLength(1)
})

test('a new version waits until the old pages are closed, and takes over without losing an answer', async ({
  context,
  line,
  page,
}) => {
  const quiz = await firstQuiz(page)
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  await ready(page)
  line.cut('/responses')
  await answerByKeyboard(page, answers, true)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Offline: 1 answer waiting')).toBeVisible()
  // Another address of the worker is another version of it.
  const standing = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return [registration?.active?.scriptURL, registration?.waiting?.scriptURL].map((url) =>
        url?.split('/').at(-1),
      )
    })
  await page.evaluate(() => navigator.serviceWorker.register('/worker.js?next'))
  await expect.poll(standing, { timeout: 20_000 }).toEqual(['worker.js', 'worker.js?next'])
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.locator('.place')).toHaveText(/^2 of/)
  expect(await stored(id)).toEqual([])
  await page.close()
  line.mend()
  const later = await context.newPage()
  await later.goto('/')
  await expect.poll(() => stored(id), { timeout: 20_000 }).toHaveLength(1)
  const active = () =>
    later.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.scriptURL)
  expect(await active()).toContain('/worker.js')
})

test('the app can be installed, and the page that lists what is kept clears it', async ({ page }) => {
  await page.goto('/')
  const session = await page.context().newCDPSession(page)
  const { errors } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A private window, as the tests have it, installs nothing.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((each) => each !== 'in-incognito'),
  ).toEqual([])
  await begin(page, await firstQuiz(page))
  await expect.poll(async () => (await held(page)).length).toBeGreaterThan(0)
  await page.goto('/offline')
  await expect(page.getByText(/0 of \d+ answered/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByText('Nothing is kept here.')).toBeVisible()
  expect(await held(page)).toEqual([])
})
