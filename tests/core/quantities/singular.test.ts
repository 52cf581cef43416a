import { expect, it } from 'vitest'
import { isPlural, singularOf } from '../../../core/quantities/singular.ts'

it.each([
  ['jobs', 'job'],
  ['companies', 'company'],
  ['viruses', 'virus'],
  ['houses', 'house'],
  ['losses', 'loss'],
  ['boxes', 'box'],
  ['branches', 'branch'],
  ['fishermen', 'fisherman'],
  ['people', 'people'],
  ['aircraft', 'aircraft'],
  ['movies', 'movie'],
  ['analyst', 'analyst'],
])('%s is one %s', (many, one) => {
  expect(singularOf(many)).toBe(one)
})

it('takes no singular for a plural', () => {
  for (const word of ['loss', 'virus', 'analysis', 'job', 'was']) expect(isPlural(word)).toBe(false)
})
