import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../core/numbers.ts'

const YUAN = 'billion yuan (Rmb bn)'

const read = (text: string, unit: string, locale = 'en') => {
  const reading = readNumber(text, { unit, locale })
  return reading.valid ? reading.value : reading.text
}

describe('a number typed for a figure of 280 billion yuan', () => {
  it.each([
    '280',
    '280bn',
    '280 billion',
    '280b',
    '280,000m',
    '280,000 million',
    '0.28 trillion',
    'Rmb280bn',
    'RMB 280 bn',
    '¥280bn',
    '280bn yuan',
    '280 billion renminbi',
    'CNY 280',
    '280,000,000,000',
    '280 000 000 000',
    '２８０',
    ' 280 ',
    'about 280bn',
    '280.0',
  ])('%s is read as 280', (text) => {
    expect(read(text, YUAN)).toBe(280)
  })

  it.each([
    '$280bn',
    '280bn dollars',
    '280%',
    '280 yen',
    '280 aircraft',
    '280 or 290',
    '280-290',
    'much',
    '',
    '1.2.3',
    'x'.repeat(99),
  ])('%s is invalid, not wrong', (text) => {
    expect(readNumber(text, { unit: YUAN }).valid).toBe(false)
  })

  it('is said back as it was read', () => {
    expect(readNumber('280,000m', { unit: YUAN })).toEqual({
      valid: true,
      value: 280,
      text: '280 billion yuan',
    })
    expect(readNumber('1', { unit: '%' })).toEqual({ valid: true, value: 1, text: '1%' })
  })
})

describe('a number typed for another unit', () => {
  it.each([
    ['1', '%', 'en', 1],
    ['1%', '%', 'en', 1],
    ['1 per cent', '%', 'en', 1],
    ['-1.5 percent', '%', 'en', -1.5],
    ['−1.5', '%', 'en', -1.5],
    ['minus 2', '%', 'en', -2],
    ['1,5', '%', 'de', 1.5],
    ['1,5', '%', 'fr-FR', 1.5],
    ['1,5', '%', 'en', 1.5],
    ['1.500', 'aircraft', 'de', 1500],
    ['1.500,25', 'aircraft', 'de', 1500.25],
    ['1,500', 'aircraft', 'en', 1500],
    ['1,500', 'aircraft', 'de', 1.5],
    ['1 500', 'aircraft', 'fr', 1500],
    ["1'500", 'aircraft', 'de-CH', 1500],
    ['348 aircraft', 'aircraft', 'en', 348],
    ['1,00,000', 'people', 'en-IN', 100000],
    ['25 bps', 'basis points', 'en', 25],
    ['0.5 percentage points', 'percentage points', 'en', 0.5],
    ['0.5pp', 'percentage points', 'en', 0.5],
    ['$1.2bn', 'million US dollars ($m)', 'en', 1200],
    ['US$950 million', 'million US dollars ($m)', 'en', 950],
    ['63 cents', 'US cents', 'en', 63],
    ['3x', 'times', 'en', 3],
    ['1500000', 'million pounds (£m)', 'en', 1.5],
  ])('%s in %s, typed by a reader of %s, is %d', (text, unit, locale, value) => {
    expect(read(text, unit, locale)).toBe(value)
  })

  it('does not take percent for percentage points', () => {
    expect(readNumber('5%', { unit: 'percentage points' }).valid).toBe(false)
    expect(readNumber('5pp', { unit: '%' }).valid).toBe(false)
  })

  it('survives a locale nobody knows', () => {
    expect(read('1.5', '%', 'no-such-locale-at-all')).toBe(1.5)
  })
})
