import { describe, expect, it } from 'vitest'
import { read } from '../../../core/article/read.ts'
import { type Ask, isSeries } from '../../../core/questions/ask.ts'
import { prospectsOf } from '../../../core/questions/prospect.ts'
import { KINDS } from '../../../core/questions/question.ts'
import { asks, reading, seriesAsks } from './support/sample.ts'

const all = Object.values(asks) as readonly Ask[]
const prospects = prospectsOf([...all, ...Object.values(seriesAsks)], reading)

describe('prospects', () => {
  it('are each ask in each kind that it has the words for', () => {
    for (const { ask, kind } of prospects) {
      if (isSeries(ask)) {
        expect(['multiple-response', 'ordering', 'matching']).toContain(kind)
        continue
      }
      if (kind === 'choice' || kind === 'number' || kind === 'estimate') expect(ask.stem).toBeDefined()
      if (kind === 'true-false') expect(ask.statement).toBeDefined()
      if (kind === 'cloze') expect(ask.sentence).toBeDefined()
      if (kind === 'number' || kind === 'estimate') expect(ask.key.type).toBe('figure')
    }
    expect(new Set(prospects.map(({ kind }) => kind)).size).toBe(KINDS.length)
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

  it('tell whether the title prints what they ask for', () => {
    const titled = read({ title: 'Revenue up 8% at Harbour Foods', body: reading.text.slice(40) })
    const isInTitle = (of: typeof reading) => prospectsOf([asks.growth], of).map((each) => each.isInTitle)
    expect(isInTitle(reading)).not.toContain(true)
    expect(isInTitle(titled)).not.toContain(false)
  })

  it('count the figures that their stem gives away, years not', () => {
    const [choice] = prospectsOf(
      [{ ...asks.growth, stem: 'What did 40 stores and £5m in 2024 do?' }],
      reading,
    ).filter(({ kind }) => kind === 'choice')
    expect(choice?.spent).toBe(2)
  })
})
