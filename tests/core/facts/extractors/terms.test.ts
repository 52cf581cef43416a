import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

const termsIn = (text: string) => factsIn(text, 'term')

describe('a term that is explained', () => {
  it.each([
    [
      'A put option is a right to sell at a price agreed today, and farmers buy many.',
      'put option',
      'a right to sell at a price agreed today',
    ],
    [
      'EBITA is profit before interest, tax and amortisation.',
      'EBITA',
      'profit before interest, tax and amortisation',
    ],
    ['The strike price is what the buyer pays.', 'strike price', 'what the buyer pays'],
    [
      'Operating profit, which is income before interest, tax and rent, rose 4% in 2024.',
      'operating profit',
      'income before interest, tax and rent',
    ],
    [
      'Harwick Foods was spared a lock-up fee, the money due if a buyer walks away, in 2024.',
      'lock-up fee',
      'the money due if a buyer walks away',
    ],
    [
      'Harwick Foods has a poison pill in Dunmore Stores, a right that lets its owner buy more shares.',
      'poison pill',
      'a right that lets its owner buy more shares',
    ],
    [
      'Harwick Foods has a high net debt (the sum of what it owes less its cash) in 2024.',
      'net debt',
      'the sum of what it owes less its cash',
    ],
    [
      'The charter rate, or the price of hiring a ship for a day, goes up in spring.',
      'charter rate',
      'the price of hiring a ship for a day',
    ],
    [
      'Harwick Foods grew fast, a roll-out being the stretch between first sales and full supply.',
      'roll-out',
      'the stretch between first sales and full supply',
    ],
    [
      'The unbundling, as the removal of a unit from a group is called, took 18 months.',
      'unbundling',
      'the removal of a unit from a group',
    ],
    [
      'Harwick Foods sold shares in a fund that follows an index, known as a tracker fund, in 2024.',
      'tracker fund',
      'a fund that follows an index',
    ],
    [
      'Its trade is ‘click and collect’, the granting of pick-up to people who order by phone.',
      'click and collect',
      'the granting of pick-up to people who order by phone',
    ],
    [
      'Basis risk, which arises when a hedge and its loan part ways, grew in 2024.',
      'basis risk',
      'what arises when a hedge and its loan part ways',
    ],
  ])('%s', (text, subject, object) => {
    expect(termsIn(text)).toEqual([expect.objectContaining({ subject, measure: 'means', object })])
  })

  it('may be told by what happens where it is done', () => {
    expect(
      termsIn('Another habit is vendor lending, in which a maker of goods lends its buyers the price.'),
    ).toEqual([
      expect.objectContaining({
        subject: 'vendor lending',
        measure: 'is when',
        object: 'a maker of goods lends its buyers the price',
      }),
    ])
  })

  it('may be initials behind ‘or’', () => {
    expect(termsIn('The Office of Fair Trading, or OFT, opened a case in 2024.')).toEqual([
      expect.objectContaining({ subject: 'OFT', measure: 'stands for', object: 'Office of Fair Trading' }),
    ])
  })
})

it('a verb before a term is none of its words', () => {
  expect(
    termsIn('Rivals feared foreclosure, the removal of a unit from a market.').map(({ subject }) => subject),
  ).toEqual(['foreclosure'])
})

describe('no term is explained by', () => {
  it.each([
    'Tourism is a vital part of the economies of the islands, says the council.',
    'A key problem is the amount of debt that the firm carries.',
    'A ceasefire is what the markets hope for.',
    'The question is what the bank pays next.',
    'A weak pound is a gift for makers of cheese.',
    'A trade war is a danger that every exporter fears.',
    'A merger, or the sale of the mill, could follow in 2025.',
    'Whether the share price, or the price of wheat, matters more is unclear.',
    'The board meeting, in which directors fought over pay, was short.',
    'Harwick Foods held the board meeting, in which a director spoke of pay.',
    'He praised a plan, a clause of which was struck out.',
    'The deal was the largest of the year, known as Project Ocean.',
    'The flagship scheme, which measures 12 metres, sank in 2024.',
    '“A put option is a right to sell at a set price,” she said.',
  ])('%s', (text) => {
    expect(termsIn(text)).toEqual([])
  })
})
