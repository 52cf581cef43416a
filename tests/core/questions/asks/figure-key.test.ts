import { describe, expect, it } from 'vitest'
import { findQuantities } from '#core'
import { figureKey, writtenLike } from '../../../../core/questions/asks/figure-key.ts'

const keyOf = (text: string) => {
  const [quantity] = findQuantities(text)
  return quantity ? figureKey(text, quantity) : null
}

describe('a figure as an answer', () => {
  it.each([
    ['It paid Rmb72.5bn.', 'Rmb72.5bn', 'billion yuan'],
    ['It paid $400m.', '$400m', 'million US dollars'],
    ['It rose 8%.', '8%', '%'],
    ['It has 348 jets.', '348 jets', 'jets'],
    ['It has twelve jets.', 'twelve jets', 'jets'],
    ['It rose 0.3 percentage points.', '0.3 percentage points', 'percentage points'],
  ])('stands as printed, with the unit that is typed in: %s', (text, printed, entryUnit) => {
    expect(keyOf(text)).toMatchObject({ text: printed, entryUnit })
  })

  it.each([
    'It sold a third of it.',
    'It lost hundreds of millions of dollars.',
    'It printed adverts in a dozen newspapers.',
    'It bought half a dozen rivals.',
  ])('is none where its words have no common form: %s', (text) => {
    expect(keyOf(text)).toBeNull()
  })

  it.each([
    ['It paid Rmb280bn.', 259e9, 0, 'Rmb259bn'],
    ['It paid $72.5bn.', 28.1e9, 1, '$28.1bn'],
    ['It has 3,400 jets.', 1234567, 0, '1,234,567 jets'],
    ['It has 3,400 jets.', 12, 0, '12 jets'],
    ['It paid $9000000.', 1234567890, 0, '$1,234,567,890'],
  ])('lends its look to another value: %s', (text, value, decimals, shown) => {
    const key = keyOf(text)
    expect(key && writtenLike(key, value, decimals).text).toBe(shown)
  })
})
