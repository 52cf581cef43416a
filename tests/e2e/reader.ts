import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { Feedback, Kind, ShownOf, ShownPart } from '#core/learner'
import type { AttemptView, ResultRow, ResultsView } from '#server/attempts/view'

/** A policy violation or an error that a page has logged. */
export interface Complaint {
  readonly page: string
  readonly text: string
}

interface Fixtures {
  /** What went wrong on the pages of the test; a test that does not look at it fails when there is any. */
  readonly complaints: Complaint[]
}

/** Lines that a browser writes for replies a test has asked for: refusals and a network switched off. */
const EXPECTED = /Failed to load resource/

/** What goes wrong on the pages of a browser from now on. */
export function noteComplaints(context: BrowserContext): Complaint[] {
  const complaints: Complaint[] = []
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push({ page: page.url(), text: error.message }))
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text()))
        complaints.push({ page: page.url(), text: message.text() })
    })
  })
  return complaints
}

/** The tests' own `test`: addresses are relative to the app, and no page may log an error. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture wants
  baseURL: async ({}, use) => use(process.env.BASE_URL),
  complaints: [
    async ({ context }, use) => {
      const complaints = noteComplaints(context)
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

/** The articles that have a quiz, by what the front page and the library offer. */
export async function listQuizzes(page: Page): Promise<string[]> {
  await page.goto('/library')
  const links = await page.getByRole('link', { name: /^Quiz me on / }).all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  return addresses.filter((address) => address !== null)
}

/** The first of them. */
export async function firstQuiz(page: Page): Promise<string> {
  const [first] = await listQuizzes(page)
  if (!first) throw new Error('no article has a quiz')
  return first
}

/** Begins a quiz from its start page, by mouse, with so many tries in practice; returns the attempt's id. */
export async function begin(
  page: Page,
  quiz: string,
  mode: 'Practice' | 'Test' = 'Practice',
  tries = 1,
): Promise<string> {
  await page.goto(quiz)
  await page.getByRole('radio', { name: mode }).check()
  if (tries > 1) await page.getByRole('radio', { name: String(tries), exact: true }).check()
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.waitForURL(/\/quiz\/[^/]+/)
  await page.locator('#stem').waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Goes to the last page of a quiz that is handed in, past whatever is still open. */
export async function goToEnd(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('button').last().click()
  await page.getByRole('button', { name: 'To the end' }).click()
}

/** Takes a test in which nothing is answered, hands it in, and keeps all its facts in mind. */
export async function keepAllOf(page: Page, quiz: string): Promise<void> {
  await begin(page, quiz, 'Test')
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Add all' }).click()
  await expect(page.getByText(/^\d+ facts? will come back in your daily review\.$/)).toBeVisible()
}

/** Waits until the page has fetched ahead what its other questions are drawn with: a moment after the first has come. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.now() > 5_000)
  await page.waitForLoadState('networkidle')
}

/** What the page would be told of its attempt. */
export const fetchAttempt = async (page: Page, id: string): Promise<AttemptView> =>
  (await page.request.get(`/api/attempts/${id}`)).json()

/** The right answers of a quiz by stem, as its results tell them. */
export type Answers = ReadonlyMap<string, ResultRow>

/**
 * Learns the right answers as a reader learns them: by handing in a test without answers and reading its results. In a
 * browser context of its own, so that the reader under test starts fresh.
 */
export async function learnAnswers(page: Page, quiz: string): Promise<Answers> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext()
  try {
    const other = await context.newPage()
    const id = await begin(other, new URL(quiz, process.env.BASE_URL).href, 'Test')
    const origin = new URL(other.url()).origin
    const reply = await other.request.post(`${origin}/api/attempts/${id}/submit`, {
      data: {},
      headers: { origin },
    })
    const results: ResultsView = await reply.json()
    return new Map(results.rows.map((row) => [row.shown.stem, row]))
  } finally {
    await context.close()
  }
}

/** The rows of the list of one's own quizzes, at /me. */
export const ownQuizzes = (page: Page): Locator =>
  page.getByRole('table', { name: 'Your quizzes' }).getByRole('row')

/** The verdict on the screen. */
export const verdict = (page: Page) =>
  page.getByRole('heading', { level: 2, name: /^(Correct|Partly right|Not quite|The answer is)/ })

