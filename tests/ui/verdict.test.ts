import { describe, expect, it } from 'vitest'
import type { Feedback, Kind, PartFeedback } from '#core/learner'
import { standingOf, verdictOf } from '../../ui/questions/verdict.ts'

const told = (more: Partial<Feedback>): Feedback => ({
  mark: 0,
  key: '12%',
  given: '8%',
  explanation: '',
  ...more,
})
const part = (key: string, isRight: boolean): PartFeedback => ({
  id: `${key} ${isRight}`,
  isRight,
  key,
  why: '',
})
const figure = { value: 640, whole: [600, 680], some: [440, 840] } as const
const kettles = { key: '640 kettles', given: '700 kettles', figure }

const VERDICTS: readonly (readonly [Kind, Feedback, unknown, string])[] = [
  ['choice', told({ mark: 1 }), 'id', 'Correct'],
  ['choice', told({}), 'id', 'Not quite: the answer is 12%, you said 8%'],
  ['number', told({ given: '' }), null, 'The answer is 12%'],
  [
    'multiple-response',
    told({
      mark: 1 / 3,
      parts: [part('right', true), part('right', true), part('right', false), part('wrong', false)],
    }),
    ['a'],
    'Partly right: two of three found, one wrong',
  ],
  [
    'multiple-response',
    told({ mark: 0.5, parts: [part('right', true), part('right', false), part('wrong', true)] }),
    ['a'],
    'Partly right: one of two found',
  ],
  [
    'multiple-response',
    told({ parts: [part('right', true), part('right', false), part('wrong', false)] }),
    ['a'],
    'Not quite: one of two found, one wrong',
  ],
  ['multiple-response', told({ given: '', parts: [part('right', false)] }), null, 'The answer is below'],
  [
    'ordering',
    told({ mark: 1 / 3, parts: [part('1', false), part('2', false), part('3', true)] }),
    ['a'],
    'Partly right: one of three in place',
  ],
  [
    'ordering',
    told({ mark: 1 / 3, parts: [part('1', false), part('2', false)] }),
    ['a'],
    'Partly right: more of them in order than not',
  ],
  [
    'matching',
    told({ mark: 2 / 3, parts: [part('x', true), part('y', true), part('z', false)] }),
    [['a', 'b']],
    'Partly right: two of three pairs right',
  ],
  [
    'matching',
    told({ parts: [part('x', false), part('y', false)] }),
    [['a', 'b']],
    'Not quite: none of two pairs right',
  ],
  ['estimate', told({ ...kettles, mark: 1, given: '640 kettles' }), 640, 'Correct'],
  ['estimate', told({ ...kettles, mark: 1 }), 660, 'Correct: it is 640 kettles'],
  ['estimate', told({ ...kettles, mark: 0.875 }), 700, 'Partly right: off by 9%, close enough for 0.9'],
  [
    'estimate',
    told({ ...kettles, mark: 0, given: '900 kettles' }),
    900,
    'Not quite: it is 640 kettles, you said 900 kettles, off by 41%',
  ],
]

describe('a verdict', () => {
  it.each(VERDICTS)('on a %s question', (kind, feedback, answer, words) => {
    expect(verdictOf(kind, feedback, answer as never)).toBe(words)
  })

  it.each([
    [1, 'right'],
    [0.999, 'partly'],
    [0.001, 'partly'],
    [0, 'wrong'],
  ] as const)('stands for a mark of %d as %s', (mark, standing) => {
    expect(standingOf(told({ mark }))).toBe(standing)
  })
})
