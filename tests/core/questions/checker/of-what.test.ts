import { describe, expect, it } from 'vitest'
import { lacksOfWhat } from '../../../../core/questions/checker/of-what.ts'

describe('what a question speaks of', () => {
  it.each([
    ['Which mill notched up a 10% increase?', 'a 10% increase'],
    ['Harwick Foods reported a sharp _____ rise.', 'a sharp _____ rise'],
    ['Which country hopes to become a member by early 2026?', 'a member'],
    ['According to Ana Ruiz, Harwick Foods struggled to find a suitable target.', 'a suitable target'],
    ['A decision could be reached in December.', 'A decision could'],
    ['Who said that any offer was likely to be in cash?', 'said that any offer was'],
    ['Talks centred on the price of wheat.', 'Talks '],
  ])('has to say of what: %s', (stem, says) => {
    expect(lacksOfWhat(stem, '')).toContain(says)
  })

  it.each([
    'Which mill notched up a 10% increase in orders?',
    'Which mill reported a _____ rise from a year before?',
    'Which country hopes to become a member of the Grain Board by early 2026?',
    'Harwick Foods set a target of 40 shops.',
    'Which mill bought a stake in Dunmore Stores?',
    'A decision on the merger could be reached in December.',
    'Who said that an offer for Dunmore Stores was likely?',
    'Talks with the Grain Board centred on the price of wheat.',
    'Harwick Foods sold 20% of its mills, a 10% increase.',
  ])('has said it: %s', (stem) => {
    expect(lacksOfWhat(stem, '')).toBeNull()
  })

  it('may be told by the headline', () => {
    expect(
      lacksOfWhat('A decision could be reached in December.', 'Grain Board nears decision on mills'),
    ).toBeNull()
  })
})
