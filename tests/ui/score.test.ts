import { expect, it } from 'vitest'
import { sayScore } from '../../ui/text/score.ts'

it.each([
  [6, '6'],
  [0, '0'],
  [6.5, '6.5'],
  [6.25, '6.3'],
  [20 / 3, '6.7'],
  [0.1 + 0.2 + 0.7, '1'],
  [1 / 3 + 2 / 3 + 1e-12, '1'],
  // What is not whole is not said whole, above or below.
  [5.97, '5.97'],
  [9.999, '9.99'],
  [0.04, '0.04'],
  [6.0208, '6.02'],
])('a score of %d is said as %s', (score, words) => {
  expect(sayScore(score)).toBe(words)
})
