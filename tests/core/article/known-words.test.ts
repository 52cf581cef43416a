import { describe, expect, it } from 'vitest'
import { read } from '#core'
import { lexicon } from '../engine/support/lexicon.ts'

describe('known words', () => {
  const reading = read(
    { body: 'The Chinese minister sold two factories in Leeds. A Frenchman blorked.' },
    lexicon,
  )

  it('say what a common noun names, by its dictionary form', () => {
    expect(reading.nouns.get('minister')).toBe('person')
    expect(reading.nouns.get('factory')).toBe('artifact')
    expect(reading.nouns.get('factories')).toBeUndefined()
    expect(reading.nouns.get('constructor')).toBeUndefined()
  })

  it('say which country an adjective speaks of', () => {
    expect(reading.nations.get('Chinese')).toBe('China')
    expect(reading.nations.has('Leeds')).toBe(false)
  })

  it('are none without lists', () => {
    const bare = read({ body: 'The Chinese minister sold two factories.' })
    expect(bare.nouns.size + bare.nations.size).toBe(0)
  })
})
