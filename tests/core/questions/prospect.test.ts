import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../core/questions/ask.ts'
import { prospectsOf } from '../../../core/questions/prospect.ts'
import { asks, reading } from './support/sample.ts'

const all = Object.values(asks) as readonly Ask[]
const prospects = prospectsOf(all, reading)

describe('prospects', () => {
  it('are each ask in each kind that it has the words for', () => {
    for (const { ask, kind } of prospects) {
      if (kind === 'choice' || kind === 'number') expect(ask.stem).toBeDefined()
      if (kind === 'true-false') expect(ask.statement).toBeDefined()
      if (kind === 'cloze') expect(ask.sentence).toBeDefined()
      if (kind === 'number') expect(ask.key.type).toBe('figure')
    }
    expect(new Set(prospects.map(({ kind }) => kind)).size).toBe(4)
  })

  it('lie in the sentence that settles them', () => {
    for (const { ask, sentence } of prospects) {
      const found = reading.sentences[sentence]
      expect(ask.evidence.some(({ start }) => found && start >= found.start && start < found.end)).toBe(true)
    }
  })

  it('suit a choice the better the more of its rivals are the article’s own, and nothing when they are long', () => {
    const choice = (ask: Ask) => prospectsOf([ask], reading).find(({ kind }) => kind === 'choice')?.fit ?? -9
    const { growth } = asks
    expect(choice(growth)).toBeGreaterThan(choice({ ...growth, rivals: [] }))
    const long = `${'very '.repeat(20)}${growth.stem}`
    expect(choice(growth)).toBeGreaterThan(choice({ ...growth, stem: long }))
  })

  it('count the figures that their stem gives away, years not', () => {
    const [choice] = prospectsOf(
      [{ ...asks.growth, stem: 'What did 40 stores and £5m in 2024 do?' }],
      reading,
    ).filter(({ kind }) => kind === 'choice')
    expect(choice?.spent).toBe(2)
  })
})
