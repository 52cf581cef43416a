import { loadContent } from '../../server/content/load.ts'
import { closeStore } from '../../server/db.ts'
import { type ContentFolder, openContentFolder } from '../support/content-folder.ts'
import { join } from './members.ts'
import { expect, keepAllOf, learnAnswers, test } from './reader.ts'

test.afterAll(closeStore)

const SLUG = 'tellwick-sells-more'
const WAS = 'revenue at Tellwick rose 11% to $45m'
const IS = 'revenue at Tellwick rose 12% to $46m'
const BODY = `In January 2025 the retailer Tellwick said that ${WAS} in 2024. Profit at Tellwick fell 2% to $7m in 2024.

In 2024 Tellwick opened 14 shops in Wales. Sales of Tellwick in France climbed 20% to $90m in 2024.`

/** Brings the article, as it reads now, into the store. */
async function publish(content: ContentFolder, body: string): Promise<void> {
  content.put({
    ...{ slug: SLUG, title: 'Tellwick sells more', date: '2025-01-21', sector: 'retail' },
    ...{ companies: ['Tellwick'], concepts: ['Revenue'], publisher: 'Tellwick', body },
  })
  expect((await loadContent(content)).broken).toEqual([])
}

test('whoever learned what was corrected is told once, beside the passage as it stands now', async ({
  page,
}) => {
  const content = openContentFolder()
  try {
    await publish(content, BODY)
    await join(page)
    const quiz = `/articles/${SLUG}/quiz`
    await learnAnswers(page, quiz)
    await keepAllOf(page, quiz)
    await page.goto('/review')
    const corrected = page.locator('.corrections > li').filter({ hasText: 'revenue at Tellwick' })
    await expect(corrected).toHaveCount(0)

    await publish(content, BODY.replace(WAS, IS))
    await page.goto('/review')
    await expect(corrected.getByRole('definition')).toHaveText([/11% to \$45m/, /12% to \$46m/])
    await corrected.getByRole('link', { name: 'Tellwick sells more' }).click()
    // The mark is broken where a term begins.
    await expect.poll(async () => (await page.locator('mark').allTextContents()).join('')).toContain(IS)
    await page.goBack()
    await corrected.getByRole('button', { name: /^Seen/ }).click()
    await expect(corrected).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(corrected).toHaveCount(0)
  } finally {
    content.remove()
  }
})
