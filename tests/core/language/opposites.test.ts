import { describe, expect, it } from 'vitest'
import { areOpposites, oppositeOf } from '../../../core/language/opposites.ts'

describe('opposites', () => {
  it.each([
    ['high', 'ADJ', 'low'],
    ['rose', 'VERB', 'fell'],
    ['rise', 'NOUN', 'fall'],
    ['rise', 'VERB', 'fall'],
    ['above', 'ADP', 'below'],
    ['approved', 'VERB', 'rejected'],
  ])('%s (%s) excludes %s', (word, pos, other) => {
    expect(oppositeOf(word, pos)).toBe(other)
    expect(areOpposites(word, other)).toBe(true)
    expect(areOpposites(other, word)).toBe(true)
  })

  it.each([
    ['high', 'NOUN'],
    ['mill', 'NOUN'],
    ['', 'ADJ'],
    ['constructor', 'NOUN'],
    // 'exports' and 'imports', 'bought for' and 'sold for' may both be true
    ['exports', 'NOUN'],
    ['exports', 'VERB'],
    ['bought', 'VERB'],
    ['foreign', 'ADJ'],
  ])('none is known of %s as %s', (word, pos) => {
    expect(oppositeOf(word, pos)).toBeUndefined()
  })

  it('are no words that go together', () => {
    expect(areOpposites('rose', 'climbed')).toBe(false)
    expect(areOpposites('high', 'high')).toBe(false)
  })
})
