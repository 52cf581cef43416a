import fs from 'node:fs'
import type { Page } from '@playwright/test'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { ADMIN, makeSetFrom, signIn } from './members.ts'
import { expect, test } from './reader.ts'

const ARTICLE = '/articles/boeing-door-plug'

/** Without what line breaks and hyphens make of a text. */
const plain = (text: string): string => text.replace(/[\s\u00ad]+/g, '')

/** The text of each page as it is printed. */
async function print(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4' })
  return (await extractText(new Uint8Array(pdf), { mergePages: false })).text.map(plain)
}

test('a set is printed in two versions, and its key on pages of its own', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, ADMIN.mail)
  await makeSetFrom(page, ARTICLE)
  await page.getByRole('link', { name: 'Print it' }).click()
  await expect(page.getByText('Version A', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Key: / })).toHaveCount(0)
  const questions = page.locator('article .paper-question')
  const asked = await questions.allInnerTexts()
  const without = await print(page)

  await page.getByRole('link', { name: 'With the key on a sheet of its own' }).click()
  await page.getByRole('heading', { name: /^Key: / }).waitFor()
  const quoted = (await page.locator('.paper-key blockquote').allInnerTexts()).map(plain)
  expect(quoted.length).toBeGreaterThanOrEqual(asked.length)
  const pages = await print(page)
  const firstOfKey = pages.findIndex((text) => text.includes('Key:'))
  expect([firstOfKey, pages.length > firstOfKey]).toEqual([without.length, true])
  expect(pages.slice(0, firstOfKey)).toEqual(without)
  const [quiz, key] = [without.join(''), pages.slice(firstOfKey).join('')]
  for (const passage of quoted) {
    expect(key).toContain(passage)
    expect(quiz).not.toContain(passage)
  }
  // Nothing of the screen is on it, and no question is cut in two.
  expect(pages.join('')).not.toMatch(/Print,orsave|Worddocument|Library/)
  for (const text of asked) {
    // What is said of a gap is for who does not see the line.
    const lines = text
      .split('\n')
      .map(plain)
      .filter((line) => line !== '(gap)')
    const whole = without.filter((each) => lines.every((line) => each.includes(line)))
    expect(whole, text).not.toEqual([])
  }
  if (process.env.SHOTS) await shoot(page, process.env.SHOTS)

  await page.getByRole('link', { name: 'Version B' }).click()
  await expect(page.getByText('Version B', { exact: true }).first()).toBeVisible()
  const other = await questions.allInnerTexts()
  const stemOf = (text: string) => (text.split('\n')[0] ?? '').replace(/^\d+\. /, '')
  expect(other.map(stemOf)).not.toEqual(asked.map(stemOf))
  expect(other.map(stemOf).sort()).toEqual(asked.map(stemOf).sort())

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word document' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('quiz-B-with-key.docx')
  const { value } = await mammoth.extractRawText({ path: await file.path() })
  for (const text of other) expect(plain(value)).toContain(plain(stemOf(text)).slice(0, 20))
})

async function shoot(page: Page, folder: string): Promise<void> {
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${folder}/paper-${width}-${colorScheme}.png`, fullPage: true })
    }
  fs.writeFileSync(`${folder}/paper.pdf`, await page.pdf({ format: 'A4' }))
}
