import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

describe('a change told beside a level', () => {
  it.each([
    [
      'Harwick Foods’ revenue was £420m in 2024, up 8% on the year before.',
      { measure: 'revenue', direction: 'up', by: 8, to: 420e6, period: 'in 2024' },
    ],
    [
      'Harwick Foods’ gross margin was 31% in the third quarter of 2024, down from 36% a year earlier because of the frost.',
      { measure: 'gross margin', direction: 'down', from: 36, to: 31 },
    ],
    [
      'Harwick Foods’ debt in 2024 was $2bn, 50% less than in 2021.',
      { measure: 'debt', direction: 'down', by: 50, to: 2e9, period: 'in 2024' },
    ],
    [
      'At the end of 2024 Harwick Foods employed 6,100 people, 20.8% fewer than the 7,700 of a year before.',
      {
        subject: 'Harwick Foods',
        measure: 'number of people employed',
        direction: 'down',
        by: 20.8,
        from: 7700,
        to: 6100,
      },
    ],
    [
      'Harwick Foods sold 310,000 bicycles in 2024, up 11%.',
      { measure: 'number of bicycles sold', direction: 'up', by: 11, to: 310_000 },
    ],
    [
      'On 9 January 2024 there were 84 ferries on the way to Norway, up from 35 on 21 December 2023.',
      { measure: 'number of ferries on the way to Norway', direction: 'up', from: 35, to: 84 },
    ],
    [
      'Harwick Foods’ gross margin was 31.2% in 2024 and 26.7% a year before.',
      { measure: 'gross margin', direction: 'up', from: 26.7, to: 31.2 },
    ],
  ])('says which way, from what, to what: %s', (text, change) => {
    expect(factsIn(text, 'change')).toContainEqual(expect.objectContaining({ ...change, status: 'actual' }))
  })

  it('is that of users told of in an aside, beside those of an earlier month', () => {
    const text =
      'Harwick Foods had 5m daily users, people who opened its app, in December 2024, 25% more than the 4m of December 2023.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ direction: 'up', by: 25, from: 4e6, to: 5e6, period: 'in December 2024' }),
    ])
  })

  it('is that of shares above or below what they were sold at', () => {
    const text =
      'Harwick Foods’ shares closed at $46 on 10 September 2025, between 14% and 15% above the $40 at which they had been sold.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ measure: 'shares', direction: 'up', by: [14, 15], from: 40, to: 46 }),
    ])
    const other =
      'Harwick Foods’ shares closed at $46 on 10 September 2025, 15% above the $40 that Orrin offered.'
    expect(factsIn(other, 'change')).toEqual([])
  })

  it('counts what single quotation marks call by a name', () => {
    expect(factsIn("Harwick Foods sold 400,000 'slow bread' cakes in 2024, up 41%.", 'change')).toEqual([
      expect.objectContaining({ by: 41, to: 400_000, unit: "'slow bread' cake" }),
    ])
  })

  it('has no time where so many in a month were more than before', () => {
    const [change] = factsIn('Harwick Foods’ subscribers numbered 5m in May 2024, up 25% from 4m.', 'change')
    expect(change).toMatchObject({ by: 25, from: 4e6, to: 5e6 })
    expect(change).not.toHaveProperty('period')
  })

  it('holds no figures together that contradict each other', () => {
    const changes = factsIn('Harwick Foods’ revenue was £420m in 2024, up 8% from £100m in 2023.', 'change')
    expect(changes.filter(({ by, to }) => by !== undefined && to !== undefined)).toEqual([])
  })

  it('leaves the level as it is', () => {
    expect(factsIn('Harwick Foods’ revenue was £420m in 2024, up 8% on the year before.', 'level')).toEqual([
      expect.objectContaining({ measure: 'revenue', value: 420e6 }),
    ])
  })

  it.each([
    // beside a forecast, a rival, or nothing that is told
    'Harwick Foods’ profit was $3bn in 2024, up 8% on analysts’ forecasts.',
    'Harwick Foods sold 300 boats in 2024, 5% more than Orrin.',
    'Harwick Foods’ debt was $4bn, 20% more than Orrin’s in 2023.',
    // not so
    'Harwick Foods did not sell 300 boats in 2024, up 8%.',
    // of the rest of the sentence
    'Harwick Foods’ debt was $4bn when it sold its mill, 20% more than in 2020.',
  ])('is not read where it is set beside something else: %s', (text) => {
    expect(factsIn(text, 'change')).toEqual([])
  })
})
