import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

const saidIn = (text: string) => factsIn(text, 'statement')

const WHO = 'Lowfield Bank lends. Jane Doe is a lawyer. Harwick Foods is a grocer. Harwick Foods bakes. '

describe('what somebody named says', () => {
  it.each([
    [
      'The price of bread in Norway will rise in spring, Harwick Foods said on Monday.',
      'Harwick Foods',
      'said that',
      'the price of bread in Norway will rise in spring',
    ],
    [
      'Dearer loans for grocers would be one result of the ruling in Norway, Lowfield Bank wrote that day.',
      'Lowfield Bank',
      'wrote that',
      'dearer loans for grocers would be one result of the ruling in Norway',
    ],
    [
      'Its robot, Harwick Foods says, does the work of about 700 bakers.',
      'Harwick Foods',
      'says that',
      'its robot does the work of about 700 bakers',
    ],
    [
      'Jane Doe, deputy governor of Lowfield Bank, said that there would be no rise in rents.',
      'Jane Doe',
      'said that',
      'there would be no rise in rents',
    ],
    [
      'Harwick Foods expects the price of bread to fall rather than rise.',
      'Harwick Foods',
      'expects',
      'the price of bread to fall rather than rise',
    ],
    [
      'A rival is Harwick Foods, a grocer in Norway, which claimed to have sold a third of the bread in Oslo.',
      'Harwick Foods',
      'claimed',
      'to have sold a third of the bread in Oslo',
    ],
    [
      'Harwick Foods claims to have sold a third of the bread in Oslo.',
      'Harwick Foods',
      'claims',
      'to have sold a third of the bread in Oslo',
    ],
  ])('%s', (text, subject, measure, object) => {
    expect(saidIn(WHO + text)).toEqual([expect.objectContaining({ subject, measure, object })])
  })

  it('leaves open whose it is where two could be meant', () => {
    const text = 'Its robot, Harwick Foods says, does the work of about 700 bakers.'
    expect(saidIn(`Lowfield Bank bakes too. ${text}`)).toEqual([])
  })

  it.each([
    'The price of bread in Norway will rise in spring, Harwick Foods did not say.',
    'The price of bread in Norway will rise in spring, a man said.',
    'Norway said that the price of bread will rise in spring, Harwick Foods reported.',
    // neither of two says it alone
    'Lowfield Bank and Harwick Foods have said that the price of bread will rise in spring.',
    'It will rise in spring by more than in the past, Harwick Foods said.',
    'This would be one result of the ruling in Norway, Lowfield Bank wrote.',
    'Either way, more loans for grocers are needed, Lowfield Bank said.',
    'If it rains, the price of bread will rise in spring, Harwick Foods said.',
    '“The price of bread in Norway will rise in spring,” Harwick Foods said, and it rose.',
    'Harwick Foods does not expect the price of bread to fall in spring.',
    'Harwick Foods could expect the price of bread to fall in spring.',
    'The price of bread is expected to fall in spring in Norway.',
    'A man who claimed to have sold a third of the bread in Oslo was fined.',
    'Analysts expect the price of bread in Norway to fall in spring.',
  ])('is not told by: %s', (text) => {
    const told = saidIn(WHO + text).filter(({ object = '' }) => !object.startsWith('“'))
    expect(told.filter(({ subject }) => subject !== 'Norway')).toEqual([])
  })
})
