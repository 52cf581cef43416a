import { describe, expect, it } from 'vitest'
import { checkSet, setRules } from '../../../../core/questions/checker/set-rules.ts'
import type { Question } from '../../../../core/questions/question.ts'
import { context } from '../support/sample.ts'
import {
  longestByChance,
  nothingGivenAway,
  oneItemAFact,
  type PlantedSets,
  rankByChance,
  twoASentence,
} from './faults/set-faults.ts'

const planted: Readonly<Record<string, PlantedSets>> = {
  'longest-by-chance': longestByChance,
  'rank-by-chance': rankByChance,
  'one-item-a-fact': oneItemAFact,
  'two-a-sentence': twoASentence,
  'nothing-given-away': nothingGivenAway,
}

const verdictOn = (questions: readonly Question[]) => checkSet(questions, context).failures

describe.each(Object.keys(setRules))('the rule of a set %s', (rule) => {
  const { faults, nearMisses } = planted[rule] ?? { faults: [], nearMisses: [] }
  it('has ten faults and ten near misses', () => {
    expect(faults.length).toBeGreaterThanOrEqual(10)
    expect(nearMisses.length).toBeGreaterThanOrEqual(10)
  })

  it.each(faults)('alone is broken by %s, and names a question', (_, questions) => {
    const failures = verdictOn(questions)
    expect(new Set(failures.map((failure) => failure.rule))).toEqual(new Set([rule]))
    for (const {
      says,
      questions: [id],
    } of failures)
      expect(says).toContain(questions.find((question) => question.id === id)?.stem)
  })

  it.each(nearMisses)('is kept, as all others are, by %s', (_, questions) => {
    expect(verdictOn(questions)).toEqual([])
  })
})
