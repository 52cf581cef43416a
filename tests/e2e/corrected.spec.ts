import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadContent } from '../../server/content/load.ts'
import { closeStore } from '../../server/db.ts'
import { join } from './members.ts'
import { expect, keepAllOf, learnAnswers, test } from './reader.ts'

test.afterAll(closeStore)

const SLUG = 'tellwick-sells-more'
const WAS = 'revenue at Tellwick rose 11% to $45m'
const IS = 'revenue at Tellwick rose 12% to $46m'
const BODY = `In January 2025 the retailer Tellwick said that ${WAS} in 2024. Profit at Tellwick fell 2% to $7m in 2024.

In 2024 Tellwick opened 14 shops in Wales. Sales of Tellwick in France climbed 20% to $90m in 2024.`

/** Brings the article, as it reads now, into the store. */
async function publish(folder: string, body: string): Promise<void> {
  const head = `title: Tellwick sells more\nslug: ${SLUG}\ndate: 2025-01-21\nsector: retail\ncompanies: [Tellwick]\nconcepts: [Revenue]`
  const sources = 'sources:\n  - publisher: Tellwick\n    title: Results'
  fs.writeFileSync(path.join(folder, 'articles', `${SLUG}.md`), `---\n${head}\n${sources}\n---\n\n${body}\n`)
  expect((await loadContent({ folder })).broken).toEqual([])
}

test('whoever learned what was corrected is told once, beside the passage as it stands now', async ({
  page,
}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-corrected-'))
  try {
    fs.mkdirSync(path.join(folder, 'articles'))
    const names = path.resolve(import.meta.dirname, '../../content/names')
    fs.cpSync(names, path.join(folder, 'names'), { recursive: true })
    await publish(folder, BODY)
    await join(page)
    const quiz = `/articles/${SLUG}/quiz`
    await learnAnswers(page, quiz)
    await keepAllOf(page, quiz)
    await page.goto('/review')
    const corrected = page.locator('.corrections > li').filter({ hasText: 'revenue at Tellwick' })
    await expect(corrected).toHaveCount(0)

    await publish(folder, BODY.replace(WAS, IS))
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
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
