import { describe, expect, it } from 'vitest'
import { check, draftAll, findFacts, type Question, questionsOf, read } from '#core'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { withHint } from '../../../../core/questions/hints/with-hint.ts'
import { lexicon } from '../../engine/support/lexicon.ts'
import { seedArticle } from '../../engine/support/seed-article.ts'

const TEXT = `Corvane, a maker of chip tools, said its revenue rose 12% to $4.2bn in 2024. Operating profit of Corvane rose 31% to $1.3bn in 2024. Orders of Corvane rose 25% in 2024. Costs of Corvane rose 4% in 2024.
Anna Holt, chief executive of Corvane, opened a plant in Dresden in 2024. Paul Idris, finance director of Corvane, praised it in 2024. Mary Nair, an analyst at Rowan Research, visited it in 2024. Nissan and Toyota bought tools of Corvane in 2024, and Boeing bought some too.`
const reading = read({ title: 'Corvane Sells More Tools', body: TEXT, date: '2025-01-20' }, lexicon)
const facts = findFacts(reading)
const findings = findFindings(reading)
const base = { id: 'q', explanation: 'So it says.', evidence: [], needsArticle: false }
const factOf = (measure: RegExp): string =>
  facts.find((fact) => fact.family === 'change' && measure.test(fact.measure ?? fact.subject))?.id ?? ''

const hintOf = (question: Question): string | undefined =>
  withHint(question, { reading, facts }, findings).hint
const choice = (stem: string, texts: readonly string[], about: readonly string[] = []): Question => {
  const options = texts.map((text) => ({
    text: text.replace('*', ''),
    correct: text.endsWith('*'),
    why: 'Why.',
  }))
  const answer = options.find(({ correct }) => correct)?.text ?? ''
  return { ...base, kind: 'choice', stem, options, answer, facts: about }
}
const cloze = (stem: string, answer: string, accepts: readonly string[] = []): Question => ({
  ...base,
  kind: 'cloze',
  stem,
  answer,
  accepts,
  facts: [],
})

describe('a hint', () => {
  const growth = 'By what percentage did the revenue of Corvane rise in 2024?'

  it('compares a figure with its like, without saying any', () => {
    const hint = hintOf(choice(growth, ['3%', '12%*', '22%', '40%'], [factOf(/revenue/)]))
    expect(hint).toMatch(
      /^The rise was larger than that of .*costs.* and smaller than that of .*orders.*\.$/i,
    )
    expect(hint).not.toMatch(/\d/)
  })

  it('compares only where two options or more are left, and not all', () => {
    const alone = hintOf(choice(growth, ['2%', '3%', '12%*', '40%'], [factOf(/revenue/)]))
    expect(alone).toMatch(/^The rise was larger than that of [a-z ]+Corvane\.$/)
    const all = hintOf(choice(growth, ['9%', '12%*', '15%', '20%'], [factOf(/revenue/)]))
    expect(all ?? '').not.toMatch(/than/)
  })

  it('tells where somebody works whom some of the options work with', () => {
    const who = choice('Who opened a plant in Dresden?', ['Anna Holt*', 'Paul Idris', 'Mary Nair'])
    expect(hintOf(who)).toBe('It is somebody at Corvane.')
    const alone = ['Anna Holt', 'Paul Idris', 'Mary Nair*']
    expect(hintOf(choice('Who works as an analyst?', alone))).toBeUndefined()
  })

  it('tells the field or home of an organisation that it shares with some of the options', () => {
    expect(hintOf(choice('Which company bought tools?', ['Nissan*', 'Toyota', 'Boeing']))).toBe(
      'Its field is cars.',
    )
    expect(hintOf(choice('Which company bought tools?', ['Nissan', 'Toyota', 'Boeing*']))).toBeUndefined()
  })

  it('counts the options that stand in the article where that is neither one nor all', () => {
    expect(hintOf(choice('What did orders do?', ['14%', '25%*', '31%', '44%']))).toBe(
      'Only two of the four figures stand in the article.',
    )
    expect(hintOf(choice('What did orders do?', ['14%', '25%*', '41%', '44%']))).toBeUndefined()
    expect(hintOf(choice('What did orders do?', ['4%', '12%', '25%*', '31%']))).toBeUndefined()
  })

  it('says what sort of name, or how many words, fill a gap', () => {
    expect(hintOf(cloze('A plant was opened by _____.', 'Anna Holt'))).toBe(
      'The gap takes the name of a chief executive.',
    )
    expect(hintOf(cloze('The jets are made by _____.', 'Boeing'))).toBe(
      'The gap takes the name of a company from the United States.',
    )
    expect(hintOf(cloze('Corvane makes _____ for others.', 'chip tools'))).toBe('The gap takes two words.')
    expect(hintOf(cloze('Corvane makes _____ for others.', 'chip tools', ['tools']))).toBeUndefined()
  })

  it('says how large a figure is where no option shows it', () => {
    expect(hintOf(cloze('Profit came to _____.', '$1.3bn'))).toBe('The figure runs to billions.')
    expect(hintOf(cloze('Orders rose _____.', '25%'))).toBe('The gap takes a double-digit percentage.')
    const figure = { ...base, facts: [], unit: 'million dollars ($m)', tolerance: 0, stem: 'How much?' }
    expect(hintOf({ ...figure, kind: 'number', answer: 420 })).toBe('The figure has three digits.')
    expect(hintOf({ ...figure, kind: 'number', answer: 4.2 })).toBe(
      'The figure has one digit before the decimal point.',
    )
    const estimate = { ...figure, kind: 'estimate', low: 0, high: 1000, tolerance: 50 } as const
    expect(hintOf({ ...estimate, answer: 420 })).toBe('The figure lies in the lower half of the scale.')
    expect(hintOf({ ...estimate, answer: 510 })).toBeUndefined()
  })

  it('is kept from statements, orders and pairs: whoever is wrong there knows enough', () => {
    const statement: Question = {
      ...base,
      kind: 'true-false',
      facts: [],
      stem: 'Orders rose 25%.',
      answer: true,
    }
    expect(hintOf(statement)).toBeUndefined()
  })
})

describe.each([
  ['the seed article', seedArticle],
  ['another', TEXT],
])('every question of %s', (_, body) => {
  const article = read({ body, date: '2025-01-20' }, lexicon)
  const all = draftAll(article, { seed: 1 })

  it('keeps the rule with its hint, and some have one', () => {
    expect(all.filter(({ hint }) => hint !== undefined).length).toBeGreaterThan(0)
    for (const question of all)
      expect(check(question, { reading: article, facts: findFacts(article) }).failures).toEqual([])
  })

  it('has the same hint whatever set it stands in', () => {
    const kept = new Map(all.map((question) => [`${question.id} ${JSON.stringify(question.stem)}`, question]))
    for (const question of questionsOf(article, { count: 10, seed: 1 }).questions) {
      const same = kept.get(`${question.id} ${JSON.stringify(question.stem)}`)
      if (same && JSON.stringify({ ...same, hint: '' }) === JSON.stringify({ ...question, hint: '' }))
        expect(question.hint).toBe(same.hint)
    }
  })
})
