import { describe, expect, it } from 'vitest'
import { findSentences } from '../../../core/article/sentences.ts'

const sentences = (text: string) =>
  findSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('end at a full stop, question or exclamation mark', () => {
    expect(sentences('The mill grew. Did it? It did! So they say')).toEqual([
      'The mill grew.',
      'Did it?',
      'It did!',
      'So they say',
    ])
  })

  it.each([
    'Mr. Baker sold the mill.',
    'The mill was sold to J. Thomas Smith of Leeds.',
    'It paid St. Mary’s Hospital for the land.',
    'The mill, founded by Dr. Doe, grew.',
    'It cost about $4.5 million in Sept. 2024.',
    'The U.S. Treasury looked at the mill.',
    'Harwick Inc. sold the mill.',
    'The price fell to Rmb72.5bn (£8bn) in 2024.',
    'It grows, e.g. in Leeds and York.',
    'He owns No. 5 Mill Street.',
  ])('are not cut at a stop inside: %s', (text) => {
    expect(sentences(text)).toEqual([text])
  })

  it.each([
    ['It moved to the U.S. The mill stayed.', 2],
    ['They sold Harwick Inc. The buyer was a bank.', 2],
    ['It opened at 9 a.m. Shares rose.', 2],
    ['It closed at 5.30 p.m. on Friday.', 1],
  ])('may end at an abbreviation: %s', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })

  it('keep closing quotation marks and brackets', () => {
    expect(sentences('“We grew.” He left. (It was late.) She stayed.')).toEqual([
      '“We grew.”',
      'He left.',
      '(It was late.)',
      'She stayed.',
    ])
  })

  it('go on behind a quotation that another word follows', () => {
    expect(sentences('“Did we grow?” he asked.')).toEqual(['“Did we grow?” he asked.'])
  })

  it('stay inside their block, at its offsets', () => {
    const text = 'Title\n\nThe mill grew. It paid.'
    const start = text.indexOf('The')
    expect(findSentences(text, { start, end: text.length })).toEqual([
      { start, end: start + 14 },
      { start: start + 15, end: text.length },
    ])
  })

  it('are none where there is nothing', () => {
    expect(sentences('')).toEqual([])
    expect(sentences('  \n ')).toEqual([])
  })
})
