import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

/** Everything the facts of a text say of whom, what and when. */
const told = (text: string): string =>
  factsIn(text)
    .map(({ subject, measure, object, period }) => [subject, measure, object, period].join(' '))
    .join('\n')

describe('a sentence told by itself', () => {
  it.each([
    'With debts of $600m and a plant in Leeds worth $40m, it needs the help of Norway.',
    'At the World Bank in 1985, he took part in the drawing up of a plan for Norway.',
    'Analysts expect its latest round of cuts in Norway to hit the mills, which employ 40,000 staff.',
    'Jane Doe said it was “winning support” and said that Norway had given $40m.',
  ])('is not told where nothing before a pronoun says who or what: %s', (text) => {
    expect(told(text)).not.toMatch(/, (?:it|he) |its latest|it was/)
  })

  it('keeps a pronoun whose sentence has named it', () => {
    expect(told('In 2004 a newspaper reported that Harwick Foods had paid $40m for its mill.')).toMatch(
      /for its mill/,
    )
  })

  it('is not parted at a semicolon in brackets', () => {
    const text =
      'A total of 24 trillion pesos ($10bn; £5bn) is set aside for the mills in Chile, Jane Doe said.'
    expect(told(text)).not.toMatch(/\) is set aside/)
  })

  it('is not told of a gap or a pace that an earlier one measured', () => {
    const behind = 'in Norway, where sales of the 40 biggest mills are the highest in Europe.'
    expect(told(`The gap is even wider ${behind}`)).toBe('')
    expect(told(`The gap between rich and poor is even wider ${behind}`)).not.toBe('')
  })
})

describe('what happened', () => {
  it('is not dated by what a word such as since tells of another time', () => {
    const since =
      'Since the inquiry was launched in October 2024, Harwick Foods has replaced its chief executive.'
    expect(told(since)).toMatch(/has replaced its chief executive/)
    expect(told(since)).not.toMatch(/replaced.*2024/)
    expect(told('In October 2024 Harwick Foods replaced its chief executive in Leeds.')).toMatch(
      /replaced.*2024/,
    )
  })

  it('is not what somebody argued from', () => {
    const text =
      'Harwick Foods argued that since it had a mill in Leeds, the court could declare it bankrupt.'
    expect(told(text)).not.toMatch(/had a mill/)
  })

  it('is not cut behind who says it', () => {
    const text = 'Norway forced the sale of the plant to enforce a $40m tax bill it says the company owes.'
    expect(told(text)).not.toMatch(/it says$/m)
  })

  it('is not certain because somebody feels so', () => {
    const text = 'Jane Doe feels that Harwick Foods has bought 40 mills in Leeds.'
    expect(factsIn(text, 'event').filter(({ status }) => status === 'actual')).toEqual([])
  })

  it('was done in a part of the year that is told with its year', () => {
    expect(
      told('During the first six months of the fiscal year, Harwick Foods made savings of $40m.'),
    ).toMatch(/first six months of the fiscal year/)
  })

  it('has no subject that is the end of a longer one', () => {
    const text =
      'The peg keeping the yuan around 8.30 to the dollar is often blamed by Norway for job losses.'
    expect(told(text)).not.toMatch(/^8\.30/m)
    expect(told('In Leeds around 500 people were hurt by the fire at Harwick Foods.')).toMatch(/500 people/)
  })
})

describe('shares in a carrier', () => {
  it('are not those of the company that the article is about', () => {
    const about = 'Harwick Foods bought 40 mills in Leeds. Harwick Foods sold a plant in Leeds for $30m.'
    expect(told(`${about} Shares in the fifth biggest US carrier fell 6.87%.`)).not.toMatch(
      /Harwick Foods.*carrier/,
    )
    expect(told(`${about} Shares in Harwick Foods fell 6.87%.`)).toMatch(/Harwick Foods.*shares/i)
  })
})

describe('what stands for another', () => {
  it('is not told by words that cannot own anything', () => {
    const text =
      'Velt bought the Leeds production unit for $9bn. Norway could play a role in the unit’s future in Chile.'
    expect(told(text)).not.toMatch(/\$9bn['’]s/)
  })

  it('is not what something was said to be', () => {
    const text =
      'In 2002 Norway was the world’s best performing stock market. The market has risen on the basis of solid growth in Norway.'
    expect(told(text)).not.toMatch(/the best performing stock market has/)
  })

  it('is no fund, which is money that others manage', () => {
    const text =
      'The inquiry in Norway includes sales of the Trident Funds to a mill in Leeds and of the company’s own 40 plants in Chile.'
    expect(told(text)).not.toMatch(/Trident Funds['’]s? own/)
  })
})
