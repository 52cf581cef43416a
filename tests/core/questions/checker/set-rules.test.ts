import { describe, expect, it } from 'vitest'
import { checkSet, setRules } from '../../../../core/questions/checker/set-rules.ts'
import type { ChoiceQuestion, Question } from '../../../../core/questions/question.ts'
import { context, facts, sound } from '../support/sample.ts'
import { options } from './cases/case.ts'

const names = Object.keys(facts)

/** The n-th of many choices about different facts, with given options. */
const nth = (n: number, ...texts: readonly string[]): ChoiceQuestion => {
  const name = names[n] as keyof typeof facts
  return {
    ...sound.choice,
    ...options(...texts),
    id: `q-${n}`,
    facts: [facts[name].id],
    evidence: facts[name].evidence,
    stem: `What is thing ${String.fromCharCode(97 + n)}?`,
  }
}

const broken = (questions: readonly Question[]) =>
  new Set(checkSet(questions, context).failures.map(({ rule }) => rule))

/** A set that breaks each rule, and one that comes near. */
const cases: {
  readonly [rule: string]: { readonly breaks: readonly Question[]; readonly keeps: readonly Question[] }
} = {
  'longest-by-chance': {
    breaks: [0, 1, 2, 3].map((n) => nth(n, 'Ann', 'Bo', `Charlotte${'abcd'[n]}*`, 'Di')),
    keeps: [0, 1, 2, 3].map((n) =>
      nth(n, 'Ann', n < 2 ? 'Bo' : 'Bartholomew', `Charlotte${'abcd'[n]}*`, 'Di'),
    ),
  },
  'rank-by-chance': {
    breaks: [0, 1, 2, 3].map((n) => nth(n, '1%', `${n + 2}%*`, '12%', '20%')),
    keeps: [
      nth(0, '1%*', '4%', '6%', '9%'),
      nth(1, '1%', '3%*', '6%', '9%'),
      nth(2, '1%', '3%', '7%*', '9%'),
      nth(3, '1%', '3%', '6%', '10%*'),
    ],
  },
  'one-item-a-fact': {
    breaks: [sound.choice, { ...sound.cloze, stem: 'In 2024 revenue of Harbour Foods rose _____.' }],
    keeps: [sound.choice, sound.person, sound.number],
  },
  'two-a-sentence': {
    breaks: ['a', 'b', 'c'].map((id) => ({ ...sound.person, id, facts: [id], stem: `Who is ${id}?` })),
    keeps: ['a', 'b'].map((id) => ({ ...sound.person, id, facts: [id], stem: `Who is ${id}?` })),
  },
  'nothing-given-away': {
    breaks: [
      sound.choice,
      { ...sound.person, stem: 'Who led Harbour Foods in 2025, when revenue had risen by eight per cent?' },
    ],
    keeps: [
      sound.choice,
      { ...sound.person, stem: 'Who led Harbour Foods in 2025, when sales had risen by 5%?' },
    ],
  },
}

describe.each(Object.keys(setRules))('the rule of a set %s', (rule) => {
  it('refuses what breaks it and allows what comes near', () => {
    expect(broken(cases[rule]?.breaks ?? [])).toContain(rule)
    expect(broken(cases[rule]?.keeps ?? [])).not.toContain(rule)
  })
})

describe('a name that answers one question and stands in another', () => {
  it('gives it away, in whichever order they come', () => {
    const other = {
      ...sound.choice,
      stem: 'By how much did Anna Reid, chief executive of Harbour Foods, say revenue rose in 2024?',
    }
    expect(broken([sound.person, other])).toContain('nothing-given-away')
    expect(broken([other, sound.person])).toContain('nothing-given-away')
  })
})

describe('a set without faults', () => {
  it('passes', () => {
    expect(checkSet([sound.choice, sound.person, sound.number], context)).toEqual({
      passed: true,
      failures: [],
    })
  })
})
