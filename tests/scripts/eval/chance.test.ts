import { describe, expect, it } from 'vitest'
import { guessers, printGuessers, scoreOf } from '../../../scripts/eval/measures/guessers.ts'
import { longestOf, placesOf, printPlaces } from '../../../scripts/eval/measures/places.ts'
import { type Seen, seenOf } from '../../../scripts/eval/seen.ts'
import { sound } from '../../core/questions/support/sample.ts'

/** A question whose options these are, the right one marked with a star. */
const seen = (...options: readonly string[]): Seen => ({
  stem: 'Which grocer bought Pennywise stores?',
  options: options.map((text) => text.replace('*', '')),
  right: options.map((text) => text.endsWith('*')),
  isSorted: options.every((text) => /^\d/.test(text)),
})

describe('the places of keys', () => {
  it('are counted for every number of options by itself', () => {
    expect(placesOf([seen('1', '2*', '3'), seen('1', '2*', '3'), seen('1', '2', '3', '4*')])).toEqual([
      { of: 4, counts: [0, 0, 0, 1] },
      { of: 3, counts: [0, 2, 0] },
    ])
  })

  it('are not counted where several options are right', () => {
    expect(placesOf([seen('1*', '2*', '3', '4')])).toEqual([])
  })

  it('are told when they lean to one place', () => {
    const leaning = Array.from({ length: 120 }, (_, at) =>
      at % 2 === 0 ? seen('1', '2*', '3', '4') : seen('1', '2', '3*', '4'),
    )
    const even = Array.from({ length: 120 }, (_, at) =>
      seen(...['1', '2', '3', '4'].map((text, place) => (place === at % 4 ? `${text}*` : text))),
    )
    const verdict = (all: readonly Seen[]) => printPlaces(all).find((line) => line.includes('no place'))
    expect(verdict(leaning)).toMatch(/^✗/)
    expect(verdict(even)).toMatch(/^✓/)
  })

  it('count a key as longest only where every other option is shorter', () => {
    expect(longestOf([seen('Brightmart*', 'Oldbury'), seen('Leeds*', 'Derby'), seen('a', 'bb*')])).toEqual({
      questions: 3,
      share: 2 / 3,
      chance: 0.5,
    })
  })
})

describe('guessers', () => {
  const score = (name: keyof typeof guessers, ...all: readonly Seen[]) => scoreOf(guessers[name], all).right

  it('take the middle, and of two middles one by lot', () => {
    expect(score('always the middle option', seen('a', 'b*', 'c'))).toBe(1)
    expect(score('always the middle option', seen('a', 'b*', 'c', 'd'))).toBe(0.5)
    expect(score('always the middle option', seen('a*', 'b', 'c', 'd'))).toBe(0)
  })

  it('take the longest', () => {
    expect(score('always the longest option', seen('Brightmart*', 'Oldbury'))).toBe(1)
    expect(score('always the longest option', seen('Oldbury*', 'Brightmart'))).toBe(0)
  })

  it('take what sounds like the stem', () => {
    expect(
      score('the option most like the stem', seen('A store of groceries', 'Pennywise Stores*', 'Oldbury')),
    ).toBe(1)
  })

  it('take what shares most with the others', () => {
    expect(
      score(
        'the option most like the others',
        seen('Northern bank shares*', 'Northern rail', 'Southern bank'),
      ),
    ).toBe(1)
  })

  it('are measured against chance, and told when they are ahead of it', () => {
    expect(scoreOf(guessers['always the longest option'], [seen('a', 'b', 'c', 'd*')]).chance).toBe(0.25)
    const giveaway = Array.from({ length: 20 }, () => seen('Brightmart*', 'Oldbury', 'Northgate'))
    const fair = Array.from({ length: 3 }, (_, at) =>
      seen(...['aa', 'bb', 'cc'].map((text, place) => (place === at ? `${text}*` : text))),
    )
    const verdict = (all: readonly Seen[]) => printGuessers(all, []).find((line) => line.includes('longest'))
    expect(verdict(giveaway)).toMatch(/^✗/)
    expect(verdict(fair)).toMatch(/^✓/)
  })
})

describe('what a guesser sees', () => {
  it('is a question with options as it is shown, with figures in order, and no other', () => {
    const looked = Object.values(sound).flatMap((question) => {
      const one = seenOf(question, 'seed')
      return one ? [{ question, one }] : []
    })
    expect(looked.length).toBeGreaterThan(0)
    for (const { question, one } of looked) {
      expect('options' in question).toBe(true)
      expect(one.right).toContain(true)
    }
  })
})
