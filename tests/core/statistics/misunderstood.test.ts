import { describe, expect, it } from 'vitest'
import { askAgain, type Done, FEWEST_SHARED, misconceptionsOf } from '#core'
import { choice, statisticsOf } from './support/judged.ts'

const asked = (
  id: string,
  counts: readonly [number, number, number],
  facts: readonly string[] = [id],
): Done => ({
  id,
  facts,
  ...choice(counts),
})
const doubted = { correlation: { value: -0.2, people: 40 }, upperLower: { value: -0.2, people: 40 } }

describe('what a class has misunderstood', () => {
  it('is the wrong options that most people chose, with the facts to read again', () => {
    const set = [asked('a', [20, 6, 4]), asked('b', [5, 20, 5], ['f1', 'f2']), asked('c', [25, 1, 4])]
    expect(misconceptionsOf(set)).toEqual([
      { question: 'b', option: 1, chosen: { people: 20, of: 30, share: 2 / 3 }, facts: ['f1', 'f2'] },
      { question: 'a', option: 1, chosen: { people: 6, of: 30, share: 0.2 }, facts: ['a'] },
      { question: 'b', option: 2, chosen: { people: 5, of: 30, share: 5 / 30 }, facts: ['f1', 'f2'] },
      { question: 'a', option: 2, chosen: { people: 4, of: 30, share: 4 / 30 }, facts: ['a'] },
      { question: 'c', option: 2, chosen: { people: 4, of: 30, share: 4 / 30 }, facts: ['c'] },
    ])
  })

  it('puts the larger share first among options that as many chose', () => {
    const set = [asked('a', [24, 6, 0]), asked('b', [4, 6, 0])]
    expect(misconceptionsOf(set).map(({ question }) => question)).toEqual(['b', 'a'])
  })

  it('is no more than is asked for', () => {
    const set = ['a', 'b', 'c', 'd'].map((id) => asked(id, [10, 10, 10]))
    expect(misconceptionsOf(set)).toHaveLength(5)
    expect(misconceptionsOf(set, 2)).toHaveLength(2)
  })

  it('is nothing that only one or two chose', () => {
    expect(misconceptionsOf([asked('a', [1, FEWEST_SHARED - 1, 0])])).toEqual([])
    expect(misconceptionsOf([asked('a', [1, FEWEST_SHARED, 0])])).toHaveLength(1)
  })

  it('is nothing where the key is in doubt, nor where nothing is offered', () => {
    const wrongKey = { id: 'a', facts: ['a'], ...choice([10, 30, 0], doubted) }
    const number = { id: 'b', facts: ['b'], options: [], statistics: statisticsOf({ right: 3 }) }
    expect(misconceptionsOf([wrongKey, number])).toEqual([])
  })
})

describe('what a follow-up set asks again', () => {
  const all = new Set(['a', 'b', 'c', 'd'])

  it('is what most missed, the most missed first', () => {
    const set = [asked('a', [14, 8, 8]), asked('b', [15, 8, 7]), asked('c', [3, 20, 7])]
    expect(askAgain(set, all)).toEqual([
      { question: 'c', missed: { people: 27, of: 30, share: 0.9 }, facts: ['c'] },
      { question: 'a', missed: { people: 16, of: 30, share: 16 / 30 }, facts: ['a'] },
    ])
  })

  it('counts blanks as missed', () => {
    const set = [{ id: 'a', facts: ['a'], options: [], statistics: statisticsOf({ right: 40, blanks: 60 }) }]
    expect(askAgain(set, all)[0]?.missed).toEqual({ people: 60, of: 100, share: 0.6 })
  })

  it('is only what can still be asked', () => {
    const set = [asked('a', [1, 9, 0]), asked('b', [1, 9, 0], ['b', 'gone']), asked('gone', [1, 9, 0])]
    expect(askAgain(set, all).map(({ question }) => question)).toEqual(['a'])
  })

  it('asks each fact once, by the question that more missed', () => {
    const set = [
      asked('first', [4, 6, 0], ['a', 'b']),
      asked('second', [2, 8, 0], ['b']),
      asked('third', [4, 6, 0], ['c']),
    ]
    expect(askAgain(set, all).map(({ question }) => question)).toEqual(['second', 'third'])
  })

  it('leaves out what one or two missed, and a key in doubt', () => {
    const wrongKey = { id: 'b', facts: ['b'], ...choice([10, 30, 0], doubted) }
    expect(askAgain([asked('a', [0, 2, 0]), wrongKey], all)).toEqual([])
  })
})
