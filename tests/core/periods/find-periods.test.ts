import { describe, expect, it } from 'vitest'
import { findPeriods } from '../../../core/periods/find-periods.ts'

const DATE = '2025-02-20'

/** Words, stretch and phrase of every period in one line each; the article is of Thursday, 20 February 2025. */
const readAll = (text: string, date: string | undefined = DATE): string[] =>
  findPeriods(text, date === undefined ? {} : { date }).map(({ start, end, from, to, phrase }) =>
    [`[${text.slice(start, end)}]`, from || to ? `${from ?? ''}..${to ?? ''}` : '', phrase ?? '']
      .filter((part) => part !== '')
      .join(' '),
  )

const TABLES: Readonly<Record<string, readonly (readonly [text: string, ...read: string[]])[]>> = {
  years: [
    ['It rose in 2024.', '[2024] 2024-01-01..2024-12-31 in 2024'],
    ['It opened in early 2024.', '[early 2024] 2024-01-01..2024-12-31 in early 2024'],
    ['It will close by 2030.', '[2030] 2030-01-01..2030-12-31 by 2030'],
    ['It rose from 2019 to 2021.', '[2019 to 2021] 2019-01-01..2021-12-31 from 2019 to 2021'],
    ['Founded in 1876.', '[1876] 1876-01-01..1876-12-31 in 1876'],
    ['It rose this year.', '[this year] 2025-01-01..2025-12-31 in 2025'],
    ['It rose late last year.', '[late last year] 2024-01-01..2024-12-31 in late 2024'],
    ['It rose last year.', '[last year] 2024-01-01..2024-12-31 in 2024'],
    ['In the 1990s it grew.', '[the 1990s] 1990-01-01..1999-12-31 in the 1990s'],
    ['In the mid-1990s it grew.', '[the mid-1990s] 1990-01-01..1999-12-31 in the mid 1990s'],
    ['At the end of 2022.', '[the end of 2022] 2022-12-31..2022-12-31 at the end of 2022'],
    ['By the end of next year.', '[the end of next year] 2026-12-31..2026-12-31 by the end of 2026'],
  ],
  'fiscal years': [
    ['In fiscal 2025 it fell.', '[fiscal 2025] in fiscal 2025'],
    ['In FY24 it fell.', '[FY24] in fiscal 2024'],
    ['In 2024/25 it fell.', '[2024/25] in 2024/25'],
    ['Stocks in the 2024/25 season fell.', '[the 2024/25 season] in the 2024/25 season'],
    ['In the 2024/25 financial year it fell.', '[the 2024/25 financial year] in fiscal 2024/25'],
    [
      'In the year to March 2025.',
      '[the year to March 2025] 2024-04-01..2025-03-31 in the year to March 2025',
    ],
    [
      'The year ended 31 December 2024.',
      '[The year ended 31 December 2024] 2024-01-01..2024-12-31 in the year to 31 December 2024',
    ],
  ],
  'quarters and halves': [
    [
      'In the final quarter of 2024.',
      '[the final quarter of 2024] 2024-10-01..2024-12-31 in the final quarter of 2024',
    ],
    [
      'In that quarter, the fourth of fiscal 2025, it rose.',
      '[that quarter, the fourth of fiscal 2025] in the fourth quarter of fiscal 2025',
    ],
    ['In Q4 2024.', '[Q4 2024] 2024-10-01..2024-12-31 in the fourth quarter of 2024'],
    ['In 4Q24.', '[4Q24] 2024-10-01..2024-12-31 in the fourth quarter of 2024'],
    [
      'In the third quarter of fiscal 2025.',
      '[the third quarter of fiscal 2025] in the third quarter of fiscal 2025',
    ],
    ['In the fourth quarter.', '[the fourth quarter]'],
    [
      'In the December quarter.',
      '[the December quarter] 2024-10-01..2024-12-31 in the quarter to December 2024',
    ],
    [
      'In the three months to September 2024.',
      '[the three months to September 2024] 2024-07-01..2024-09-30 in the three months to September 2024',
    ],
    [
      'In the July to September period of 2023.',
      '[the July to September period of 2023] 2023-07-01..2023-09-30 from July to September 2023',
    ],
    [
      'In the first three months of 2024.',
      '[the first three months of 2024] 2024-01-01..2024-03-31 in the first three months of 2024',
    ],
    [
      'In the second half of last year.',
      '[the second half of last year] 2024-07-01..2024-12-31 in the second half of 2024',
    ],
    [
      'By the end of the second quarter of 2024.',
      '[the end of the second quarter of 2024] 2024-06-30..2024-06-30 by the end of the second quarter of 2024',
    ],
    ['In H1 2024.', '[H1 2024] 2024-01-01..2024-06-30 in the first half of 2024'],
    ['Last quarter it fell.', '[Last quarter]'],
  ],
  'months and days': [
    ['It fell in November.', '[November] 2024-11-01..2024-11-30 in November 2024'],
    ['It will open in May.', '[May] 2025-05-01..2025-05-31 in May 2025'],
    ['It fell in June of 2018.', '[June of 2018] 2018-06-01..2018-06-30 in June 2018'],
    ['It filed on 16 March 2025.', '[16 March 2025] 2025-03-16..2025-03-16 on 16 March 2025'],
    ['It filed on March 16, 2025.', '[March 16, 2025] 2025-03-16..2025-03-16 on 16 March 2025'],
    ['It filed on 11 February.', '[11 February] 2025-02-11..2025-02-11 on 11 February 2025'],
    ['It filed in July last year.', '[July last year] 2024-07-01..2024-07-31 in July 2024'],
    [
      'It filed on 11 February this year.',
      '[11 February this year] 2025-02-11..2025-02-11 on 11 February 2025',
    ],
    ['Earlier that October it filed.', '[October]'],
    ['It filed on Friday.', '[Friday] 2025-02-14..2025-02-14 on 14 February 2025'],
    [
      'Sales rose by 7.6% during the month of July.',
      '[the month of July] 2024-07-01..2024-07-31 in July 2024',
    ],
    [
      'Bids were made by Norvale, in January the board decided.',
      '[January] 2025-01-01..2025-01-31 in January 2025',
    ],
    ['It rose in the December quarter of 2023-24.', '[the December quarter]', '[2023-24] in 2023/24'],
    ['It filed on Thursday.', '[Thursday] 2025-02-20..2025-02-20 on 20 February 2025'],
    ['It filed yesterday.', '[yesterday] 2025-02-19..2025-02-19 on 19 February 2025'],
    ['It met on 16-17 March 2024.', '[16-17 March 2024] 2024-03-16..2024-03-17 from 16 to 17 March 2024'],
    [
      'In the week ending 15 February.',
      '[the week ending 15 February] 2025-02-09..2025-02-15 in the week to 15 February 2025',
    ],
    ['Last week it fell.', '[Last week] 2025-02-10..2025-02-16 in the week of 10 February 2025'],
  ],
  spans: [
    [
      'Since the start of the year.',
      '[the start of the year] 2025-01-01..2025-02-20 since the start of 2025',
    ],
    ['It has grown since 2019.', '[2019] 2019-01-01..2025-02-20 since 2019'],
    ['So far this year it fell.', '[So far this year] 2025-01-01..2025-02-20 since the start of 2025'],
    [
      'Over the past 18 months.',
      '[the past 18 months] 2023-08-20..2025-02-20 over the 18 months to February 2025',
    ],
    [
      'Over the next three years.',
      '[the next three years] 2025-02-20..2028-02-20 over the three years from February 2025',
    ],
    ['In the past decade.', '[the past decade] 2015-02-20..2025-02-20 over the decade to February 2025'],
    [
      'From 3 August to 24 December 2024.',
      '[3 August to 24 December 2024] 2024-08-03..2024-12-24 from 3 August 2024 to 24 December 2024',
    ],
    ['It fell five years ago.', '[five years ago] in 2020'],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(readAll(text)).toEqual(expected)
  })
})

