import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

describe('figures in a series', () => {
  it.each([
    [
      'In 2024 steel imports fell 14% in Norway, 6.1% in Spain and 3.3% in the Netherlands.',
      [
        { measure: 'steel imports in Norway', by: 14 },
        { measure: 'steel imports in Spain', by: 6.1 },
        { measure: 'steel imports in the Netherlands', by: 3.3, period: 'in 2024' },
      ],
    ],
    [
      'Harwick Foods’ sales rose 4% in 2023 and 9% in 2024.',
      [
        { measure: 'sales', by: 4, period: 'in 2023' },
        { measure: 'sales', by: 9, period: 'in 2024' },
      ],
    ],
  ])('give a change each: %s', (text, changes) => {
    expect(factsIn(text, 'change')).toEqual(changes.map((change) => expect.objectContaining(change)))
  })

  it.each([
    [
      'Harwick Foods’ debt was $3bn in 2022, $5bn in 2023 and about $8bn in 2024.',
      [
        { measure: 'debt', value: 3e9, period: 'in 2022' },
        { measure: 'debt', value: 5e9, period: 'in 2023' },
        { measure: 'debt', value: 8e9, period: 'in 2024', exactness: 'about' },
      ],
    ],
    [
      'The extra charge is 12% for Harwick Foods, 31% for Dunmore Group, another maker, and 7% for the rest.',
      [
        { subject: 'the extra charge for Harwick Foods', value: 12 },
        { subject: 'the extra charge for Dunmore Group', value: 31 },
      ],
    ],
    [
      'The average rent was £900 in England; £700 in Wales and £650 in Scotland.',
      [
        { measure: 'average rent in England', value: 900 },
        { measure: 'average rent in Wales', value: 700 },
        { measure: 'average rent in Scotland', value: 650 },
      ],
    ],
  ])('give a level each: %s', (text, levels) => {
    expect(factsIn(text, 'level')).toEqual(levels.map((level) => expect.objectContaining(level)))
  })

  it.each([
    // what the next figure is of, the sentence says anew
    'Orrin’s shares lost 9%, Velt’s 12% stake was sold.',
    'Harwick Foods’ sales rose 4% in Norway, 300 shops in Spain closed.',
    // and a figure of another sort is of another measure
    'Harwick Foods’ sales rose 4% in Norway and £5m in Spain.',
  ])('end where the sentence goes on otherwise: %s', (text) => {
    expect(factsIn(text, 'change')).toHaveLength(1)
  })
})

describe('figures of others in a series', () => {
  it('give a change each, of whoever is named before them', () => {
    const text =
      'On 5 August 2024 Harwick Foods’ shares lost 11%, Orrin Mills’ 13.4% and those of Dunmore Bank, a lender, 18.4%.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ subject: 'Harwick Foods', measure: 'shares', by: 11 }),
      expect.objectContaining({ subject: 'Orrin Mills', measure: 'shares', by: 13.4 }),
      expect.objectContaining({ subject: 'Dunmore Bank', by: 18.4, period: 'on 5 August 2024' }),
    ])
  })

  it('give a level each', () => {
    const text = 'Harwick Foods’ revenue was $5bn in 2024, Orrin Mills’ $4bn.'
    expect(factsIn(text, 'level')).toEqual([expect.objectContaining({ value: 5e9 })])
    const levels = factsIn('In 2024 Harwick Foods’ revenue was $5bn, Orrin Mills’ $4bn.', 'level')
    expect(levels.map(({ subject, value }) => [subject, value])).toEqual([
      ['Harwick Foods', 5e9],
      ['Orrin Mills', 4e9],
    ])
  })

  it.each([
    // something else of another's, in another unit, of a measure that no owner tells
    'Harwick Foods’ shares lost 11%, Orrin Mills’ 5% stake included.',
    'Harwick Foods’ shares lost 11%, Orrin Mills’ $3.',
    'Sales at Harwick Foods fell 11%, Orrin Mills’ 13%.',
  ])('are not read where they may be of something else: %s', (text) => {
    expect(factsIn(text, 'change').length).toBeLessThan(2)
  })
})
