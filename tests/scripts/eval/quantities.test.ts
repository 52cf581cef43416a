import { describe, expect, it } from 'vitest'
import {
  type Gold,
  match,
  type Predicted,
  predict,
  scoreOf,
} from '../../../scripts/eval/quantities/newsquant.ts'
import { printScores } from '../../../scripts/eval/quantities/print-scores.ts'
import { isBusinessUnit, UNIT_GROUPS } from '../../../scripts/eval/quantities/unit-groups.ts'
import { unitName } from '../../../scripts/eval/quantities/unit-names.ts'

const gold = (value: string, unit = '$', normalized_unit = 'dollar', change = '='): Gold => ({
  value,
  unit,
  normalized_unit,
  change,
})
const read = (value: number, unit = 'USD', change = '=', high?: number): Predicted => ({
  value,
  unit,
  change,
  ...(high === undefined ? {} : { high }),
})

describe('matching figures', () => {
  it('takes values within a hundred-thousandth, and each only once', () => {
    expect(match([read(100.0005), read(100)], [gold('100')], 'values')).toMatchObject({
      hits: 1,
      wrong: [read(100)],
      missed: [],
    })
    expect(match([read(100.01)], [gold('100')], 'values').hits).toBe(0)
  })

  it('takes ranges for ranges, whichever end comes first, and never a range for a figure', () => {
    expect(match([read(5, 'USD', '=', 7)], [gold('7-5')], 'values').hits).toBe(1)
    expect(match([read(5)], [gold('5-7')], 'values').hits).toBe(0)
    expect(match([read(5, 'USD', '=', 7)], [gold('5')], 'values').hits).toBe(0)
  })

  it('takes a unit under its printed or its normal name', () => {
    expect(match([read(3, '%')], [gold('3', 'pc', 'percentage')], 'value+unit').hits).toBe(1)
    expect(match([read(3, 'kilometre')], [gold('3', 'kilometers', 'kilometre')], 'value+unit').hits).toBe(1)
    expect(match([read(3, 'pp')], [gold('3', '%', 'percentage')], 'value+unit').hits).toBe(0)
    expect(match([read(3, '')], [gold('3', '-', '-')], 'value+unit').hits).toBe(1)
  })

  it('asks for the change where that is measured', () => {
    expect(match([read(3, 'USD', 'up')], [gold('3')], 'value+change').hits).toBe(0)
    expect(match([read(3, 'USD', 'up')], [gold('3', '$', 'dollar', 'up')], 'value+change').hits).toBe(1)
  })

  it('counts of business figures neither those that are there in other units nor what was read in their place', () => {
    const there = [gold('35', '-', 'year of age'), gold('9', 'km', 'kilometre'), gold('4')]
    const found = [read(35, ''), read(9, 'mile'), read(4), read(6), read(8, 'gram')]
    expect(match(found, there, 'value+unit-business')).toEqual({ hits: 1, wrong: [read(6)], missed: [] })
    expect(match([read(4, 'year')], there, 'value+unit-business')).toEqual({
      hits: 0,
      wrong: [read(4, 'year')],
      missed: [gold('4')],
    })
  })

  it('counts a figure in brackets by itself', () => {
    expect(predict('Sales reached £3m ($4m).').map(({ value, unit }) => [value, unit])).toEqual([
      [3e6, 'GBP'],
      [4e6, 'USD'],
    ])
  })
})

describe('the score', () => {
  it('is that of all sentences together', () => {
    const score = scoreOf([
      { hits: 3, wrong: [read(1)], missed: [] },
      { hits: 0, wrong: [], missed: [gold('1'), gold('2')] },
    ])
    expect(score).toMatchObject({ hits: 3, predicted: 4, gold: 5, precision: 0.75, recall: 0.6 })
    expect(score.f1).toBeCloseTo(2 / 3)
  })

  it('is given of every fold, and no sentence is in two', () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({
      text: `It cost $${at + 1}.`,
      quantities: [gold(String(at + 1))],
    }))
    const lines = printScores(rows, 5).filter((line) => line.startsWith('values, fold'))
    expect(lines).toHaveLength(5)
    expect(lines.every((line) => line.endsWith('1/1/1'))).toBe(true)
  })
})

describe('the table of units', () => {
  it('names every unit as it is compared, and once', () => {
    const units = UNIT_GROUPS.flatMap((group) => group.units.split(/,\s*/))
    expect(units.filter((unit) => unitName(unit) !== unit && unitName(unit) !== 'fraction')).toEqual([])
    expect(new Set(units).size).toBe(units.length)
  })

  it.each(['USD', 'GBP penny', '%', 'pp', 'bp', 'x', '', 'job', 'barrel', 'first-team player'])(
    'holds for business: %s',
    (unit) => expect(isBusinessUnit(unit)).toBe(true),
  )

  it.each([
    'year',
    'year of age',
    'kilometre',
    'mile per hour',
    'kilowatt hour',
    'degree Celsius',
    'part per billion',
    'parts-per-billion',
    'pound-mass',
  ])('holds for something else: %s', (unit) => expect(isBusinessUnit(unit)).toBe(false))
})
