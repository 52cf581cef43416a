import { describe, expect, it } from 'vitest'
import { factsIn } from './support/facts-in.ts'

describe('the time of a clause', () => {
  const timeOf = (text: string, word: string) =>
    factsIn(text).find(({ measure, subject }) => `${subject} ${measure}`.includes(word))?.period

  it('is not that of the level from which something changed', () => {
    expect(timeOf('Sales at Harwick Foods slipped 1.1% from $1,808m in 2023.', 'sales')).toBeUndefined()
    expect(timeOf('Sales at Harwick Foods slipped to $7m from $8m in 2023.', 'sales')).toBeUndefined()
    expect(timeOf('Sales at Harwick Foods slipped from $8m to $7m in 2024.', 'sales')).toBe('in 2024')
    expect(timeOf('Harwick Foods cut its sales to $7m from $8m on 24 January 2025.', 'sales')).toBe(
      'on 24 January 2025',
    )
  })

  it.each([
    // behind an aside
    ['Sales at Harwick Foods fell to $40m – a drop of 4% – in 2024.', 'sales', 'in 2024'],
    // one that opens the sentence holds for what 'and' joins
    ['In 2024 Harwick Foods sold 12 plants and Dunmore Stores opened 40 shops.', '40 shops', undefined],
  ])('is its own: %s', (text, word, period) => {
    const found = timeOf(text, word)
    if (period === undefined) expect([undefined, 'in 2024']).toContain(found)
    else expect(found).toBe(period)
  })

  it.each([
    [
      'Harwick Foods closed its mill in Leeds in 2024 because it had lost money to Dunmore Stores.',
      'lost money',
    ],
    ['In 2004 a newspaper reported that Harwick Foods had paid $40m for a mill in Leeds.', 'had paid'],
    [
      'Dunmore Stores announced on 3 June 2024 that it had entered into a pact with Harwick Foods.',
      'had entered',
    ],
    ['In August 2023 a study found that Harwick Foods cut the salt in its bread by 20%.', 'cut the salt'],
    ['The trial began on 3 June 2024 after Jane Doe sued Harwick Foods for $40m.', 'sued'],
  ])('is not that of another clause: %s', (text, word) => {
    const facts = factsIn(text, 'event').filter(({ measure }) => measure?.startsWith(word))
    for (const { period } of facts) expect(period).toBeUndefined()
  })
})
