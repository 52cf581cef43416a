import { describe, expect, it } from 'vitest'
import { KINDS, MOST_TRIES, triesOf } from '#core'
import { markOf, type OutcomeByKind } from '../../../core/learning/mark.ts'
import type { Kind } from '../../../core/questions/question.ts'
import { sound } from '../questions/support/sample.ts'

/** What is wholly right, and what is partly right where a kind knows that; one a kind. */
const OUTCOMES: { readonly [K in Kind]: readonly (readonly [OutcomeByKind[K], mark: number])[] } = {
  choice: [[{ right: true }, 1]],
  'multiple-response': [
    [{ right: 2, wrong: 0, of: 2 }, 1],
    [{ right: 2, wrong: 1, of: 2 }, 0.5],
  ],
  'true-false': [[{ right: true }, 1]],
  number: [[{ right: true }, 1]],
  cloze: [[{ right: true }, 1]],
  ordering: [
    [{ places: [0, 1, 2] }, 1],
    [{ places: [0, 2, 1] }, 1 / 3],
  ],
  matching: [
    [{ right: 3, of: 3 }, 1],
    [{ right: 1, of: 3 }, 1 / 3],
  ],
  estimate: [
    [{ off: 0, value: 100, tolerance: 5 }, 1],
    [{ off: 17.5, value: 100, tolerance: 5 }, 0.5],
  ],
}

describe.each(KINDS)('the mark of a %s', (kind) => {
  const outcomes = OUTCOMES[kind] as readonly (readonly [OutcomeByKind[typeof kind], number])[]

  it('is halved by every try after the first', () => {
    for (const [outcome, mark] of outcomes) {
      expect(markOf(kind, outcome)).toBeCloseTo(mark, 9)
      expect(markOf(kind, outcome, 1)).toBeCloseTo(mark, 9)
      expect(markOf(kind, outcome, 2)).toBeCloseTo(mark / 2, 9)
      expect(markOf(kind, outcome, 3)).toBeCloseTo(mark / 4, 9)
    }
  })

  it('is nothing for a blank, at whatever try', () => {
    expect([1, 2, 3].map((tries) => markOf(kind, null, tries))).toEqual([0, 0, 0])
  })
})

describe('the tries a question has', () => {
  it('are as many as are asked for', () => {
    for (const question of [
      sound.number,
      sound.cloze,
      sound.ordering,
      sound.matching,
      sound.multipleResponse,
    ])
      expect([1, 2, 3].map((tries) => triesOf(question, tries))).toEqual([1, 2, MOST_TRIES])
  })

  it('are fewer where the last wrong answer would tell the right one', () => {
    expect(triesOf(sound.trueFalse, 3)).toBe(1)
    const { options } = sound.choice
    expect(options).toHaveLength(4)
    expect(triesOf(sound.choice, 3)).toBe(3)
    expect(triesOf({ ...sound.choice, options: options.slice(0, 3) }, 3)).toBe(2)
  })
})
