import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { questionsOf, read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { fill } from '../../../../core/questions/fill.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string, title: string, date?: string): Ask[] => {
  const reading = read({ title, body, ...(date === undefined ? {} : { date }) }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}

/** Everything that is asked or told of a text, wrong statements too, a line each. */
const told = (body: string, title = 'Bread prices keep rising', date?: string): string =>
  asksOf(body, title, date)
    .flatMap(({ stem, statement, sentence, key, rivals }) => [
      stem ?? '',
      ...[statement, sentence].map((text) => (text === undefined ? '' : fill(text, key.text))),
      ...rivals.map((rival) => (statement === undefined ? '' : fill(statement, rival.key.text))),
    ])
    .join('\n')

describe('a time that only the day of the article settles', () => {
  it.each([
    ['Sales at Harwick Foods rose 12% last year.', 'in the year before the report'],
    ['Harwick Foods will open 40 shops this year.', 'in the year of the report'],
    ['Harwick Foods will open 40 shops next month.', 'in the month after the report'],
  ])('is told from the report, under its headline, where that day is not known: %s', (text, time) => {
    const text_ = told(text)
    expect(text_).toContain(time)
    for (const line of text_.split('\n').filter((each) => each.includes(time)))
      expect(line).toContain('under the headline ‘Bread prices keep rising’')
  })

  it('is put as it is where the day is known', () => {
    const text = told('Sales at Harwick Foods rose 12% last year.', undefined, '2024-05-06')
    expect(text).toContain('in 2023')
    expect(text).not.toContain('the report')
  })

  it('is not told where it owns something, or stands beside a report', () => {
    expect(told('Harwick Foods paid $40m at last year’s auction in Leeds.')).not.toContain('the report')
    expect(told('A report last month showed that Harwick Foods sold 40 mills in Spain.')).not.toContain(
      'the month before the report',
    )
  })

  it('leaves no bare preposition behind', () => {
    expect(told('The first weeks of this year had brought Harwick Foods 40 orders from Spain.')).not.toMatch(
      /weeks of had/,
    )
  })
})

describe('a word turned round', () => {
  it.each([
    ['Norway gave its struggling bakers 70m euros to help them battle falling sales.', /battle rising/],
    ['Harwick Foods said lower profits would hurt its plans in Spain.', /lower losses would hurt/],
    ['Repairs at Harwick Foods took the best part of an hour.', /worst part/],
    ['Costs at Harwick Foods fell short of its plans in Spain.', /fell long/],
    ['Harwick Foods is working with Norvale to reduce costs in Spain.', /to boost costs/],
    ['Harwick Foods was unlikely to keep expanding in Spain.', /keep shrinking/],
    ['Norway’s government looked at figures for the most recent period in Spain.', /least recent/],
    ['Harwick Foods created fewer jobs than Norvale in Spain.', /destroyed fewer/],
  ])('makes no nonsense: %s', (text, nonsense) => {
    expect(told(text)).not.toMatch(nonsense)
  })

  it.each([
    ['Harwick Foods increased its market share in Spain.', /decreased its market share/],
    ['Investors in Harwick Foods approved the sale of its mills to Norvale.', /rejected the sale/],
  ])('is still told where it makes sense: %s', (text, turned) => {
    expect(told(text)).toMatch(turned)
  })

  it('is not what the headline has said already', () => {
    const title = 'Norway business confidence falls'
    expect(told('Business confidence in Norway rose in May 2024.', title)).not.toMatch(/confidence.* fell/)
  })
})

describe('a figure', () => {
  it('before a list is not taken for its first part', () => {
    const text = told('Harwick Foods is recalling 155,465 pickups, vans and coaches in Spain.')
    expect(text).not.toContain('recalling 155,465 pickups in')
    expect(
      asksOf('Harwick Foods is recalling 155,465 pickups, vans and coaches in Spain.', 'Recall in Spain').map(
        ({ key }) => key.text,
      ),
    ).not.toContain('155,465 pickups')
  })

  it('keeps the noun it counts whole, and says for how much of what it is', () => {
    expect(told('Harwick Foods operates 15 deep and surface mines across Spain.')).toMatch(
      /How many deep and surface mines|15 deep and surface mines/,
    )
    expect(told('The average selling price at Harwick Foods was £1.18 per gigajoule in 2024.')).toContain(
      'per gigajoule',
    )
  })
})

describe('a subject', () => {
  it.each([
    ['Sales at restaurants, bars and cafes rose by 0.3% in 2024.', /bars and cafes rose/],
    ['Four times as many cars were made by Harwick Foods in 2024.', /(?<!as )many cars were made/],
    ['Firms led by Harwick Foods will build 40 mills in Spain.', /^Harwick Foods will build/m],
    ['Norvale said acquiring Harwick Foods met a goal of growth in Spain.', /Harwick Foods met a goal/],
  ])('is not read from a part of it: %s', (text, part) => {
    expect(told(text)).not.toMatch(part)
  })

  it('is not a firm of another country', () => {
    expect(
      told(
        'Changyu, the largest wine maker in China, employs 400 people. The Italian liqueur maker will open 40 shops.',
      ),
    ).not.toMatch(/Changyu will open/)
  })

  it('is not the place that a firm is from', () => {
    expect(
      told(
        'Harwick Foods lost £40m in 2024. The North Leeds company said it hoped to open 40 shops in 2026.',
      ),
    ).not.toMatch(/North Leeds (?:hoped|will|said)/)
  })
})

describe('the same day', () => {
  it('is the one day named before it', () => {
    const text = told(
      'Meta was fined €200m on 23 April 2025. Apple was fined €500m the same day over its shop.',
      undefined,
      '2025-05-01',
    )
    expect(text).toContain('on 23 April 2025 over its shop')
  })
})

describe('a set', () => {
  it('offers no option that its own stem rules out', () => {
    const reading = read(
      { title: 'Norvale results', body: 'Pre-tax profits at Norvale rose by 20% to £3.8bn in 2024.' },
      lexicon,
    )
    const before = questionsOf(reading, { count: 30, seed: 1 }).questions.filter(({ stem }) =>
      stem.includes('before the rise'),
    )
    for (const question of before)
      if (question.kind === 'choice') expect(question.options.map(({ text }) => text)).not.toContain('£3.8bn')
  })
})
