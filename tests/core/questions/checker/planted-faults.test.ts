import { describe, expect, it } from 'vitest'
import { check } from '../../../../core/questions/checker/check.ts'
import { type RuleName, rules } from '../../../../core/questions/checker/rules.ts'
import type { Asked } from './faults/fault.ts'
import { planted } from './faults/planted.ts'

const FEWEST = 10

const verdictOn = ({ question, context }: Asked) =>
  check(question, context).failures.map(({ rule, says }) => ({ rule, says }))

describe.each(Object.keys(rules) as RuleName[])('the rule %s', (rule) => {
  const { faults, nearMisses } = planted[rule]

  it('has ten faults and ten near misses, each another question', () => {
    const different = (all: readonly (readonly [string, Asked, ...unknown[]])[]) =>
      new Set(all.map(([, { question }]) => JSON.stringify(question))).size
    expect(different(faults)).toBeGreaterThanOrEqual(FEWEST)
    expect(different(nearMisses)).toBeGreaterThanOrEqual(FEWEST)
  })

  it.each(faults)('alone is broken by %s, and says so', (_, asked, says) => {
    expect(verdictOn(asked)).toEqual([{ rule, says: expect.stringContaining(says) }])
  })

  it.each(nearMisses)('is kept, as all others are, by %s', (_, asked) => {
    expect(verdictOn(asked)).toEqual([])
  })
})
