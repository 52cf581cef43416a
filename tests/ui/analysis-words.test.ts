import { expect, test } from 'vitest'
import { sayAlpha, sayFigure, sayHardness, sayParting } from '../../ui/assignments/analysis-words.ts'

const hardness = (mark: number, right: number, of = 12) =>
  sayHardness({ facility: { value: mark, people: of }, right: { people: right, of, share: right / of } })

test.each([
  [11 / 12, 11, 'Very easy: 11 of 12 right'],
  [9 / 12, 9, 'Easy: 9 of 12 right'],
  [6 / 12, 6, 'In between: 6 of 12 right'],
  [4 / 12, 4, 'Hard: 4 of 12 right'],
  [3 / 12, 3, 'Very hard: 3 of 12 right'],
  [0, 0, 'Very hard: 0 of 12 right'],
  // Nobody has all of it, most have most of it.
  [0.75, 0, 'Easy: 0 of 12 right, others in part'],
])('a mean mark of %d with %d wholly right is ‘%s’', (mark, right, says) => {
  expect(hardness(mark, right)).toBe(says)
})

const parting = (value: number | null, isComparable = true) =>
  sayParting({ upperLower: { value, people: 40 }, isComparable })

test.each([
  [0.5, 'The best third had 50 points in a hundred more here than the weakest. It tells them apart well.'],
  [
    0.25,
    'The best third had 25 points in a hundred more here than the weakest. It tells them apart fairly well.',
  ],
  [0.1, 'The best third had 10 points in a hundred more here than the weakest. It hardly tells them apart.'],
  [-0.1, 'The best third had 10 points in a hundred less here than the weakest. It hardly tells them apart.'],
  [0, 'The best third did no better here than the weakest. It hardly tells them apart.'],
  [null, 'All did equally well on the whole, so nobody can be compared.'],
])('a gap of %d between the thirds is told and judged', (value, says) => {
  expect(parting(value)).toBe(says)
})

test('of few people a gap is told, and not judged', () => {
  expect(parting(0.5, false)).toBe(
    'The best third had 50 points in a hundred more here than the weakest. So few people may differ so by chance.',
  )
})

const alpha = (value: number | null, isComparable = true) =>
  sayAlpha({ alpha: { value, people: 40, answers: 400 }, isComparable })

test('how far the questions agree is judged with people enough alone', () => {
  expect(alpha(0.7)).toContain('agree well')
  expect(alpha(0.69)).toContain('agree somewhat')
  expect(alpha(0.49)).toContain('hardly agree')
  expect(alpha(-0.2)).toContain('hardly agree')
  expect(alpha(0.9, false)).toContain('a rough figure')
  expect(alpha(null)).toContain('It takes two people')
})

test.each([
  [0.406, '0.41'],
  [-0.05, '−0.05'],
  [-0.001, '0.00'],
  [null, 'not known'],
])('%d is told as %s', (value, says) => {
  expect(sayFigure(value)).toBe(says)
})
