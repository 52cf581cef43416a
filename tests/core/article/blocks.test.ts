import { describe, expect, it } from 'vitest'
import { findBlocks } from '../../../core/article/blocks.ts'

/** The kinds of a text's blocks, in order. */
const kinds = (text: string, titleLength = 0) => findBlocks(text, titleLength).map(({ kind }) => kind)
const LINE = 'Orders at the mill rose for a third month in a row, its owners said.'

describe('blocks', () => {
  it('are the title, then the lines that hold something', () => {
    const text = `A mill grows\n\n${LINE}\n${LINE}\n\n${LINE}`
    const blocks = findBlocks(text, 12)
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph', 'paragraph'])
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['A mill grows', LINE, LINE, LINE])
  })

  it('put lines that a page width broke together again', () => {
    const wrapped =
      'The owners of the mill said on Monday\nthat orders had risen for a third\nmonth in a row.'
    expect(findBlocks(`${wrapped}\n\n${LINE}`, 0).map(({ start, end }) => end - start)).toEqual([
      wrapped.length,
      LINE.length,
    ])
  })

  it.each([
    ['Mills in the north are closing one after another as... Read more', 'teaser'],
    ['Mills in the north are closing one after another… Continue reading »', 'teaser'],
    ['Image caption The mill from the air', 'furniture'],
    ['By Jane Doe', 'furniture'],
    ['Reporting by Jane Doe; editing by Tom Baker', 'furniture'],
    ['Photograph: Jane Doe/Agency', 'furniture'],
    ['© 2024 The Mill Times', 'furniture'],
    ['Published: 3 May 2024', 'furniture'],
    ['10:42 BST', 'furniture'],
    ['Subscribe to our newsletter for more on mills.', 'furniture'],
    ['Why the mill grew', 'heading'],
    [LINE, 'paragraph'],
    ['By May the mill had paid its debts and hired forty people.', 'paragraph'],
  ])('know what is not the article: %s', (line, kind) => {
    expect(kinds(`${LINE}\n\n${line}\n\n${LINE}`)).toEqual(['paragraph', kind, 'paragraph'])
  })

  it('count a headline over a teaser to it', () => {
    expect(kinds(`${LINE}\nMills Are Closing\nMills in the north are... Read more`)).toEqual([
      'paragraph',
      'teaser',
      'teaser',
    ])
    expect(kinds(`${LINE}\nWhy Are Mills Closing?\nMills in the north are... Read more`)).toEqual([
      'paragraph',
      'teaser',
      'teaser',
    ])
  })

  it('leave a sentence before a teaser in the article', () => {
    expect(kinds(`${LINE}\nMills in the north are... Read more`)).toEqual(['paragraph', 'teaser'])
  })

  it('read the one line of a text, full stop or not', () => {
    expect(kinds('Sales at the mill rose 5% in 2024')).toEqual(['paragraph'])
  })
})
