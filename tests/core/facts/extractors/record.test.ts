import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'
import { factsIn } from '../support/facts-in.ts'

const recordsIn = (text: string) => factsIn(text, 'rank').filter(({ object }) => object !== undefined)

describe('what was the highest or first for long', () => {
  it.each([
    [
      'Lowfield Bank raised its main rate to 4.5% in May 2024, the highest level since 2008.',
      { subject: 'Lowfield Bank', object: 'the highest level since 2008', period: 'in May 2024' },
    ],
    [
      'Harwick Foods’ sales fell by 3% in 2024, the first fall in about a decade.',
      { subject: 'Harwick Foods’ sales', object: 'the first fall in about a decade' },
    ],
    [
      'Harwick Foods lost $40m in 2024, its worst result on record, and cut 300 jobs.',
      { subject: 'Harwick Foods', object: 'its worst result on record' },
    ],
    [
      'Harwick Foods earned $40m in 2024, the first profit that Harwick Foods had made in a full year.',
      { subject: 'Harwick Foods' },
    ],
    [
      'Harwick Foods’ share price fell to its lowest level since March 2021.',
      { subject: 'Harwick Foods’ share price', object: 'its lowest level since March 2021' },
    ],
  ])('%s', (text, fact) => {
    expect(recordsIn(text)).toContainEqual(expect.objectContaining({ ...fact, status: 'actual' }))
  })

  it.each([
    'Harwick Foods opened a shop in Leeds, the largest city in Yorkshire.',
    'Harwick Foods opened a shop in Leeds, the fastest growing city in years.',
    'Harwick Foods’ sales fell by 3% in 2024, nearly the largest fall since 2008.',
    'Harwick Foods’ sales fell by 3% in 2024, one of the largest falls since 2008.',
    'Harwick Foods’ sales did not fall to their lowest level since 2008.',
    'Harwick Foods’ sales could fall by 3%, the largest fall since 2008.',
    '“Harwick Foods’ sales fell by 3%, the largest fall since 2008,” she said.',
    'Harwick Foods’ sales fell by 3%, the second largest fall since 2008.',
    'Harwick Foods’ sales fell by 3%, the largest fall since 2008 but for 2020.',
  ])('is not told by: %s', (text) => {
    expect(recordsIn(text)).toEqual([])
  })

  it('is asked for: since when, and which way', () => {
    const body = 'Lowfield Bank raised its main rate to 4.5% in May 2024, the highest level since 2008.'
    const reading = read({ body }, lexicon)
    const asks = findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
    const told = 'Lowfield Bank raised its main rate to 4.5% in May 2024, the'
    const since = asks.find(({ slot }) => slot === 'since')
    expect(since?.key.text).toBe('2008')
    expect(since?.sentence).toBe(`${told} highest level since {}.`)
    expect(since?.stem).toBe(`Which year completes the sentence “${told} highest level since _____”?`)
    const way = asks.find(({ slot }) => slot === 'superlative')
    expect(way?.statement).toBe(`${told} {} level since 2008.`)
    expect(way?.rivals.map(({ key }) => key.text)).toEqual(['lowest'])
  })
})
