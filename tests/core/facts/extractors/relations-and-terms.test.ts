import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

describe('who owns whom', () => {
  it.each([
    ['Kestrel Bank, a unit of Harwick Holdings, opened in 2019.', 'Harwick Holdings', 'Kestrel Bank'],
    ['Dunmore Stores’ parent, Harwick Holdings, was founded in 1990.', 'Harwick Holdings', 'Dunmore Stores'],
    ['Kestrel Bank, owned by Harwick Holdings, lost money in 2024.', 'Harwick Holdings', 'Kestrel Bank'],
  ])('%s', (text, subject, object) => {
    expect(factsIn(text, 'relation')).toEqual([expect.objectContaining({ subject, measure: 'owns', object })])
  })

  it.each([
    'Kestrel Bank, a rival of Harwick Holdings, opened in 2019.',
    'Kestrel Bank, once a unit of Harwick Holdings, opened in 2019.',
    'Kestrel Bank opened a unit of its own in 2019.',
    'He said “Kestrel Bank, a unit of Harwick Holdings, is doomed”.',
  ])('is not said by: %s', (text) => {
    expect(factsIn(text, 'relation').filter(({ measure }) => measure === 'owns')).toEqual([])
  })

  it('a deed between two organisations is a relation, with the other as its object', () => {
    expect(factsIn('Harwick Foods bought Dunmore Stores in 2011.', 'relation')).toEqual([
      expect.objectContaining({ subject: 'Harwick Foods', object: 'Dunmore Stores', period: 'in 2011' }),
    ])
    expect(factsIn('Harwick Foods bought a mill in 2011.', 'relation')).toEqual([])
  })
})

describe('what a term means', () => {
  it('is what a sentence explains in passing', () => {
    expect(
      factsIn(
        'The bank cut its repo rate, a benchmark for what lenders pay each other, in May 2024.',
        'term',
      ),
    ).toEqual([
      expect.objectContaining({
        subject: 'repo rate',
        measure: 'means',
        object: 'a benchmark for what lenders pay each other',
      }),
    ])
  })

  it.each([
    [
      'Harwick Foods had a gross margin, the share of sales left after direct costs, of 40% in 2024.',
      'gross margin',
      'the share of sales left after direct costs',
    ],
    [
      'A policy rate is the short-term rate that a central bank steers to guide the others, and Norway raised its own.',
      'policy rate',
      'the short-term rate that a central bank steers to guide the others',
    ],
    [
      'Free cash flow, the cash that remains after investment, rose 4% in 2024.',
      'free cash flow',
      'the cash that remains after investment',
    ],
  ])('is what holds of nothing else: %s', (text, subject, object) => {
    expect(factsIn(text, 'term')).toEqual([expect.objectContaining({ subject, measure: 'means', object })])
  })

  it('is what initials stand for, small words between them left out', () => {
    expect(factsIn('The gross domestic product (GDP) of Peru rose 3% in 2024.', 'term')).toEqual([
      expect.objectContaining({ subject: 'GDP', measure: 'stands for', object: 'gross domestic product' }),
    ])
    expect(factsIn('The Office of Fair Trading (OFT) opened a case in 2024.', 'term')).toEqual([
      expect.objectContaining({ object: 'Office of Fair Trading' }),
    ])
  })

  it.each([
    'Harwick Foods (HF), a grocer, opened a shop in 2024.',
    'The central bank of Peru (SBS) cut rates in 2024.',
    'Harwick Foods opened a mill, a move that cost $3m in 2024.',
    'Harwick Foods sold its mill in Leeds, the price of which fell in 2024.',
    'The union, the part of the staff that struck in 2024, won.',
  ])('is not told by: %s', (text) => {
    expect(factsIn(text, 'term').filter(({ subject }) => subject !== 'HF')).toEqual([])
  })
})

describe('a place among others', () => {
  it('is a rank with its number', () => {
    expect(factsIn('Norway is the second-largest exporter of gas in Europe.', 'rank')).toContainEqual(
      expect.objectContaining({ subject: 'Norway', value: 2, measure: 'largest exporter of gas in Europe' }),
    )
  })

  it.each([
    'Norway is one of the largest exporters of gas in Europe.',
    'Norway was once the largest exporter of gas in Europe.',
  ])('is none in: %s', (text) => {
    expect(factsIn(text, 'rank').filter(({ value }) => value !== undefined)).toEqual([])
  })
})

describe('the family of what a clause tells', () => {
  it.each([
    ['share', 'Harwick Foods holds 40% of Dunmore Stores.'],
    ['share', 'In 2024 grocery accounted for 40% of revenue at Harwick Foods.'],
    ['level', 'Harwick Foods employs 12,400 people in Leeds.'],
    ['cause', 'A strike in Leeds led to empty shelves at Harwick Foods.'],
    ['comparison', 'Harwick Foods has been slower than Dunmore Stores to open shops abroad.'],
    ['rank', 'Harwick Foods posted its highest profit in a decade in 2024.'],
    ['event', 'Harwick Foods opened 12 shops in Leeds in 2024.'],
  ] as const)('is %s in: %s', (family, text) => {
    expect(factsIn(text).map((fact) => fact.family)).toContain(family)
  })
})

describe('a firm that no list knows and that is named only where sentences begin', () => {
  it('owns its figures itself', () => {
    const text =
      'Harwick Foods is a grocer. Harwick Foods sells bread. Norvale’s sales rose 5% to $3bn in 2024. Norvale opened 12 shops in Leeds in 2024.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ subject: 'Norvale', measure: 'sales' }),
    ])
    expect(factsIn(text).map(({ subject }) => subject)).toContain('Norvale')
  })

  it.each(['Profits rose 5% to $3bn in 2024.', 'Revenue rose 5% to $3bn in 2024.'])(
    'is no firm where the word is a common one: %s',
    (text) => {
      expect(
        factsIn(
          `Harwick Foods is a grocer. Harwick Foods sells bread. Harwick Foods pays tax. ${text}`,
          'change',
        ),
      ).toEqual([expect.objectContaining({ subject: 'Harwick Foods' })])
    },
  )
})

describe('who holds an office', () => {
  it('is told behind ‘whose’', () => {
    const text = 'Harwick Foods, whose founder and chief executive is Jane Doe, opened a mill in 2024.'
    expect(factsIn(text, 'role')).toEqual([
      expect.objectContaining({
        subject: 'Jane Doe',
        measure: 'founder and chief executive',
        object: 'Harwick Foods',
      }),
    ])
  })

  it.each([
    'Harwick Foods, whose founder was Jane Doe, opened a mill in 2024.',
    'Harwick Foods, whose former boss is Jane Doe, opened a mill in 2024.',
    'Harwick Foods, whose best customer is Jane Doe, opened a mill in 2024.',
  ])('is not told by: %s', (text) => {
    expect(factsIn(text, 'role')).toEqual([])
  })
})
