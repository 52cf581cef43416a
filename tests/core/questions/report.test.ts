import { describe, expect, it } from 'vitest'
import { asOf, reportedAs, splitAtReport, withoutReport } from '../../../core/questions/report.ts'

describe('where and when something was reported', () => {
  it.each([
    ['', undefined, ''],
    ['', '2024-05-07', 'as reported in May 2024'],
    ['Mill closes', undefined, 'as reported under the headline ‘Mill closes’'],
    ['Mill closes', '2024-05-07', 'as reported under the headline ‘Mill closes’ in May 2024'],
    // one pair of marks around it, so that its end can be found
    ['Harwick’s ‘mill’ closes', undefined, "as reported under the headline ‘Harwick's 'mill' closes’"],
  ])('is said of %o and %o', (headline, date, said) => {
    expect(reportedAs(headline, date)).toBe(said)
  })

  it.each([
    ['As reported in May 2024, Harwick closed a mill.', 'Harwick closed a mill.'],
    ['Who closed a mill, as reported in May 2024?', 'Who closed a mill?'],
    ['Who closed it, as reported under the headline ‘Mill closes’ in May 2024?', 'Who closed it?'],
    [
      'According to the union, as reported under the headline ‘Mill closes’, it lost money.',
      'According to the union, it lost money.',
    ],
    [
      'Which figure completes the sentence “As reported in May 2024, Harwick closed _____ mills”?',
      'Which figure completes the sentence “Harwick closed _____ mills”?',
    ],
    ['Harwick’s sales rose, the union reported in May.', 'Harwick’s sales rose, the union reported in May.'],
  ])('can be left out: %s', (text, rest) => {
    expect(withoutReport(text)).toBe(rest)
  })

  it.each([
    ['Who closed it, as reported in May 2024?', ['Who closed it', ', as reported in May 2024', '?']],
    ['As reported in May 2024, Harwick fell.', ['', 'As reported in May 2024, ', 'Harwick fell.']],
    [
      'Which figure completes the sentence “As reported in May 2024, _____ fell”?',
      ['Which figure completes the sentence “', 'As reported in May 2024, ', '_____ fell”?'],
    ],
    ['Harwick fell.', ['Harwick fell.', '', '']],
  ])('can be told from what is asked: %s', (text, parts) => {
    expect(splitAtReport(text)).toEqual(parts)
  })

  it('stands at the end of a question and at the beginning of a statement', () => {
    expect(asOf('2024-05-07', 'who was president of Harwick?')).toBe(
      'Who was president of Harwick as of May 2024?',
    )
    expect(asOf('2024-05-07', 'Jane Doe was president of Harwick.')).toBe(
      'As of May 2024, Jane Doe was president of Harwick.',
    )
    expect(asOf(undefined, 'who is president of Harwick?')).toBe('Who is president of Harwick?')
  })
})
