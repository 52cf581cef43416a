import { describe, expect, it } from 'vitest'
import type { Token } from '../../../core/article/reading.ts'
import { findTokens } from '../../../core/article/tokens.ts'

const spanOf = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
})

const tokensOf = (text: string, ...figures: string[]): readonly Token[] =>
  findTokens(text, [spanOf(text, text)], [figures.map((figure) => spanOf(text, figure))])[0] ?? []

describe('tokens', () => {
  it('are the words, numbers and marks as they stand', () => {
    const text = 'The mill’s sales rose, though.'
    const tokens = tokensOf(text)
    expect(tokens.map(({ text: word }) => word)).toEqual([
      'The',
      'mill',
      '’s',
      'sales',
      'rose',
      ',',
      'though',
      '.',
    ])
    for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word)
  })

  it('take a figure whole, as a number', () => {
    const tokens = tokensOf('It reached Rmb72.5bn last year.', 'Rmb72.5bn')
    expect(tokens.find(({ text }) => text === 'Rmb72.5bn')?.pos).toBe('NUM')
  })

  it('give the dictionary form and the part of speech', () => {
    const tokens = tokensOf('Its profits fell sharply.')
    expect(tokens.find(({ text }) => text === 'fell')).toMatchObject({ pos: 'VERB', lemma: 'fall' })
    expect(tokens.find(({ text }) => text === 'profits')).toMatchObject({ pos: 'NOUN', lemma: 'profit' })
  })

  it('get the tags in an article that their sentence gets alone', () => {
    const sentences = [
      'Sales rose',
      'May will cut its rate',
      '"Not to',
      'play down that',
      'like the fall of that plan',
      'to stop it, it',
    ]
    const text = sentences.join(' ')
    const spans = sentences.map((sentence) => spanOf(text, sentence))
    for (const order of [spans, spans.toReversed()]) {
      const alone = order.map((span) => findTokens(text, [span], [])[0])
      expect(findTokens(text, order, [])).toEqual(alone)
    }
  })

  it('are none where there is no sentence', () => {
    expect(findTokens('', [], [])).toEqual([])
  })

  it.each([
    'Sales\u00a0rose\u200b by 5%.',
    'Sales \ud800 rose.',
    'Sales 🙂 rose — again.',
    'Sales\trose\nagain.',
    '“Sales rose,” he said.',
    'e\u0301tude',
  ])('hold their offsets in odd text: %j', (text) => {
    const tokens = tokensOf(text)
    expect(tokens.length).toBeGreaterThan(0)
    let at = 0
    for (const { start, end, text: word } of tokens) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(text.slice(start, end)).toBe(word)
      at = end
    }
  })
})
