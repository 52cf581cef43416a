import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

/** The levels of a text in a few words: whose what, how much, when. */
const levels = (text: string): string[] =>
  factsIn(text, 'level').map(({ subject, measure, value, unit, period = '', status }) =>
    `${subject}: ${measure} ${String(value)} ${unit} ${period} ${status}`.replace(/ +/g, ' '),
  )

describe('a level told by a number', () => {
  it.each([
    [
      'Harwick Foods’ subscribers numbered 14m in May 2024.',
      'Harwick Foods: number of subscribers 14000000 in May 2024 actual',
    ],
    [
      'Harwick Foods opened in Leeds. Its paying subscribers numbered 14m in May 2024.',
      'Harwick Foods: number of paying subscribers 14000000 in May 2024 actual',
    ],
  ])('says how many there were: %s', (text, level) => {
    expect(levels(text)).toEqual([level])
  })

  it('is none where nobody is told whose they are, or the verb is denied', () => {
    expect(levels('Subscribers numbered 14m in May 2024.')).toEqual([])
    expect(levels('Harwick Foods’ subscribers never numbered 14m.')).toEqual([])
  })
})

describe('a level that a deed gives a measure', () => {
  it.each([
    ['A union put Harwick Foods’ losses at $5m.', 'Harwick Foods: losses 5000000 USD estimate'],
    [
      'The deal takes Harwick Foods’ capacity to 8m tonnes of flour a year.',
      'Harwick Foods: capacity 8000000 tonne planned',
    ],
  ])('is an estimate, or not yet there: %s', (text, level) => {
    expect(levels(text)).toEqual([level])
  })

  it.each([
    'A union put Harwick Foods’ oven at the door of $5m houses.',
    'The deal does not take Harwick Foods’ capacity to 8m tonnes.',
    'The bank put the book at $5.',
  ])('is no other thing: %s', (text) => {
    expect(levels(text)).toEqual([])
  })
})

describe('an amount of a measure that is spoken of as known', () => {
  it.each([
    'That was more than the $98bn of revenue in 2024 at Harwick Foods.',
    'It compares with the $98bn of revenue at Harwick Foods in 2024.',
  ])('is whose it is: %s', (text) => {
    expect(levels(text)).toEqual(['Harwick Foods: revenue 98000000000 USD in 2024 actual'])
  })

  it.each([
    // not known, another's, of something else
    'It hopes to add $98m of revenue in 2024 at Harwick Foods.',
    'It was more than the $98bn of revenue at Harwick Foods rivals.',
    'It was more than the $98bn of flour at Harwick Foods.',
  ])('is none elsewhere: %s', (text) => {
    expect(levels(text)).toEqual([])
  })
})

describe('a result that turned into its opposite', () => {
  it.each([
    'Harwick Foods swung from an operating loss of £75m in 2023 to an operating profit of £47m in 2024.',
    'Harwick Foods grew again. An operating loss of £75m in 2023 turned into an operating profit of £47m in 2024, and a net loss of £70m into a net profit of £36m.',
  ])('gives both, each of its time: %s', (text) => {
    expect(levels(text)).toEqual([
      'Harwick Foods: operating loss 75000000 GBP in 2023 actual',
      'Harwick Foods: operating profit 47000000 GBP in 2024 actual',
    ])
  })

  it.each([
    // no time is told, no turn, nobody's
    'Harwick Foods swung from an operating loss of £75m to an operating profit of £47m.',
    'Harwick Foods swung from a loss of £75m in 2023 to a loss of £47m in 2024.',
    'A loss of £75m in 2023 turned into a profit of £47m in 2024.',
  ])('is not read where a part is missing: %s', (text) => {
    expect(levels(text)).toEqual([])
  })
})

describe('a level behind asides', () => {
  it.each([
    [
      'Harwick Foods’ gross margin, the share of sales left after costs, most of them flour, was 32.2% in 2024.',
      'Harwick Foods: gross margin 32.2 % in 2024 actual',
    ],
    [
      'Harwick Foods’ operating income, which is profit before interest, tax and other items, was £14m in 2024.',
      'Harwick Foods: operating income 14000000 GBP in 2024 actual',
    ],
  ])('is that of the noun before them: %s', (text, level) => {
    expect(levels(text)).toEqual([level])
  })
})

describe('a measure by where it came from', () => {
  it('is told of each source', () => {
    const text =
      'Harwick Foods grew again. Of its revenue in 2024, €14bn came from subscriptions and €2bn from advertising.'
    expect(levels(text)).toEqual([
      'Harwick Foods: revenue from subscriptions 14000000000 EUR in 2024 actual',
      'Harwick Foods: revenue from advertising 2000000000 EUR in 2024 actual',
    ])
  })

  it.each([
    // of nothing that is told, from somebody, from more than a word or two
    'Harwick Foods grew again. Some €14bn came from subscriptions.',
    'Harwick Foods grew again. Of its revenue in 2024, €14bn came from Orrin Mills.',
    'Harwick Foods grew again. Of its revenue in 2024, €14bn came from what it sold abroad.',
  ])('is not read where the source is no plain thing: %s', (text) => {
    expect(levels(text)).toEqual([])
  })
})

describe('the size of a thing with a name', () => {
  it('is the money in it', () => {
    expect(levels('It joined Starline, a $50bn scheme by Harwick Foods and Orrin Mills.')).toEqual([
      'Starline: size of the scheme 50000000000 USD actual',
    ])
  })

  it.each(['It joined Starline, a $50bn company by the sea.', 'It joined Jane Doe, a $50m project manager.'])(
    'is no other figure before a noun: %s',
    (text) => {
      expect(levels(text)).toEqual([])
    },
  )
})
