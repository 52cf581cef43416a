import { describe, expect, it } from 'vitest'
import { openingOf } from '../../../core/questions/opening.ts'

describe('how a stem opens', () => {
  it.each([
    ['By what percentage did Harwick Foods’ revenue rise in 2024?', 'by what percentage did'],
    ['What was Harwick Foods’ revenue?', 'what was'],
    ['Who said that demand would stay weak?', 'who said that demand'],
    ['It was {} that said so.', 'it was'],
    ['It is {} that says so.', 'it is'],
    ['The company that sold its mills is {}.', 'the company that'],
    ['Harwick Foods sold {} in 2024.', ''],
    ['', ''],
  ])('%s', (stem, opening) => {
    expect(openingOf(stem)).toBe(opening)
  })
})
