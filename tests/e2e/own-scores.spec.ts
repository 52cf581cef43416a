import { takeForWeeks } from './history.ts'
import { expect, ownQuizzes, tabTo, test } from './reader.ts'

test('the page of one’s scores says in words what its pictures show, and leads by keys to every quiz', async ({
  page,
}) => {
  await takeForWeeks(page)
  await page.goto('/me')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Day by day',
    'Week by week',
    'What to read up on',
    'How sure, and how right',
    'First, latest and best',
  ])
  // The calendar is its own table, and is nowhere once it is switched off.
  const days = page.getByRole('region', { name: 'Day by day' })
  await expect(days.getByRole('columnheader')).toHaveText([
    /Week of/,
    /Mo/,
    /Tu/,
    /We/,
    /Th/,
    /Fr/,
    /Sa/,
    /Su/,
  ])
  await expect(days.getByRole('cell', { name: /counts$/ })).toHaveCount(5)
  await days.getByRole('link', { name: /switch this off/ }).click()
  await page.getByLabel('Days in a row').selectOption('Off')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  for (const address of ['/me', '/']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/ today$|in a row|Day by day/)).toHaveCount(0)
  }
  await page.goto('/me')
  // Five quizzes of four sets, over five weeks and a half.
  await expect(ownQuizzes(page)).toHaveCount(6)
  await page.getByText('Week by week in figures').click()
  const weeks = page.getByRole('region', { name: 'Week by week' }).getByRole('row')
  expect(await weeks.count()).toBeGreaterThanOrEqual(6)
  await expect(page.getByText(/^When you were certain, you were right \d+ of \d+ times\. /)).toBeVisible()
  await expect(page.getByText(/^Your Brier score is 0\.\d\d: /)).toBeVisible()

  const panel = page.getByRole('tabpanel')
  await expect(panel).toHaveCount(1)
  await expect(panel.getByRole('rowheader').first()).toContainText(/\d+ of \d+/)
  await tabTo(page, page.getByRole('tab', { name: 'Concepts' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Sectors' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Sectors' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tabpanel', { name: 'Kinds of fact' })).toBeVisible()

  const quiz = ownQuizzes(page).nth(1)
  const score = (await quiz.getByRole('cell').last().innerText()).trim()
  await quiz.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(score)
})
