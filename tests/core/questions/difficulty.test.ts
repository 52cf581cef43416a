import { describe, expect, it } from 'vitest'
import { type Difficulty, estimateDifficulty, LEVELS } from '../../../core/questions/difficulty.ts'
import type { ChoiceQuestion, Question } from '../../../core/questions/question.ts'
import { options } from './checker/cases/case.ts'
import { context, facts, passage, sound } from './support/sample.ts'

const of = (question: Question): Difficulty => estimateDifficulty(question, context)
const late = {
  evidence: [passage('Tom Vale noted that the plan of Harbour Foods was sound in 2025.')],
  facts: [],
}
const choice = (...texts: readonly string[]): ChoiceQuestion => ({
  ...sound.choice,
  ...options(...texts),
  ...late,
})

describe('the difficulty of a question', () => {
  it('rises from a statement over a choice to a figure from memory', () => {
    const same = { facts: sound.number.facts, evidence: sound.number.evidence }
    const [statement, among, exact] = [
      sound.trueFalse,
      { ...choice('£24m', '£72.5m*', '£136m'), ...same },
      sound.number,
    ].map(of)
    expect(statement?.score).toBeLessThan(among?.score ?? 0)
    expect(among?.score).toBeLessThan(exact?.score ?? 0)
    expect([statement?.level, exact?.level]).toEqual(['easy', 'hard'])
  })

  it.each<readonly [string, Question, Question, RegExp]>([
    [
      'figures come close',
      choice('8%*', '9%', '15%', '28%'),
      choice('8%*', '15%', '28%', '51%'),
      /two of the figures come close/,
    ],
    [
      'figures lie near enough',
      choice('8%*', '15%', '28%', '51%'),
      choice('8%', '24%*', '70%', '180%'),
      /^asks for one of four figures/,
    ],
    [
      'wrong answers come from the article',
      choice('5%', '8%*', '32%', '9%'),
      choice('5%', '8%*', '32%', '11%'),
      /every answer offered stands in the article/,
    ],
    [
      'some wrong answer comes from the article',
      choice('5%', '8%*', '14%'),
      choice('4.6%', '8%*', '14%'),
      /^asks for one of three figures/,
    ],
    ['it stands late', { ...sound.person, ...late }, sound.person, /stands late in the article/],
    [
      'it does not stand at the opening',
      { ...sound.cloze, evidence: sound.number.evidence },
      sound.cloze,
      /missing figure from memory/,
    ],
    [
      'it has to be worked out',
      { ...sound.number, facts: [facts.ratio.id] },
      sound.number,
      /has to be worked out/,
    ],
    ['it is to be exact', sound.number, { ...sound.number, tolerance: 1 }, /exact figure/],
    [
      'its stem is long',
      {
        ...sound.number,
        stem: `${sound.number.stem.slice(0, -1)}${', when so much was said of so many things by so many people in so many words'}?`,
      },
      sound.number,
      /the question is long/,
    ],
    ['the key is said once', sound.cloze, { ...sound.cloze, answer: 'Harbour Foods' }, /from memory/],
  ])('is higher where %s', (_, harder, easier, reason) => {
    expect(of(harder).score).toBeGreaterThan(of(easier).score)
    expect(of(harder).reason).toMatch(reason)
  })

  it('does not tell whether a statement is true, nor which option is the key', () => {
    const { correction: stem } = sound.trueFalse
    const { correction: _, ...rest } = sound.trueFalse
    expect(of({ ...rest, stem, answer: true })).toEqual(of(sound.trueFalse))
    for (const [a, b, c] of [
      ['8%', '32%', '37%'],
      ['5%', '8%', '32%'],
      ['5%', '33%', '80%'],
    ])
      expect(of(choice(`${a}*`, `${b}`, `${c}`))).toEqual(of(choice(`${a}`, `${b}`, `${c}*`)))
  })

  it('is a level that goes with its score, and a reason in a few words', () => {
    for (const question of Object.values(sound)) {
      const { level, score, reason } = of(question)
      expect(LEVELS).toContain(level)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(reason).toMatch(/^asks [^;]+(?:; [^;]+){0,2}$/)
    }
  })
})
