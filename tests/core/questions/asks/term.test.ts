import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string): Ask[] => {
  const reading = read({ body }, lexicon)
  return findAsks(reading, findFindings(reading))
    .filter((ask): ask is Ask => !isSeries(ask))
    .filter(({ fact }) => fact.family === 'term')
}

const TERMS =
  'A put option is a right to sell at a price agreed beforehand. The strike price is what the buyer pays. A break fee is the money due if a buyer walks away.'

describe('a term', () => {
  const asks = asksOf(TERMS)

  it('is asked for by its meaning, beside the others that the article explains', () => {
    const ask = asks.find(({ slot, fact }) => slot === 'term' && fact.subject === 'break fee')
    expect(ask?.stem).toBe('Which term means “the money due if a buyer walks away”?')
    expect(ask?.rivals.map(({ key }) => key.text)).toEqual(['put option', 'strike price'])
    expect(ask?.statement).toBe('The term for the money due if a buyer walks away is {}.')
  })

  it('has its meaning asked for, where there are others to take it for', () => {
    const ask = asks.find(({ slot, fact }) => slot === 'meaning' && fact.subject === 'strike price')
    expect(ask?.stem).toBe('What does the term “strike price” mean?')
    expect(ask?.rivals.map(({ key }) => key.text)).toContain('the money due if a buyer walks away')
  })

  it('is no wrong answer that makes nonsense where the article explains no other', () => {
    const [ask, ...others] = asksOf('A break fee is the money due if a buyer of Harwick Foods walks away.')
    expect(ask).toBeUndefined()
    expect(others).toEqual([])
    const [only, ...more] = asksOf('A break fee is the money due if a buyer walks away.')
    expect(only?.sentence).toBe('The term for the money due if a buyer walks away is {}.')
    expect(only?.statement).toBeUndefined()
    expect(more).toEqual([])
  })

  it('is asked for by what happens where it is done', () => {
    const stems = asksOf(
      'Another habit is vendor lending, in which a maker of goods lends its buyers money.',
    ).map(({ stem }) => stem)
    expect(stems).toEqual(['What is it called when a maker of goods lends its buyers money?'])
  })

  it('is not asked for by what the article alone explains', () => {
    expect(asksOf('It is a bottleneck road, a passage that much of their cargo cannot do without.')).toEqual(
      [],
    )
  })
})
