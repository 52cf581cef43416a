import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { closeStore, pool } from '../../server/db.ts'
import { withOtherKey } from '../support/other-key.ts'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { WCAG } from './accessibility.ts'
import { ADMIN, join, makeClass, signIn } from './members.ts'
import { begin, expect, goToEnd, tabTo, test } from './reader.ts'
import { openAnother } from './school.ts'

test.afterAll(closeStore)

/** Says by keyboard that the key of the question on the screen is wrong, and sees that it was said. */
async function flagByKeyboard(page: Page): Promise<void> {
  await page.locator('#stem').waitFor()
  await page.locator('body').press('f')
  const form = page.getByRole('dialog', { name: 'Something wrong?' })
  await form.getByRole('radio', { name: 'The answer given as right is wrong' }).press('Space')
  await form.getByLabel('In your words, if you like').fill('The passage says 12%.')
  await form.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(form.getByRole('status')).toContainText('what becomes of it stands in your notices')
  await page.keyboard.press('Escape')
  await expect(page.getByText('You said something is wrong with this question.')).toBeVisible()
}

/** Looks at the page as it is, narrow and wide. */
async function look(page: Page, name: string): Promise<void> {
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
}

test('a wrong key is flagged by two, corrected everywhere by keyboard, and everybody affected is told', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const [choice, , number] = QUESTIONS
  // Its key says 20%, its passage 12%.
  const wrong = withOtherKey(choice as never)
  const { slug } = await storeQuiz([wrong, number as never])
  const quiz = `/articles/${slug}/quiz`

  const teacher = await openAnother(page)
  const mail = await join(teacher)
  await pool().query(
    `UPDATE person SET role = 'teacher' WHERE id = (SELECT person_id FROM account WHERE mail = $1)`,
    [mail],
  )
  const name = `Flags ${Date.now()}`
  await makeClass(teacher, name)
  await teacher.goto(`/assign?article=${slug}`)
  await teacher.getByLabel('Class', { exact: true }).selectOption({ label: name })
  await teacher.getByRole('button', { name: 'Assign', exact: true }).click()
  await teacher.getByRole('heading', { name: '0 of 0 handed in' }).waitFor()

  // One flags it after answering, in practice.
  const ben = await openAnother(page)
  await join(ben)
  await begin(ben, quiz)
  await ben.getByRole('radio', { name: '12%' }).check()
  await ben.getByRole('button', { name: 'Check' }).click()
  await expect(ben.locator('.feedback')).toContainText('Not quite')
  await flagByKeyboard(ben)
  await look(ben, 'flagged')
  await ben.getByRole('button', { name: 'Next question' }).click()
  await ben.getByRole('button', { name: 'Show me the answer' }).click()
  await ben.getByRole('button', { name: 'See your results' }).click()
  await expect(ben.locator('.score')).toContainText('0 of 2')
  const bens = ben.url()

  // The other before it, in a test.
  const cem = await openAnother(page)
  await join(cem)
  await begin(cem, quiz, 'Test')
  await flagByKeyboard(cem)
  await cem.getByRole('radio', { name: '12%' }).check()
  await goToEnd(cem)
  await cem.getByRole('button', { name: 'Hand in' }).click()
  await expect(cem.locator('.score')).toContainText('0 of 2')
  const cems = cem.url()
  await cem.goto('/notices')
  const said = cem.getByRole('region', { name: 'What you said is wrong' })
  await expect(said).toContainText('Not decided yet, or not to be told yet.')

  // An admin finds it and decides with the keyboard alone.
  await signIn(page, ADMIN.mail)
  await page.goto('/account')
  const way = page.getByRole('link', { name: /^Flags \(\d+ questions? to decide\)$/ })
  await tabTo(page, way)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Flags', exact: true }).waitFor()
  await look(page, 'flags')
  const line = page
    .getByRole('listitem')
    .filter({ hasText: 'Acme sells more kettles' })
    .filter({ hasText: '2 people' })
  await tabTo(page, line.getByRole('link'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Decide', exact: true }).waitFor()
  await expect(page.getByRole('region', { name: 'What is said' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'What is said' })).not.toContainText('Ben Reader')
  await expect(page.getByRole('row', { name: '12% 2 2' })).toBeVisible()
  await expect(page.getByText('It breaks')).toBeVisible()
  await page.getByRole('radio', { name: /^Let it stand/ }).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Correct the right answer/ })).toBeChecked()
  await look(page, 'flag')
  const key = page.getByRole('region', { name: 'The answer that is to be right' })
  await tabTo(page, key.getByRole('radio').first())
  await key.getByRole('radio', { name: '12%' }).press('Space')
  await page.getByLabel('A word about it').fill('The passage says 12%.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('region', { name: 'What would change' })
  await expect(preview).toContainText('2 people who flagged it are told.')
  await expect(preview).toContainText('2 people would see another score in quizzes of their own.')
  await look(page, 'preview')
  await preview.getByRole('button', { name: 'Decide it' }).press('Enter')
  const done = page.getByRole('region', { name: 'What was decided' })
  await expect(done.getByRole('listitem')).toContainText('Right answer corrected: 12%, everywhere')
  await expect(async () => {
    await page.reload()
    await expect(done).toContainText('2 scores changed.', { timeout: 500 })
  }).toPass()
  await look(page, 'decided')

  for (const [reader, results] of [
    [ben, bens],
    [cem, cems],
  ] as const) {
    await reader.goto('/notices')
    await expect(reader.locator('main')).toContainText('Your score has changed')
    await expect(reader.locator('main')).toContainText(
      'Right: 12%. The passage says 12%. Thank you for saying so.',
    )
    await expect(reader.getByRole('region', { name: 'What you said is wrong' })).toContainText(
      'Its right answer was corrected.',
    )
    await look(reader, 'notices')
    await reader.goto(results)
    await expect(reader.locator('.score')).toContainText('1 of 2')
    await expect(reader.locator('.rows')).toContainText(
      /This question was regraded on .*: its right answer was corrected\. The passage says 12%/,
    )
  }

  await teacher.goto('/notices')
  await expect(teacher.locator('main')).toContainText('A question of a quiz of yours was flagged')

  const { rows } = await pool().query(
    `SELECT v.question_id AS id FROM question_version v JOIN revision r ON r.id = v.revision_id JOIN article a ON a.id = r.article_id
     WHERE a.slug = $1 AND v.kind = 'choice'`,
    [slug],
  )
  await page.goto(`/bank/${rows[0].id}`)
  await expect(page.locator('main')).toContainText(/This question was regraded on .* Right by now: 12%/)
  await expect(page.locator('main')).toContainText(/Withdrawn on .*: The passage says 12%\./)

  // Whoever begins now is not asked it.
  await begin(ben, quiz)
  await expect(ben.locator('.quiz-line')).toContainText('1 of 1')

  // Mended at a desk, with what readers say beside it.
  await page.goBack()
  await page.getByRole('button', { name: 'Open it at your desk' }).click()
  await page.waitForURL('**/desks/*')
  await expect(page.getByRole('region', { name: 'What readers say is wrong with it' })).toContainText(
    'The answer given as right is wrong: The passage says 12%.',
  )
  await look(page, 'desk')
  for (const each of [teacher, ben, cem]) await each.context().close()
})
