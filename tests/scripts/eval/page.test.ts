import { describe, expect, it } from 'vitest'
import { markup } from '../../../scripts/eval/html/markup.ts'
import { pageOf } from '../../../scripts/eval/html/page.ts'
import { segmentsOf } from '../../../scripts/eval/html/segments.ts'
import { allFacts, reading, sound } from '../../core/questions/support/sample.ts'

const page = pageOf([
  {
    file: 'harbour.txt',
    wish: { count: 10, seed: 1 },
    reading,
    words: 200,
    facts: allFacts,
    questions: Object.values(sound).map((question) => ({ ...question, stem: `<b>${question.stem}</b>` })),
    shortfall: { asked: 10, made: 4, reasons: [] },
    ms: 1,
  },
])

describe('the page', () => {
  it('shows every question with its key, and every option with its reason', () => {
    expect(page.match(/class="card"/g)).toHaveLength(Object.values(sound).length)
    for (const { text, why } of sound.choice.options) {
      expect(page).toContain(markup`${text}`.markup)
      expect(page).toContain(markup`${why}`.markup)
    }
    expect(page).toContain(`<span class="key">${markup`${sound.choice.answer}`.markup} ✓</span>`)
  })

  it('takes nothing it is given for markup', () => {
    expect(page).not.toContain('<b>')
    expect(page).toContain('&lt;b&gt;')
    expect(markup`<i>${`a & "b" 'c' <d>`}</i>`.markup).toBe(
      '<i>a &amp; &quot;b&quot; &#39;c&#39; &lt;d&gt;</i>',
    )
    expect(markup`${[markup`<i>${1}</i>`, markup`<b>`]}`.markup).toBe('<i>1</i><b>')
  })

  it('needs nothing but itself', () => {
    expect(page).not.toMatch(/<script|<link|src=|url\(|https?:/)
  })

  it('points from every question to its passage', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !page.includes(`id="${target}"`))).toEqual([])
  })
})

describe('a text with passages', () => {
  it('is cut where they begin and end, and loses nothing', () => {
    const text = 'one two three four'
    const pieces = segmentsOf(text, { start: 0, end: text.length }, [
      { start: 4, end: 13, question: 2 },
      { start: 8, end: 18, question: 1 },
      { start: 40, end: 50, question: 3 },
    ])
    expect(pieces.map(({ text: piece, questions, ending }) => [piece, questions, ending])).toEqual([
      ['one ', [], []],
      ['two ', [2], []],
      ['three', [1, 2], [2]],
      [' four', [1], [1]],
    ])
    expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text)
  })

  it('may lie in a block of which a passage runs out', () => {
    const pieces = segmentsOf('abcdef', { start: 2, end: 4 }, [{ start: 0, end: 6, question: 1 }])
    expect(pieces).toEqual([{ text: 'cd', questions: [1], ending: [] }])
  })
})