describe('without the article’s date', () => {
  it.each([
    'It fell in November.',
    'It fell on Friday.',
    'It fell this year.',
    'Over the past 18 months.',
    'It filed on 11 February.',
  ])('%s has no absolute period', (text) => {
    const periods = findPeriods(text)
    expect(periods).toHaveLength(1)
    expect(periods[0]).not.toHaveProperty('phrase')
    expect(periods[0]?.isAbsolute).toBe(false)
  })

  it('takes a date that does not exist for none', () => {
    expect(findPeriods('It fell on Friday.', { date: '2025-02-30' })[0]).not.toHaveProperty('from')
  })
})

describe('times that refer to others', () => {
  it.each([
    'the previous year',
    'a year earlier',
    'the same period a year earlier',
    'the year-ago quarter',
    'a year ago',
  ])('%s is the year before', (words) => {
    expect(findPeriods(`It fell from $5m ${words}.`)).toMatchObject([
      { relation: 'year-before', canStand: true },
    ])
  })

  it('knows what can stand in a question and what cannot', () => {
    expect(findPeriods('in the fourth quarter')[0]?.canStand).toBe(true)
    for (const words of ['this week', 'today', 'last quarter'])
      expect(findPeriods(words)[0]?.canStand).toBe(false)
  })
})

describe('what is no time', () => {
  it.each([
    'More than 2000 people came.',
    'It cost $2024 or 2,024 or 2024.5.',
    'It may march in.',
    'The Q400 and the 2000 page report.',
    'Theresa May said so.',
    'The third way of the first company.',
    'On 45 March it was 12345.',
    'Sales of 2000 cars.',
  ])('%s', (text) => {
    expect(readAll(text)).toEqual([])
  })
})

it('reads only the spans it is given', () => {
  const text = 'In 2023. In 2024.'
  expect(findPeriods(text, { within: [{ start: 9, end: 17 }] }).map(({ from }) => from)).toEqual([
    '2024-01-01',
  ])
})
