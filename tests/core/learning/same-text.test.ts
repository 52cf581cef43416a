import { describe, expect, it } from 'vitest'
import { sameText } from '../../../core/learner.ts'

describe('typed text', () => {
  it.each([
    ['eddie wu', 'Eddie Wu'],
    ['Eddie  Wu.', 'Eddie Wu'],
    ['Citroen', 'Citroën'],
    ['the Federal Reserve', 'Federal Reserve'],
    ['AT and T', 'AT&T'],
    ['Open AI', 'OpenAI'],
    ['open-source', 'open source'],
    ['moody’s', "Moody's"],
    ['8 percent', '8%'],
    ['8 per cent', '8%'],
    ['1200', '1,200'],
    ['Ｅｄｄｉｅ Ｗｕ', 'Eddie Wu'],
  ])('%s counts as %s', (given, accepted) => {
    expect(sameText(given, [accepted])).toBe(true)
  })

  it.each([
    ['725bn', '72.5bn'],
    ['5%', '-5%'],
    ['1.2', '12'],
    ['Eddie', 'Eddie Wu'],
    ['', 'Eddie Wu'],
    ['...', '!!!'],
    ['$5', '£5'],
  ])('%s does not count as %s', (given, accepted) => {
    expect(sameText(given, [accepted])).toBe(false)
  })
})
