import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuesIn, maskOf } from '../../../core/periods/cues.ts'
import { periodRules } from '../../../core/periods/find-periods.ts'

const PIECES =
  "past last next coming previous first following second third fourth few several day days week weeks month months quarter quarters year years decade hour fiscal financial calendar ago earlier later before now so far thus this year to date Since since start beginning end of the The rest remainder summer Christmas winter January Jan. May March Sept Oct 2024 2019 24 3 16-17 2025-03-04 3/4/2025 10:30 10am p.m. GMT o'clock 1430 hrs today Tomorrow weekend fortnight Monday ended through until and - , . 's Q3 H1 4Q FY25 FY 1990s eighties same period corresponding prior-year half from From Between mid- three two twelve 18 in on é http://a.example/2024/last-year".split(
    ' ',
  )
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '  ', '')), { maxLength: 10 })
  .map((pairs) => pairs.flat().join(''))

describe('the cues of a text', () => {
  it('are all there where a rule finds a time', () => {
    fc.assert(
      fc.property(text, (words) => {
        const cues = cuesIn(words)
        for (const { needs, pattern, read } of periodRules) {
          for (const match of words.matchAll(pattern)) {
            const before = words.slice(0, match.index)
            const after = words.slice(match.index + match[0].length)
            const found = read(match.groups ?? {}, { date: '2025-02-20', before, after }, match[0])
            if (found)
              expect([match[0], needs, cues & maskOf(needs)]).toEqual([match[0], needs, maskOf(needs)])
          }
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['It may fall.', 'month'],
    ['They are becoming rich.', 'lead'],
    ['Sales rose.', 'digit'],
  ] as const)('are missing where nothing gives them: %s', (words, cue) => {
    expect(cuesIn(words) & maskOf([cue])).toBe(0)
  })

  it.each([
    ['In éMay', 'month'],
    ['http://a.example/last-year', 'lead'],
    ['It rose in 2024.', 'point'],
    ['YEAR', 'yearWord'],
  ] as const)('are found in odd places too: %s', (words, cue) => {
    expect(cuesIn(words) & maskOf([cue])).not.toBe(0)
  })
})
