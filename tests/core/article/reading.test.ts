import { describe, expect, it } from 'vitest'
import { read, splitTitle } from '#core'

const RAW = `A mill grows

The mill’s sales rose 8% to $5bn in 2024, Dunmore Holdings said. It hired 40 people.

Mills in the north are... Read more
`

describe('a reading', () => {
  const reading = read(splitTitle(RAW))

  it('is title, blank line and body, and counts all offsets in that', () => {
    expect(reading.text).toBe(RAW.trim())
    expect(reading.sentences.map(({ start, end }) => reading.text.slice(start, end))).toEqual([
      'A mill grows',
      'The mill’s sales rose 8% to $5bn in 2024, Dunmore Holdings said.',
      'It hired 40 people.',
    ])
  })

  it('finds figures, times and names where they stand, in the article’s own text alone', () => {
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => reading.text.slice(start, end))
    expect(words(reading.quantities)).toEqual(['8%', '$5bn', '40 people'])
    expect(words(reading.periods)).toEqual(['2024'])
    expect(words(reading.names)).toEqual(['Dunmore Holdings'])
  })

  it('knows its date, and without one has none', () => {
    expect(read({ body: RAW, date: '2025-02-20' }).date).toBe('2025-02-20')
    expect(reading.date).toBeUndefined()
  })

  it('is the same whatever ends the lines', () => {
    expect(read(splitTitle(RAW.replaceAll('\n', '\r\n')))).toEqual(reading)
    expect(read(splitTitle(`\ufeff${RAW}`))).toEqual(reading)
  })

  it('leaves unread what goes on for pages without a full stop', () => {
    expect(read({ body: 'rose 5% and '.repeat(500) }).sentences).toEqual([])
  })

  it('of nothing is empty', () => {
    expect(read({ body: '' })).toMatchObject({ text: '', sentences: [], names: [], quantities: [] })
  })
})

describe('a plain text', () => {
  it.each([
    ['A title\n\nThe body.', { title: 'A title', body: 'The body.' }],
    ['The body.\nMore of it.', { body: 'The body.\nMore of it.' }],
    ['Line one\nline two\n\nThe body.', { body: 'Line one\nline two\n\nThe body.' }],
    [
      '---\ntitle: "A title"\ndate: 2025-02-20\n---\n\nThe body.\n',
      { title: 'A title', date: '2025-02-20', body: 'The body.' },
    ],
  ])('gives up its title: %j', (raw, article) => {
    expect(splitTitle(raw)).toEqual(article)
  })
})
