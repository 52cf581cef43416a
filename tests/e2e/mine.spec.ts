import { closeStore, pool } from '../../server/db.ts'
import { eraseDue } from '../../server/mine/erase.ts'
import { ADMIN, fillSignIn, join } from './members.ts'
import { begin, expect, firstQuiz, test } from './reader.ts'

test.afterAll(closeStore)

test('a member takes everything along, has the account erased, thinks again, and is gone once it is done', async ({
  page,
}) => {
  const mail = await join(page)
  await begin(page, await firstQuiz(page))
  await page.goto('/account')
  const mine = page.getByRole('region', { name: 'What is kept of you' })
  for (const [name, file] of [
    ['All of it (JSON)', 'bellwether.json'],
    ['Your answers (CSV)', 'bellwether-answers.csv'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await mine.getByRole('link', { name }).click()
    expect((await saved).suggestedFilename()).toBe(file)
  }

  const ask = async () => {
    await mine.getByText('Erase this account').click()
    await mine.getByLabel('Your password').fill(ADMIN.password)
    await mine.getByRole('button', { name: 'Erase it in seven days' }).click()
    await expect(mine.getByText('This account will be erased on')).toBeVisible()
  }
  await ask()
  await mine.getByRole('button', { name: 'Keep it' }).click()
  await expect(mine.getByText('This account will be erased on')).toBeHidden()
  await ask()
  await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE mail = $1', [mail])
  await eraseDue()
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
  await fillSignIn(page, mail)
  await expect(page.getByText('Address or name and password do not match.')).toBeVisible()
  await page.goto('/me')
  await expect(page.getByRole('link', { name: 'Make an account' })).toBeVisible()
})
