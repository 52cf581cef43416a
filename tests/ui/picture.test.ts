import { describe, expect, test, vi } from 'vitest'
import type { ArticleCard } from '#server/attempts/view'
import { drawPicture, PICTURE_SIZE } from '#ui/article/picture.tsx'

const CARD: ArticleCard = {
  slug: 'norvale-grows',
  title: 'Norvale grows in Wales',
  date: '2025-01-20',
  sector: 'Retail',
  companies: [],
  concepts: [],
  lead: '',
  questions: 10,
  minutes: 5,
  words: 400,
  level: 'easy',
}

/** Width and height in the head of a PNG, in pixels. */
function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  const buffer = Buffer.from(bytes)
  expect(buffer.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}

describe('the picture of an article', () => {
  test('is a PNG of the size it says, drawn once for the same article', async () => {
    const picture = await drawPicture(CARD)
    expect(sizeOf(picture)).toEqual(PICTURE_SIZE)
    expect(await drawPicture({ ...CARD })).toBe(picture)
    expect(await drawPicture({ ...CARD, title: 'Norvale shrinks' })).not.toEqual(picture)
  })

  test.each([
    ['letters beyond western Europe', 'Mondelēz, Škoda and İş Bankası: ₹7,280 crore'],
    ['signs of other scripts and pictures', '阿里巴巴 grows 📈 in Владивосток'],
    ['nothing that can be drawn', '阿里巴巴'],
    ['a headline without end', 'Revenue '.repeat(200)],
    ['a word without end', 'R'.repeat(1000)],
  ])('asks nobody for a font: %s', async (_, title) => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    expect(sizeOf(await drawPicture({ ...CARD, title }))).toEqual(PICTURE_SIZE)
    expect(fetched.mock.calls.map(String).filter((address) => !address.startsWith('data:'))).toEqual([])
    fetched.mockRestore()
  })
})
