import fs from 'node:fs'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { ADMIN, makeSetFrom, signIn } from './members.ts'
import { expect, test } from './reader.ts'

test('a set is printed in two versions, and its key on pages of its own', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, ADMIN.mail)
  // One question of every kind.
  await makeSetFrom(page, (process.env.EVERY_KIND ?? '').replace(/\/quiz$/, ''))
  await page.getByRole('link', { name: 'Print it' }).click()
  await expect(page.getByText('Version A', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Key: / })).toHaveCount(0)

  /** The text of each page as it is printed. */
  const print = async () => {
    const pdf = await page.pdf({ format: 'A4' })
    return (await extractText(new Uint8Array(pdf), { mergePages: false })).text
  }
  const plain = await print()
  expect(plain.join(' ')).not.toMatch(/EXPLANATION|CORRECTION|WHY-|Key:/)

  await page.getByRole('link', { name: 'With the key on a sheet of its own' }).click()
  await page.getByRole('heading', { name: /^Key: / }).waitFor()
  if (process.env.SHOTS)
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.screenshot({
          path: `${process.env.SHOTS}/paper-${width}-${colorScheme}.png`,
          fullPage: true,
        })
      }
  if (process.env.SHOTS) fs.writeFileSync(`${process.env.SHOTS}/paper.pdf`, await page.pdf({ format: 'A4' }))
  const pages = await print()
  const firstOfKey = pages.findIndex((text) => text.includes('Key:'))
  expect(firstOfKey).toBe(plain.length)
  expect(pages.length).toBeGreaterThan(firstOfKey)
  expect(pages.slice(0, firstOfKey).join(' ')).not.toMatch(/EXPLANATION|CORRECTION|WHY-/)
  expect(pages.slice(firstOfKey).join(' ')).toContain('EXPLANATION')
  // Nothing of the screen is on it, and no question is cut in two.
  expect(pages.join(' ')).not.toMatch(/Print, or save|Word document|Your scores/)
  const kinds = await page.locator('article .paper-question').allInnerTexts()
  expect(kinds).toHaveLength(8)
  for (const text of kinds) {
    const words = text.split('\n').map((line) => line.trim())
    const on = pages.findIndex((each) => each.includes((words[0] ?? '').slice(3, 40)))
    expect(pages[on]).toContain((words.at(-1) ?? '').slice(0, 20))
  }

  await page.getByRole('link', { name: 'Version B' }).click()
  await expect(page.getByText('Version B', { exact: true }).first()).toBeVisible()
  const other = await page.locator('article .paper-question').allInnerTexts()
  const firstLine = (text: string) => (text.split('\n')[0] ?? '').replace(/^\d+\. /, '')
  expect(other.map(firstLine)).not.toEqual(kinds.map(firstLine))
  expect(other.map(firstLine).sort()).toEqual(kinds.map(firstLine).sort())

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word document' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('quiz-B-with-key.docx')
  const { value } = await mammoth.extractRawText({ path: await file.path() })
  for (const text of other) expect(value).toContain(firstLine(text).slice(0, 20))
})
