import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { closeStore, pool } from '#server/db'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { ADMIN, makeSetFrom, signIn } from './members.ts'
import { expect, test } from './reader.ts'
import { letIn, openAnother } from './school.ts'

const TITLE = 'Acme sells more kettles'
const COUNT = QUESTIONS.length
/** What each format is called, and the ending of its files. */
const FORMATS = {
  json: ['JSON of Bellwether', '.json'],
  csv: ['CSV', '.csv'],
  gift: ['GIFT', '.gift'],
  'moodle-xml': ['Moodle XML', '.xml'],
} as const
type Format = keyof typeof FORMATS

const drafts = (page: Page) => page.getByRole('navigation', { name: 'Drafts' }).getByRole('button')
const coming = (page: Page) => page.getByRole('list', { name: 'What would come in' }).locator('> li')
/** Stores an article of the admin's own with a question of every kind; gives its address. */
async function storeOwnQuiz(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>('SELECT person_id AS id FROM account WHERE mail = $1', [
    ADMIN.mail,
  ])
  const { slug } = await storeQuiz(QUESTIONS, rows[0]?.id ?? '')
  await pool().query('SELECT shelve(id) FROM article WHERE slug = $1', [slug])
  await closeStore()
  return `/articles/${slug}`
}

/** As if it came from elsewhere: nothing here has these ids. */
const fromElsewhere = (text: string, tag: string): string =>
  text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => `${tag}-${id}`)

async function download(page: Page, format: Format): Promise<string> {
  const [title, ending] = FORMATS[format]
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: `Download ${COUNT} questions as ${title}` }).click()
  const file = await started
  expect(file.suggestedFilename()).toBe(`acme-sells-more-kettles${ending}`)
  return fs.readFileSync(await file.path(), 'utf8')
}