/** The stem of the question on the screen, gap and all. */
export async function stemOf(page: Page, answers: Answers): Promise<string> {
  const shown = (await page.locator('.stem').innerText()).replace(/\s+/g, ' ').trim()
  const plain = (stem: string) => stem.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim()
  const stem = [...answers.keys()].find((each) => plain(each) === plain(shown.replace('(gap)', ' ')))
  if (stem === undefined) throw new Error(`no answer is known to "${shown}"`)
  return stem
}

/** Moves the focus with the Tab key until it rests there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${target}`)
}

/** Puts down an answer to what is on the screen; `row` tells what is right. */
type Answering<K extends Kind> = (
  page: Page,
  row: { readonly shown: ShownOf<K>; readonly feedback: Feedback },
  rightly: boolean,
) => Promise<void>

/** The texts of the parts of a result for which this holds, in the order they are told. */
const partTexts = (
  parts: readonly ShownPart[],
  { parts: told = [] }: Feedback,
  isMeant = (_: string) => true,
) => told.filter(({ key }) => isMeant(key)).map(({ id }) => parts.find((part) => part.id === id)?.text ?? '')

const chooseOne = async (
  page: Page,
  { feedback: { key } }: { readonly feedback: Feedback },
  rightly: boolean,
): Promise<void> => {
  const texts = await page.locator('.option-text').allInnerTexts()
  const place = texts.findIndex((text) => (text === key) === rightly)
  expect(place).toBeGreaterThanOrEqual(0)
  await page.keyboard.press(String(place + 1))
  await expect(page.getByRole('radio', { name: texts[place] ?? '', exact: true })).toBeChecked()
}

async function type(page: Page, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox'))
  await page.keyboard.type(text)
}

/** One way a kind. */
const ANSWERING: { readonly [K in Kind]: Answering<K> } = {
  choice: chooseOne,
  'true-false': chooseOne,
  'multiple-response': async (page, { shown, feedback }, rightly) => {
    const wanted = partTexts(shown.options, feedback, (key) => (key === 'right') === rightly).slice(
      0,
      shown.count,
    )
    const texts = await page.locator('.option-text').allInnerTexts()
    for (const [place, text] of texts.entries())
      if ((await page.getByRole('checkbox').nth(place).isChecked()) !== wanted.includes(text))
        await page.keyboard.press(String(place + 1))
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(wanted.length)
  },
  number: async (page, { feedback }, rightly) => {
    await type(page, rightly ? feedback.key : '98765.4321')
    await expect(page.getByText(/^Read as /)).toBeVisible()
  },
  cloze: (page, { feedback }, rightly) => type(page, rightly ? feedback.key : 'no such thing'),
  ordering: async (page, { shown, feedback }, rightly) => {
    const right = partTexts(shown.items, feedback)
    const wanted = rightly ? right : right.reverse()
    const rows = page.locator('.order-text')
    await expect(rows).toHaveCount(wanted.length)
    for (const [place, text] of wanted.entries()) {
      const from = (await rows.allInnerTexts()).indexOf(text)
      if (from === place) continue
      await page.locator('#stem').focus()
      await page.keyboard.press(String(from + 1))
      for (let at = from; at > place; at--) {
        await page.keyboard.press('ArrowUp')
        await expect(rows.nth(at - 1)).toHaveText(text)
      }
    }
    const own = page.getByRole('checkbox', { name: 'This is my order' })
    if (await own.isChecked()) return
    await tabTo(page, own)
    await page.keyboard.press('Space')
  },
  matching: async (page, { shown, feedback }, rightly) => {
    const lefts = partTexts(shown.lefts, feedback)
    const keys = (feedback.parts ?? []).map(({ key }) => key)
    for (const [i, left] of lefts.entries()) {
      const select = page.getByRole('combobox', { name: left })
      await tabTo(page, select)
      const wanted = keys.at(rightly ? i : i - 1) ?? ''
      await page.keyboard.type(wanted)
      await expect(select.locator('option:checked')).toHaveText(wanted)
    }
  },
  estimate: (page, { shown: { low, high }, feedback: { figure } }, rightly) => {
    const value = figure?.value ?? low
    return type(page, String(rightly ? value : value - low > high - value ? low : high))
  },
}

/** Answers the question on the screen with the keyboard alone, rightly or wholly wrongly; does not check it yet. */
export async function answerByKeyboard(page: Page, answers: Answers, rightly: boolean): Promise<void> {
  const row = answers.get(await stemOf(page, answers))
  if (row) await (ANSWERING[row.shown.kind] as Answering<Kind>)(page, row as never, rightly)
}
