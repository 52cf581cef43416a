import { expect, it } from 'vitest'
import { findQuantities } from '../../../core/quantities/find-quantities.ts'
import { joinMovements } from '../../../core/quantities/join-movements.ts'

const joined = (text: string): (number | undefined)[][] =>
  joinMovements(text, findQuantities(text)).map(({ value, high }) => [value, high])

it('makes one range of the two ends of a movement, as NewsQuant does', () => {
  expect(joined('Sales rose from $6m to $8m.')).toEqual([[6e6, 8e6]])
  expect(joined('Mileage went from 21 mpg in 2008 to 23 mpg.')).toEqual([[21, 23]])
})

it('puts the lower end first when the movement is down', () => {
  expect(joined('Growth slowed from 4.8% to 4.7%.')).toEqual([[4.7, 4.8]])
})

it('joins nothing else', () => {
  expect(joined('Sales rose to $8m from $6m.')).toEqual([
    [8e6, undefined],
    [6e6, undefined],
  ])
  expect(joined('From 5% of staff. To 6% of costs.')).toEqual([
    [5, undefined],
    [6, undefined],
  ])
  expect(joined('It moved from 5 people to 6%.')).toHaveLength(2)
})
