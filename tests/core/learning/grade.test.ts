import { describe, expect, it } from 'vitest'
import { type Answered, CONFIDENCES, GRADES, gradeOf } from '#core'

const answered = (more: Partial<Answered>): Answered => ({
  mark: 1,
  tries: 1,
  seconds: 20,
  expectedSeconds: 20,
  confidence: 'fairly-sure',
  ...more,
})

describe('the grade of an answer', () => {
  it.each([
    ['wrong', { mark: 0 }, 'again'],
    ['wrong and certain', { mark: 0, confidence: 'certain', seconds: 3 }, 'again'],
    ['half right', { mark: 0.5 }, 'again'],
    ['right at the second try', { tries: 2, mark: 0.5 }, 'again'],
    ['right at the second try, before its mark is halved', { tries: 2, mark: 1 }, 'again'],
    ['most of it right', { mark: 2 / 3 }, 'hard'],
    ['right by a guess', { confidence: 'guess', seconds: 2 }, 'hard'],
    ['right and slow', { seconds: 41 }, 'hard'],
    ['right, certain and slow', { confidence: 'certain', seconds: 60 }, 'hard'],
    ['right', {}, 'good'],
    ['right and quick without a word of how sure', { confidence: null, seconds: 4 }, 'good'],
    ['right, certain and in no hurry', { confidence: 'certain', seconds: 30 }, 'good'],
    ['right, certain, and nobody took the time', { confidence: 'certain', seconds: null }, 'good'],
    ['right after an hour away', { seconds: 3600 }, 'good'],
    ['right, certain and quick', { confidence: 'certain', seconds: 12 }, 'easy'],
  ] as const)('that is %s', (_, more, grade) => {
    expect(gradeOf(answered(more))).toBe(grade)
  })

  it('is never better for a lower mark, more time or less certainty', () => {
    const rank = (more: Partial<Answered>) => GRADES.indexOf(gradeOf(answered(more)))
    const falling = (grades: readonly number[]) =>
      grades.every((grade, i) => i === 0 || grade <= (grades[i - 1] ?? 0))
    for (const confidence of [...CONFIDENCES, null]) {
      expect(falling([5, 20, 21, 40, 41, 199].map((seconds) => rank({ confidence, seconds })))).toBe(true)
      expect(falling([1, 0.9, 0.6, 0.59, 0].map((mark) => rank({ confidence, mark })))).toBe(true)
    }
    for (const seconds of [5, 25, 50, null])
      expect(falling([...CONFIDENCES].reverse().map((confidence) => rank({ confidence, seconds })))).toBe(
        true,
      )
  })
})
