import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string, date?: string) => {
  const reading = read(date === undefined ? { body } : { body, date }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}
const stemsOf = (body: string, date?: string) => asksOf(body, date).flatMap(({ stem }) => stem ?? [])

describe('what is asked', () => {
  it.each([
    // level
    ['Harwick Foods’ revenue was £420m in 2024.', 'What was Harwick Foods’ revenue in 2024?', '£420m'],
    [
      'Harwick Foods reported a net loss of $1.2bn in 2024.',
      'What was Harwick Foods’ net loss in 2024?',
      '$1.2bn',
    ],
    [
      'The average price of a house in Leeds was £210,000 in May 2024.',
      'What was the average price of a house in Leeds in May 2024?',
      '£210,000',
    ],
    // change
    [
      'Harwick Foods said net profit rose 12% to $3.4bn in the third quarter of 2024.',
      'By what percentage did Harwick Foods’ net profit rise in the third quarter of 2024?',
      '12%',
    ],
    [
      'Harwick Foods said net profit rose 12% to $3.4bn in the third quarter of 2024.',
      'What did Harwick Foods’ net profit rise to in the third quarter of 2024?',
      '$3.4bn',
    ],
    [
      'Sales at Harwick Foods fell by about 5% in 2024.',
      'By about what percentage did sales at Harwick Foods fall in 2024?',
      '5%',
    ],
    [
      'Operating margin at Harwick Foods rose 40 basis points in 2024.',
      'By how many basis points did operating margin at Harwick Foods rise in 2024?',
      '40 basis points',
    ],
    // event
    [
      'Harwick Foods recalled 1.8 million cars across Europe in May 2024.',
      'How many cars did Harwick Foods recall across Europe in May 2024?',
      '1.8 million cars',
    ],
    [
      'Harwick Foods recalled 1.8 million cars across Europe in May 2024.',
      'In which month did Harwick Foods recall 1.8 million cars across Europe?',
      'May 2024',
    ],
    [
      'Harwick Foods opened a factory in Gdansk on 3 June 2024.',
      'On what date did Harwick Foods open a factory in Gdansk?',
      '3 June 2024',
    ],
    [
      'Harwick Foods sold 14 hotels in Spain for $90m in 2024.',
      'For how much did Harwick Foods sell 14 hotels in Spain in 2024?',
      '$90m',
    ],
    [
      'Harwick Foods opened a factory in Gdansk on 3 June 2024.',
      'Which company opened a factory in Gdansk on 3 June 2024?',
      'Harwick Foods',
    ],
    // hedges and plans are kept
    [
      'Harwick Foods could cut 400 jobs in Leeds in 2026.',
      'How many jobs could Harwick Foods cut in Leeds in 2026?',
      '400 jobs',
    ],
    [
      'Harwick Foods plans to open 40 stores in Poland by 2027.',
      'Which company plans to open 40 stores in Poland by 2027?',
      'Harwick Foods',
    ],
    // role
    [
      'Jane Doe, chief executive of Harwick Foods, left.',
      'Who is Harwick Foods’ chief executive?',
      'Jane Doe',
    ],
    [
      'Jane Doe, chief executive of Harwick Foods, left.',
      'What position does Jane Doe hold at Harwick Foods?',
      'chief executive',
    ],
    [
      'Jane Doe, a principal analyst at Harwick Foods, left.',
      'At which company is Jane Doe a principal analyst?',
      'Harwick Foods',
    ],
    // statement
    [
      'Jane Doe said that demand in Europe would stay weak all year.',
      'Who said that demand in Europe would stay weak all year?',
      'Jane Doe',
    ],
    // derived
    [
      'Harwick Foods’ revenue rose 25% to $10bn in 2024.',
      'If Harwick Foods’ revenue rose by 25% to $10bn in 2024, roughly what was it before the rise?',
      '$8.00bn',
    ],
    [
      'Harwick Foods’ spending reached $6bn in 2024, from $2bn the previous year.',
      'Harwick Foods’ spending rose from $2bn to $6bn in 2024: about how many times the earlier figure is that?',
      '3 times',
    ],
  ])('%s', (text, stem, key) => {
    const ask = asksOf(text).find((each) => each.stem === stem)
    expect(ask, `among ${JSON.stringify(stemsOf(text))}`).toBeDefined()
    expect(ask?.key.text).toBe(key)
  })

  it('names the day of an office, and needs its article where there is none', () => {
    const text = 'Jane Doe, chief executive of Harwick Foods, left.'
    expect(stemsOf(text, '2025-02-20')).toContain(
      'Who was Harwick Foods’ chief executive as of February 2025?',
    )
    expect(asksOf(text, '2025-02-20').every(({ needsArticle }) => !needsArticle)).toBe(true)
    expect(asksOf(text).every(({ needsArticle }) => needsArticle)).toBe(true)
  })

  it('names whose figures they are', () => {
    expect(stemsOf('US exports fell 3% in May 2024, the Commerce Department said.')).toContain(
      'According to the Commerce Department, by what percentage did US exports fall in May 2024?',
    )
  })

  it.each([
    'Harwick Foods denied that it planned to close 12 plants.',
    'The union claimed Harwick Foods planned to close 12 plants.',
    'Not many shops of Harwick Foods were open in 2024.',
    'The company’s revenue rose 5% in 2024.',
    'Profit rose 5% in 2024.',
    'Harwick Foods’ revenue may rise 5% in 2025.',
  ])('is nothing as plain fact: %s', (text) => {
    expect(
      asksOf(text).filter(({ statement }) => statement !== undefined && !/\b(?:may|could)\b/.test(statement)),
    ).toEqual([])
  })

  it('is nothing of a frame that has two figures', () => {
    expect(
      stemsOf('Harwick Foods’ revenue was £420m in 2024. Harwick Foods’ revenue was £400m in 2024.'),
    ).toEqual([])
  })
})

describe('an ask', () => {
  const text =
    'Harwick Foods’ revenue rose 8% to $9bn in 2024. Dunmore Stores’ profit fell 3% to $2bn in 2024. Jane Doe, chief executive of Harwick Foods, said demand in Europe would stay weak. Peter Okafor, chairman of Dunmore Stores, left in 2024.'
  const asks = asksOf(text)

  it('brings the article’s other figures of its unit, each with what it is', () => {
    const growth = asks.find(
      ({ stem }) => stem === 'By what percentage did Harwick Foods’ revenue rise in 2024?',
    )
    expect(growth?.rivals).toContainEqual(
      expect.objectContaining({
        key: expect.objectContaining({ text: '3%' }),
        why: '3% is by how much Dunmore Stores’ profit fell in 2024.',
        source: 'article',
      }),
    )
    for (const { key } of growth?.rivals ?? []) expect(key.text).toMatch(/%$/)
  })

  it('of an office brings the article’s other people, each with their own', () => {
    const head = asks.find(({ stem }) => stem === 'Who is Harwick Foods’ chief executive?')
    expect(head?.rivals).toEqual([
      expect.objectContaining({
        key: expect.objectContaining({ text: 'Peter Okafor' }),
        why: 'Peter Okafor is chairman of Dunmore Stores.',
      }),
    ])
    expect(head?.key).toMatchObject({ accepts: ['Doe'] })
  })

  it('never brings its key among the wrong answers, and gives every one a reason', () => {
    expect(asks.length).toBeGreaterThan(10)
    for (const { key, rivals } of asks)
      for (const rival of rivals) {
        expect(rival.key.text).not.toBe(key.text)
        expect(rival.why).not.toBe('')
      }
  })

  it('quotes its sentence, and says with one slot what it asks', () => {
    for (const { explanation, statement, sentence, evidence } of asks) {
      expect(evidence.some(({ quote }) => explanation.includes(quote))).toBe(true)
      for (const said of [statement, sentence])
        if (said !== undefined) expect(said.split('{}')).toHaveLength(2)
    }
  })

  it('opens with a capital, ends with a question mark and has at most thirty words', () => {
    for (const { stem } of asks) {
      if (stem === undefined) continue
      expect(stem).toMatch(/^\p{Lu}.*\?$/u)
      expect(stem).not.toMatch(/ {2}| [,.?]|\{\}/)
      expect(stem.split(' ').length).toBeLessThanOrEqual(30)
    }
  })

  it('carries no more wrong answers than a question can need, however many the article has', () => {
    const many = Array.from(
      { length: 400 },
      (_, i) => `Dunmore${String.fromCharCode(97 + (i % 26))}${i} Stores’ revenue was $${i + 3}m in 2024.`,
    ).join(' ')
    const most = Math.max(...asksOf(many).map(({ rivals }) => rivals.length))
    expect(most).toBeLessThanOrEqual(300)
  })
})
