import { describe, expect, it } from 'vitest'
import type { SentenceFinding } from '../../../../core/facts/finding.ts'
import { findingsIn } from '../support/facts-in.ts'

const gapsIn = (text: string): readonly SentenceFinding[] =>
  findingsIn(text).filter((finding): finding is SentenceFinding => finding.family === 'sentence')
const templates = (text: string, type: SentenceFinding['slot']['type']) =>
  gapsIn(text).flatMap(({ slot, template }) => (slot.type === type ? [template] : []))

const REPORTED = 'In 2004 a newspaper reported that Harwick Foods had paid $40m for a mill.'
const DOLLAR = 'A strong dollar makes the wheat that Harwick Foods buys in Leeds more costly for its mills.'

describe('a sentence that no other reading takes', () => {
  it('can have its figure, its name and its date taken out', () => {
    expect(templates(REPORTED, 'figure')).toEqual([
      'in 2004 a newspaper reported that Harwick Foods had paid {} for a mill',
    ])
    expect(templates(REPORTED, 'name')).toEqual([
      'in 2004 a newspaper reported that {} had paid $40m for a mill',
    ])
    expect(templates(REPORTED, 'date')).toEqual([
      'in {} a newspaper reported that Harwick Foods had paid $40m for a mill',
    ])
  })

  it('can be turned round by one word', () => {
    const [gap] = gapsIn(DOLLAR).filter(({ slot }) => slot.type === 'word')
    expect(gap).toMatchObject({
      slot: { word: 'strong', opposite: 'weak' },
      template: 'a {} dollar makes the wheat that Harwick Foods buys in Leeds more costly for its mills',
    })
  })

  it('is asked part by part between semicolons', () => {
    const [one] = templates(
      'In 2004 a newspaper reported that Harwick Foods had paid $40m for a mill; nobody believed it.',
      'figure',
    )
    expect(one).toBe('in 2004 a newspaper reported that Harwick Foods had paid {} for a mill')
  })

  it('stands without what dashes set off, which holds no gap', () => {
    const text =
      'In 2004 a newspaper reported that Harwick Foods – a firm with 400 mills and a large debt to Jane Doe – had paid $40m for a mill.'
    const all = gapsIn(text).map(({ template }) => template)
    expect(all).toContain('in 2004 a newspaper reported that Harwick Foods had paid {} for a mill')
    for (const template of all) expect(template).not.toMatch(/400|large|Jane|–/)
    expect(gapsIn(text).some(({ slot }) => slot.type === 'word' && slot.word === 'large')).toBe(false)
  })

  it.each([
    'If a newspaper reported in 2004 that Harwick Foods had paid $40m for a mill, it was wrong.',
    'In 2004 a newspaper reported that Harwick Foods had not paid $40m for a mill.',
    'Other newspapers reported in 2004 that Harwick Foods had paid $40m for a mill.',
    'In 2004 a newspaper reported that Harwick Foods had paid $40m for a mill, he said.',
    'A weak year left £1.6bn of captive work for its parent and £5.5bn for all of the others in the north.',
  ])('is left alone where it denies, doubts or leans on others: %s', (text) => {
    expect(gapsIn(text)).toEqual([])
  })

  it('takes May for a month', () => {
    const text =
      'In May 2024 the owners of the mills in Leeds were told by Harwick Foods that the price of wheat was too high.'
    expect(new Set(gapsIn(text).map(({ fact }) => fact.status))).toEqual(new Set(['actual']))
  })

  it('is not asked for the paper it only cites, or for a bare month', () => {
    expect(
      templates(
        'Harwick Foods has more than enough mills, according to a spokesman for the regulator quoted in China Daily.',
        'name',
      ).filter((template) => !template.includes('China Daily')),
    ).toEqual([])
    expect(
      templates('A newspaper reported in September that Harwick Foods had paid for a mill in Leeds.', 'date'),
    ).toEqual([])
  })
})
