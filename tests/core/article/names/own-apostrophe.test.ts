import { describe, expect, it } from 'vitest'
import { read } from '#core'
import { lexicon } from '../../engine/support/lexicon.ts'

const namesOf = (body: string) => read({ body }, lexicon).names

describe('an apostrophe that is a name’s own', () => {
  it.each([
    'It was downgraded by Moody’s and two others.',
    'It was downgraded in the latest of Moody’s reports.',
    "It was Moody's, which said so.",
  ])('stays with a name that the lists know only so: %s', (body) => {
    expect(namesOf(body)).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/^Moody['’]s$/), sort: 'organisation' }),
    )
  })

  it('is no part of a name that the lists know without it', () => {
    expect(namesOf('It was Boeing’s plant.').map(({ text }) => text)).toEqual(['Boeing'])
  })
})

describe('what is written and what holds a firm', () => {
  it('is no person, whatever its first word', () => {
    expect(namesOf('The Marshall Plan rebuilt Europe.')).not.toContainEqual(
      expect.objectContaining({ sort: 'person' }),
    )
  })

  it('is another than the firm that was named first', () => {
    const names = namesOf(
      'Shares in Quillon Oil fell. The parent of Quillon Oil, Quillon Oil Holding Company, sold its plant.',
    )
    expect(names.map(({ canonical }) => canonical)).toContain('Quillon Oil')
    expect(
      namesOf('Shares in Quillon Holdings fell. Quillon sold its plant.').map(({ canonical }) => canonical),
    ).toEqual(['Quillon Holdings', 'Quillon Holdings'])
  })
})
