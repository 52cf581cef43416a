import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { fill } from '../../../../core/questions/fill.ts'
import { prospectsOf } from '../../../../core/questions/prospect.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string, title = 'Bread prices keep rising', date?: string): Ask[] => {
  const reading = read({ title, body, ...(date === undefined ? {} : { date }) }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}

const wrongIn = (body: string): string =>
  asksOf(body)
    .flatMap(({ slot, statement, rivals }) =>
      statement === undefined || !/^(?:opposite|word)$/.test(slot)
        ? []
        : rivals.map(({ key }) => fill(statement, key.text)),
    )
    .join('\n')

describe('a word turned round', () => {
  it.each([
    ['Harwick Foods pledged to improve its mills in Leeds and Spain.', /worsen/],
    ['Harwick Foods plans to trim its ballooning deficit in Spain and Norway.', /surplus/],
    ['Harwick Foods has written off its bad loans in Spain and Norway.', /good loans/],
    ['Harwick Foods is in court in Leeds on separate fraud charges.', /joint/],
    ['Norway pledged to halve its budget deficit within five years.', /surplus/],
    ['The rivals of Harwick Foods are gathering strength in Spain and Norway.', /weakness/],
    ['Demonstrators in Spain blocked roads and attacked public buildings.', /defended/],
    ['The strong euro makes the bread of Harwick Foods more expensive in Spain.', /more cheap/],
    ['Harwick Foods has backed the offer of Dunmore Stores saying it would lower costs.', /opposed/],
  ])('makes no nonsense: %s', (text, nonsense) => {
    expect(wrongIn(text)).not.toMatch(nonsense)
  })

  it.each([
    ['Harwick Foods has improved its results in Leeds and Spain.', /worsened/],
    ['Harwick Foods has backed the plan of Dunmore Stores for a mill in Leeds.', /opposed/],
    ['The euro makes the bread of Harwick Foods expensive in Spain.', /cheap/],
  ])('is turned where it may be: %s', (text, turned) => {
    expect(wrongIn(text)).toMatch(turned)
  })
})

describe('who holds an office', () => {
  const text = 'Harwick Foods chief executive Ana Ruiz opened a mill in Leeds.'

  it('is asked under the headline where the day is not known', () => {
    expect(asksOf(text).map(({ stem }) => stem)).toContain(
      'Who is Harwick Foods’ chief executive, as reported under the headline ‘Bread prices keep rising’?',
    )
  })

  it('is asked by the month where it is known', () => {
    expect(asksOf(text, undefined, '2024-05-06').map(({ stem }) => stem)).toContain(
      'Who was Harwick Foods’ chief executive as of May 2024?',
    )
  })
})

describe('who did it', () => {
  const first = 'Harwick Foods has held talks on a merger with Norvale Radio.'

  it('is not asked where another is told to have done it before', () => {
    const asks = asksOf(`${first} Dunmore Stores also began merger talks with Norvale Radio.`)
    expect(asks.filter(({ slot, key }) => slot === 'subject' && key.text === 'Dunmore Stores')).toEqual([])
  })

  it('is asked where what is told besides is another thing', () => {
    const asks = asksOf(`${first} Dunmore Stores also opened 40 shops in Norway.`)
    expect(asks.filter(({ slot, key }) => slot === 'subject' && key.text === 'Dunmore Stores')).not.toEqual(
      [],
    )
  })
})

describe('who said some words', () => {
  const worthOf = (words: string): number =>
    Math.max(
      0,
      ...asksOf(`"${words}," said Ana Ruiz, chief executive of Harwick Foods.`)
        .filter(({ slot }) => slot === 'speaker')
        .map(({ worth }) => worth),
    )

  it('is worth more where the words stand by themselves and tell of the matter', () => {
    const whole = worthOf('The price of bread in Spain will rise because of the drought in Norway')
    expect(whole).toBeGreaterThan(worthOf('I have opportunities open to me and we will see what they bring'))
    expect(whole).toBeGreaterThanOrEqual(0.2)
  })
})

describe('a sum beside the same in another currency', () => {
  it('is asked with what it is of', () => {
    const stems = asksOf(
      'Harwick Foods has announced 5.6bn euros ($7.4bn; £3.9bn) of purchases in Spain.',
    ).map(({ stem }) => stem ?? '')
    expect(stems.join('\n')).not.toMatch(/announced of purchases/)
    expect(stems.join('\n')).toMatch(/What amount of purchases/)
  })
})

describe('a name behind an office', () => {
  it('is asked for, the office staying where it is', () => {
    const asks = asksOf('The bid for Harwick Foods was thrown out by treasurer Ana Ruiz on national grounds.')
    expect(asks.filter(({ slot }) => slot === 'object-person').map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('by treasurer {} on'),
    ])
  })

  it('is not asked for where it is part of something else', () => {
    const asks = asksOf(
      'The bid for Harwick Foods was thrown out by the Treasurer Ana Ruiz Foundation of Norway.',
    )
    expect(asks.filter(({ slot }) => slot === 'object-person')).toEqual([])
  })
})

describe('names of one house', () => {
  it('do not stand beside each other', () => {
    const asks = asksOf(
      'Citigroup has sold its Tarn insurance arm to Harwick Foods. Citibank opened 40 branches in Norway. Velt Bank opened 20 branches in Spain.',
    ).filter(({ slot, key }) => slot === 'subject' && key.text === 'Citigroup')
    expect(asks.flatMap(({ rivals }) => rivals.map(({ key }) => key.text))).not.toContain('Citibank')
  })
})

describe('a measure of a market', () => {
  const stems = (body: string, title: string) =>
    asksOf(body, title)
      .map(({ stem }) => stem ?? '')
      .join('\n')

  it('is asked under the headline', () => {
    expect(stems('Nickel prices rose 43% in 2004.', 'Metal mines see demand rise')).toContain(
      'By what percentage did nickel prices rise in 2004',
    )
  })

  it('is not where a firm may have it, or nothing tells of what', () => {
    expect(stems('Total sales rose 43% in 2004.', 'Metal mines see demand rise')).toBe('')
    expect(stems('Prices rose 43% in 2004.', 'Metal mines see demand rise')).toBe('')
  })
})

describe('a figure that tells of a sort', () => {
  it('is no count', () => {
    const asks = asksOf('Harwick Foods is to stop making six-cylinder engines for its boats in Norway.')
    expect(asks.filter(({ key }) => key.type === 'figure')).toEqual([])
  })
})

describe('what the title tells', () => {
  it('is known, whoever it is asked of', () => {
    const reading = read(
      {
        title: 'Harwick Foods closes mill in Leeds',
        body: 'Harwick Foods has closed its old mill in Leeds. Dunmore Stores opened 40 shops in Norway.',
      },
      lexicon,
    )
    const prospects = prospectsOf(findAsks(reading, findFindings(reading)), reading)
    const known = new Set(prospects.filter(({ isInTitle }) => isInTitle).map(({ ask }) => ask.fact.subject))
    expect([...known]).toEqual(['Harwick Foods'])
  })
})
