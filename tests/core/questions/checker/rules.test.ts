import { describe, expect, it } from 'vitest'
import { check, firstFailure } from '../../../../core/questions/checker/check.ts'
import { type RuleName, rules } from '../../../../core/questions/checker/rules.ts'
import { Sight } from '../../../../core/questions/checker/sight.ts'
import type { Question } from '../../../../core/questions/question.ts'
import { context } from '../support/sample.ts'
import type { Cases } from './cases/case.ts'
import { content } from './cases/content.ts'
import { english } from './cases/english.ts'
import { form, untouched } from './cases/form.ts'
import { hints } from './cases/hints.ts'
import { keys } from './cases/keys.ts'
import { optionRules } from './cases/options.ts'
import { parts } from './cases/parts.ts'

/** Every rule has its cases: a rule without them does not compile. */
const cases: { readonly [R in RuleName]: Cases } = {
  ...content,
  ...keys,
  ...optionRules,
  ...form,
  ...english,
  ...parts,
  ...hints,
}

const broken = (question: Question): string[] => check(question, context).failures.map(({ rule }) => rule)

describe.each(Object.entries(cases))('the rule %s', (rule, { breaks, keeps }) => {
  it('has at least five cases on either side', () => {
    expect(breaks.length).toBeGreaterThanOrEqual(5)
    expect(keeps.length).toBeGreaterThanOrEqual(5)
  })

  it.each(breaks)('refuses %s', (_, question) => {
    expect(broken(question)).toContain(rule)
  })

  it.each(keeps)('allows %s', (_, question) => {
    expect(broken(question)).not.toContain(rule)
  })
})

describe('the checker', () => {
  it('has cases for every rule of the table', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(rules).sort())
  })

  it.each(untouched.map((question) => [question.kind, question] as const))(
    'passes a sound %s',
    (_, question) => {
      expect(check(question, context)).toEqual({ passed: true, failures: [] })
    },
  )

  it('says what is wrong in a sentence', () => {
    const { failures } = check({ ...untouched[0], stem: 'Why' } as Question, context)
    for (const { says } of failures) expect(says).toMatch(/^['\p{Lu}\d].*[.?]$/u)
    expect(failures.length).toBeGreaterThan(0)
  })

  it('names the first rule that is broken', () => {
    const spoilt = { ...untouched[0], evidence: [], stem: 'Why' } as unknown as Question
    expect(firstFailure(new Sight(spoilt, context))?.rule).toBe(broken(spoilt)[0])
    expect(firstFailure(new Sight(untouched[0] as Question, context))).toBeNull()
  })
})