/** Chooses a file and looks at what would come of it. */
async function look(page: Page, format: Format, text: string, article?: string): Promise<void> {
  const [title, ending] = FORMATS[format]
  await page.goto('/bank/import')
  await page
    .getByLabel('A file, of 2 MB at most')
    .setInputFiles({ name: `kettles${ending}`, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByLabel('What it is')).toHaveValue(format)
  await expect(page.getByLabel('What it is').locator('option:checked')).toHaveText(title)
  if (article !== undefined)
    await page.getByLabel('Which article the questions are about').selectOption({ label: article })
  await page.getByRole('button', { name: 'See what would come in' }).click()
  await page.getByRole('heading', { name: /would come in$|^Nothing can come in$/ }).waitFor()
}

async function bringIn(page: Page, says: string): Promise<void> {
  await page.getByRole('button', { name: /^Bring \d+ questions? in$/ }).click()
  await expect(page.getByText(says)).toBeVisible()
}

test('a set of every kind leaves in each format and comes in again; what has no source says so until it is anchored, to the learner too', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await signIn(page, ADMIN.mail)
  await makeSetFrom(page, await storeOwnQuiz())
  await page.getByRole('link', { name: 'Take it out as a file' }).click()
  await expect(page.getByRole('region', { name: 'JSON of Bellwether' })).toContainText('Nothing is lost.')
  await expect(page.getByRole('list', { name: 'What is lost in GIFT' })).toContainText(
    'GIFT knows no ordering',
  )
  await expect(page.getByRole('list', { name: 'What is lost in Moodle XML' })).toContainText(
    'There is no scale',
  )
  const files = { json: '', csv: '', gift: '', 'moodle-xml': '' }
  for (const format of Object.keys(FORMATS) as Format[]) files[format] = await download(page, format)

  // Our own finds its article again, and the same file twice changes nothing.
  await look(page, 'json', fromElsewhere(files.json, 'json'))
  await expect(coming(page)).toHaveCount(COUNT)
  await expect(coming(page).filter({ hasText: 'Not sourced' })).toHaveCount(0)
  await bringIn(page, `${COUNT} questions came in, 0 changed, 0 stayed as they were.`)
  await page.getByRole('main').getByRole('link', { name: TITLE }).click()
  await expect(drafts(page)).toHaveCount(COUNT)
  await expect(page.getByText(/brought in by a file · open/)).toBeVisible()
  await look(page, 'json', fromElsewhere(files.json, 'json'))
  await expect(coming(page).filter({ hasText: 'You have it already' })).toHaveCount(COUNT)
  await bringIn(page, `0 questions came in, 0 changed, ${COUNT} stayed as they were.`)

  // By their words passages are found in the article that is chosen.
  await look(page, 'csv', fromElsewhere(files.csv, 'csv'), TITLE)
  await expect(coming(page)).toHaveCount(COUNT)
  await expect(coming(page).filter({ hasText: 'Not sourced' })).toHaveCount(0)

  // Without them nothing is sourced, until a teacher anchors it.
  const bare = fromElsewhere(files['moodle-xml'], 'xml').replace(/\nFrom the article: “[^”]*”/g, '')
  await look(page, 'moodle-xml', bare, TITLE)
  await expect(coming(page).filter({ hasText: 'Not sourced' })).toHaveCount(COUNT)
  await bringIn(page, `${COUNT} questions came in, 0 changed, 0 stayed as they were.`)
  await page.getByRole('main').getByRole('link', { name: TITLE }).click()
  await drafts(page).nth(COUNT).click()
  await expect(page.getByText('Not sourced: no sentence')).toBeVisible()
  await page.keyboard.press('e')
  await page.locator('.sentence').filter({ hasText: 'revenue rose 12%' }).click()
  await page.getByRole('button', { name: 'Add it as a passage' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.desk-card .passage').first()).toContainText('revenue rose 12%')
  await expect(page.getByText('Not sourced: no sentence')).toHaveCount(0)
  await expect(page.getByText('The checker passes it')).toBeVisible()

  // With no article at all they lie beside a text that says so. One is approved, and marked wherever it is met.
  const broken = `${fromElsewhere(files.gift, 'gift')}\nHalf a question {=a ~b\n`
  await look(page, 'gift', broken)
  await expect(page.getByRole('list', { name: 'What is amiss' })).toContainText(
    `Line ${broken.trimEnd().split('\n').length}:`,
  )
  await expect(coming(page).filter({ hasText: 'Not sourced' })).toHaveCount(COUNT)
  await bringIn(page, `${COUNT} questions came in`)
  await page.getByRole('main').getByRole('link', { name: 'Questions from kettles.gift' }).click()
  await expect(page.getByText('The checker passes it')).toBeVisible()
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByText('2 of 8')).toBeVisible()
  await page.getByRole('button', { name: /^Make a set of the 1 question approved/ }).click()
  await page.waitForURL('**/sets/*')
  await expect(page.getByText('Not sourced', { exact: true })).toBeVisible()
  const set = page.url()

  // To the learner it is said beside the answer.
  const learner = await openAnother(page)
  const name = `Brought in ${Date.now()}`
  await letIn(page, learner, name)
  await page.goto(set)
  await page.getByRole('link', { name: 'Assign to a class' }).click()
  await page.getByLabel('Class', { exact: true }).selectOption({ label: name })
  await page.getByLabel('When they see how it went').selectOption('After every answer (practice)')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('heading', { name: '0 of 1 handed in' }).waitFor()
  await learner.goto('/assignments')
  await learner.locator('main').getByRole('listitem').getByRole('link').first().click()
  await learner.getByRole('button', { name: 'Start' }).click()
  await expect(learner.getByText('it has no source here')).toHaveCount(0)
  await learner.getByRole('radio', { name: '12%' }).check()
  await learner.getByRole('button', { name: /^Check/ }).click()
  await expect(learner.getByText('Your teacher brought this question; it has no source here.')).toBeVisible()
  await expect(learner.getByRole('button', { name: 'Open in article' })).toHaveCount(0)
  await learner.context().close()
})

test('none of it is there for readers', async ({ page }) => {
  expect((await page.goto('/bank/import'))?.status()).toBe(404)
})
