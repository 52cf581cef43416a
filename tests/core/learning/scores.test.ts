import { describe, expect, it } from 'vitest'
import { scoresBySet } from '#core'

const attempt = (set: string, day: number, score: number, of = 10) => ({
  set,
  at: new Date(Date.UTC(2026, 4, day)),
  score,
  of,
})

describe('the scores of a set', () => {
  const first = attempt('a', 1, 4)
  const best = attempt('a', 2, 9)
  const again = attempt('a', 3, 9)
  const latest = attempt('a', 4, 7)

  it('are of the first, the latest and the best attempt, of equals the earliest', () => {
    const [scores] = scoresBySet([latest, again, first, best])
    expect(scores).toEqual({ set: 'a', attempts: 4, first, latest, best })
  })

  it('compare shares, since a set may have lost a question', () => {
    const short = attempt('a', 5, 8, 8)
    expect(scoresBySet([best, short])[0]?.best).toBe(short)
  })

  it('stand one a set, the one taken last first', () => {
    expect(scoresBySet([first, attempt('b', 9, 0, 0), latest]).map(({ set }) => set)).toEqual(['b', 'a'])
    expect(scoresBySet([])).toEqual([])
  })
})
